package dev.concord.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of cells as text in which a character separates cells. A cell with that character, a line break or a quotation mark in
 * it is enclosed in quotation marks. Values are written the same in every country: numbers with a point, dates as in ISO 8601, bytes
 * as hexadecimal digits. Pure functions; safe to share between threads.
 */
public final class SeparatedText {
    private SeparatedText() {}

    /**
     * Returns lines of cells separated by tabs, as spreadsheets copy and paste cells. NULL and the empty text both are an empty cell.
     * The last line has no end.
     *
     * @param headers whether the names of the columns are the first line
     */
    public static String tabs(CellBlock block, boolean headers) {
        String lines = written(block, headers, Separator.TAB, LineDelimiter.LF, QuoteStrategies.REQUIRED);
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    /**
     * Returns CSV as in RFC 4180 with the names of the columns in the first line. NULL is nothing between two commas, the empty text
     * is {@code ""}.
     */
    public static String csv(CellBlock block) {
        return written(block, true, Separator.COMMA, LineDelimiter.CRLF, QuoteStrategies.EMPTY);
    }

    private static String written(
            CellBlock block, boolean headers, Separator separator, LineDelimiter end, QuoteStrategies quotes) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator.character())
                .lineDelimiter(end)
                .quoteStrategy(quotes)
                .build(text)) {
            if (headers) {
                writer.writeRecord(block.names());
            }
            block.rows().forEach(row -> writer.writeRecord(cells(row, block.columns())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static List<@Nullable String> cells(Row row, List<Column> columns) {
        List<@Nullable String> cells = new ArrayList<>();
        for (Column column : columns) {
            Value value = row.get(column.name());
            cells.add(value.isNull() ? null : value.text());
        }
        return cells;
    }
}
