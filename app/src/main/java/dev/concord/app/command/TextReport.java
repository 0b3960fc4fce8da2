package dev.concord.app.command;

import dev.concord.app.command.Inspection.Finding;
import dev.concord.app.command.Inspection.ReadTable;
import dev.concord.app.command.Inspection.Unreadable;
import dev.concord.catalog.Key;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.TableSummary;
import dev.concord.database.WeakSetting;
import dev.concord.dialect.Dialect;
import dev.concord.ui.text.Texts;
import dev.concord.version.TableGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Writes an inspection as aligned columns. */
final class TextReport {
    private static final String GAP = "  ";
    private static final int ROWS = 1;

    private final Texts texts;

    TextReport(Texts texts) {
        this.texts = texts;
    }

    String of(Inspection inspection) {
        StringBuilder report = new StringBuilder();
        line(report, texts.get("command.check.title", inspection.label(), name(inspection.dialect())));
        line(report, "");
        if (inspection.tables().isEmpty()) {
            line(report, texts.get("command.check.none"));
            weak(report, inspection);
            return report.toString();
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                texts.get("command.check.table"),
                texts.get("command.check.rows"),
                texts.get("command.check.key"),
                texts.get("command.check.guard"),
                texts.get("command.check.edit")));
        inspection.tables().forEach(finding -> lines.add(cells(finding)));
        align(lines).forEach(aligned -> line(report, aligned));
        line(report, "");
        line(report, texts.get("command.check.total", inspection.tables().size(), inspection.editable()));
        weak(report, inspection);
        return report.toString();
    }

    private void weak(StringBuilder report, Inspection inspection) {
        for (WeakSetting setting : inspection.weak()) {
            line(report, "");
            line(report, texts.get("command.weak." + key(setting.name().name()), setting.value()));
        }
    }

    private List<String> cells(Finding finding) {
        return switch (finding) {
            case ReadTable readable -> cells(readable);
            case Unreadable(TableSummary table, var why) -> {
                String none = texts.get("command.none");
                String reason = texts.get("command.edit.unreadable", Sentence.withoutStop(why.detail()));
                yield List.of(table.id().qualifiedName(), none, none, none, reason);
            }
        };
    }

    private List<String> cells(ReadTable finding) {
        String none = texts.get("command.none");
        return List.of(
                finding.table().id().qualifiedName(),
                finding.rows().map(this::rows).orElse(none),
                finding.table()
                        .rowKey()
                        .map(Key::columns)
                        .map(c -> String.join(", ", c))
                        .orElse(none),
                finding.editable() ? guard(finding) : none,
                finding.table()
                        .readOnlyReason()
                        .map(reason -> texts.get("command.edit." + key(reason.name())))
                        .orElseGet(() -> texts.get("command.edit.yes")));
    }

    private String rows(RowEstimate estimate) {
        return texts.get("command.rows." + key(estimate.precision().name()), estimate.rows());
    }

    private String guard(ReadTable finding) {
        TableGuard guard = finding.guard();
        return switch (guard.mode()) {
            case IGNORED -> texts.get("command.guard.ignored");
            case OPTIONAL -> version(finding);
            case REQUIRED -> texts.get("command.guard.required", version(finding));
        };
    }

    private String version(ReadTable finding) {
        TableGuard guard = finding.guard();
        if (guard.version().isPresent()) {
            String column = guard.version().get().column().name();
            return guard.byDigest()
                    ? texts.get("command.guard.both", column, digest(guard))
                    : texts.get("command.guard.column", column);
        }
        return guard.doubledBecause()
                .map(why -> texts.get("command.guard.instead", texts.get("shell.weakness." + key(why.name()))))
                .or(() -> finding.proposal()
                        .map(p -> texts.get(
                                "command.guard." + key(p.kind().name()),
                                p.column().name())))
                .map(why -> digest(guard) + "; " + why)
                .orElseGet(() -> digest(guard));
    }

    private String digest(TableGuard guard) {
        if (!guard.table().whole()) {
            return texts.get("command.guard.digest-readable");
        }
        return guard.ignored().isEmpty()
                ? texts.get("command.guard.digest")
                : texts.get("command.guard.digest-without", String.join(", ", new TreeSet<>(guard.ignored())));
    }

    private static List<String> align(List<List<String>> lines) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> cells : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(cells.get(i)));
            }
        }
        return lines.stream().map(cells -> aligned(cells, widths)).toList();
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(i == ROWS ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String name(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "H2";
            case POSTGRESQL -> "PostgreSQL";
            case MARIADB -> "MariaDB";
            case MYSQL -> "MySQL";
            case SQLITE -> "SQLite";
        };
    }

    private static String key(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void line(StringBuilder report, String text) {
        report.append(text).append(System.lineSeparator());
    }
}
