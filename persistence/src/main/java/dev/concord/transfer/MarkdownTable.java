package dev.concord.transfer;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of cells as a table in Markdown, with the names of the columns as its header. Line breaks become {@code <br>}, and what
 * Markdown would take as its own is escaped, so that a cell reads as the value does. NULL is an empty cell. Pure functions.
 */
public final class MarkdownTable {
    private static final Pattern OWN = Pattern.compile("[\\\\|`*<]");
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private MarkdownTable() {}

    /** Returns the lines of the table, each with its end. */
    public static String of(CellBlock block) {
        StringBuilder text = new StringBuilder();
        text.append(line(block.columns(), column -> escaped(column.name())));
        text.append(line(block.columns(), column -> column.kind().isNumber() ? "---:" : "---"));
        for (Row row : block.rows()) {
            text.append(line(
                    block.columns(), column -> escaped(row.get(column.name()).text())));
        }
        return text.toString();
    }

    private static String line(List<Column> columns, Function<Column, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        return LINE_END.matcher(OWN.matcher(text).replaceAll("\\\\$0")).replaceAll("<br>");
    }
}
