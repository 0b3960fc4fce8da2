package dev.concord.app.saving;

import dev.concord.record.StatementText;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Writes statements for a person, with the value of each parameter below them. */
final class StatementLines {
    /** The most characters of a value that are shown. */
    private static final int LONGEST = 200;

    private final Texts texts;

    StatementLines(Texts texts) {
        this.texts = texts;
    }

    String of(List<StatementText> statements) {
        if (statements.isEmpty()) {
            return texts.get("saving.sql.none");
        }
        List<String> lines = new ArrayList<>();
        if (statements.size() > 1) {
            lines.add(texts.get("saving.sql.compared"));
        }
        for (StatementText statement : statements) {
            lines.add(statement.sql());
            statement.bound().forEach(bound -> lines.add("    " + bound.column() + " = " + value(bound.value())));
        }
        return String.join("\n", lines);
    }

    private String value(Value value) {
        if (value.isNull()) {
            return texts.get("value.null");
        }
        String text = value.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
