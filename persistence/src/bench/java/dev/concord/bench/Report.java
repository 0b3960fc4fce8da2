package dev.concord.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One table of results: printed for people, and kept as CSV for spreadsheets and comparisons. */
public final class Report {
    private final String title;
    private final List<List<String>> lines = new ArrayList<>();

    /** Starts a table; the title, in lower case with dashes, is the file's name too. */
    public Report(String title, String... header) {
        this.title = title;
        lines.add(List.of(header));
    }

    /** Adds a line. */
    public void add(String... cells) {
        lines.add(List.of(cells));
    }

    /** Prints the table as Markdown and writes it to a file. */
    public void publish(Path directory) {
        System.out.println();
        System.out.println("### " + title);
        System.out.println();
        for (int i = 0; i < lines.size(); i++) {
            System.out.println(lines.get(i).stream().collect(Collectors.joining(" | ", "| ", " |")));
            if (i == 0) {
                System.out.println("|" + "---|".repeat(lines.get(i).size()));
            }
        }
        System.out.println();
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(title.replace(' ', '-') + ".csv"), csv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> csv() {
        return lines.stream()
                .map(line -> line.stream().map(Report::quoted).collect(Collectors.joining(",")))
                .toList();
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
