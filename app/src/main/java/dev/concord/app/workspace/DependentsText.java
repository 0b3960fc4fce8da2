package dev.concord.app.workspace;

import dev.concord.query.DependentRows.Dependents;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what refers to records that are to be deleted, and what the database does with it. */
final class DependentsText {
    private final Texts texts;

    DependentsText(Texts texts) {
        this.texts = texts;
    }

    /** One sentence for each reference. */
    List<String> lines(List<Dependents> found) {
        return found.stream().map(this::line).toList();
    }

    private String line(Dependents found) {
        String table = found.key().from().name();
        Optional<Long> rows = found.rows();
        if (rows.isEmpty()) {
            return texts.get("shell.dependents.unknown", table);
        }
        return switch (found.key().onDelete()) {
            case REFUSE -> texts.get("shell.dependents.refuse", rows.get(), table);
            case DELETE -> texts.get("shell.dependents.delete", rows.get(), table, further(found.further()));
            case CLEAR -> texts.get("shell.dependents.clear", rows.get(), table);
        };
    }

    private String further(List<Dependents> found) {
        return found.isEmpty() ? "" : " " + found.stream().map(this::line).collect(Collectors.joining(" "));
    }
}
