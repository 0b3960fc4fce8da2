package dev.concord.app.practice;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scripted colleague of the practice conflict: changes the record in the database, over another connection, with
 * the same guarded save as a user.
 */
final class Colleague {
    private final RecordStore store;
    private final Table table;
    private final Set<String> untouchable;

    /**
     * @param untouchable columns the colleague does not change: the version column
     */
    Colleague(RecordStore store, Table table, Set<String> untouchable) {
        this.store = store;
        this.table = table;
        this.untouchable = untouchable;
    }

    /**
     * Changes the fields the user changed to other values, and one field the user did not change. Never call it on the
     * FX thread.
     *
     * @return the columns changed; empty when the record could not be changed
     */
    List<String> change(RecordKey key, Draft mine) {
        Optional<Snapshot> now = store.find(key);
        if (now.isEmpty()) {
            return List.of();
        }
        Draft theirs = Draft.of(now.get());
        for (String column : mine.changes().values().keySet()) {
            theirs = vary(theirs, column, mine.get(column));
        }
        theirs = somethingElse(theirs, mine);
        return store.save(theirs) instanceof Outcome.Saved
                ? List.copyOf(theirs.changes().values().keySet())
                : List.of();
    }

    private Draft vary(Draft theirs, String column, Value mine) {
        return table.column(column)
                .filter(this::mayChange)
                .map(c -> theirs.with(column, other(theirs.get(column), mine, c)))
                .orElse(theirs);
    }

    private Draft somethingElse(Draft theirs, Draft mine) {
        return table.columns().stream()
                .filter(this::mayChange)
                .filter(c -> c.kind() == ValueKind.TEXT && !mine.changes().has(c.name()))
                .filter(c -> c.name().contains("phone")
                        || c.name().contains("note")
                        || c.name().contains("description"))
                .findFirst()
                .map(c -> theirs.with(c.name(), other(theirs.get(c.name()), theirs.get(c.name()), c)))
                .orElse(theirs);
    }

    private boolean mayChange(Column column) {
        boolean key =
                table.rowKey().filter(k -> k.columns().contains(column.name())).isPresent();
        boolean reference =
                table.foreignKeys().stream().anyMatch(f -> f.columns().contains(column.name()));
        return !key && !reference && column.generation() == Generation.NONE && !untouchable.contains(column.name());
    }

    /** Returns a value of the same kind that differs from the present one and from the user's. */
    private static Value other(Value now, Value mine, Column column) {
        Value candidate = now;
        for (int step = 1; step <= 3; step++) {
            candidate = different(now, column, step);
            if (!candidate.equals(mine)) {
                return candidate;
            }
        }
        return candidate;
    }

    private static Value different(Value now, Column column, int step) {
        return switch (now) {
            case Value.Exact number -> Value.of(number.number().add(BigDecimal.valueOf(step * 10L)));
            case Value.Bool bool -> Value.of(!bool.truth());
            case Value.Date date -> new Value.Date(date.date().plusDays(step));
            case Value.Text text -> Value.of(changed(text.text(), column, step));
            case Value.Null none -> column.kind() == ValueKind.TEXT ? Value.of("Ana " + step) : now;
            default -> now;
        };
    }

    private static String changed(String text, Column column, int step) {
        if (!text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1))) {
            int digit = Character.digit(text.charAt(text.length() - 1), 10);
            return text.substring(0, text.length() - 1) + (digit + step) % 10;
        }
        String longer =
                text + (column.size() > 200 ? "\nAna: checked on the telephone" : " (Ana)") + "!".repeat(step - 1);
        return column.size() > 0 && longer.length() > column.size()
                ? text.substring(0, text.length() - step)
                : longer.strip();
    }
}
