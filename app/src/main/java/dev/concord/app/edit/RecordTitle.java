package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.Set;

/** Names a record for people: its table, its key, and the first text that says what it is. */
final class RecordTitle {
    private static final int LONGEST = 40;

    private RecordTitle() {}

    static String of(Table table, Draft draft, Texts texts) {
        String name = Caption.of(table.id().name());
        if (draft.base().isEmpty()) {
            return texts.get("edit.title.new", name);
        }
        Snapshot base = draft.base().get();
        String key = base.key().label();
        return words(table, base)
                .map(words -> texts.get("edit.title.named", name, key, words))
                .orElseGet(() -> texts.get("edit.title", name, key).strip());
    }

    private static Optional<String> words(Table table, Snapshot base) {
        Set<String> key = table.rowKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
        return table.columns().stream()
                .filter(c -> c.kind() == ValueKind.TEXT && !key.contains(c.name()))
                .map(Column::name)
                .map(base.row()::get)
                .filter(Value.Text.class::isInstance)
                .map(value -> value.text().strip().lines().findFirst().orElse(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(RecordTitle::brief);
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
