package dev.concord.app.paste;

import dev.concord.app.pending.EditId;
import dev.concord.app.pending.EditState;
import dev.concord.catalog.TableId;
import dev.concord.query.Page;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A record to change: as the database holds it now, and as it was edited so far. Immutable.
 *
 * @param label its title without its table, or what a new one is called
 * @param shown the row as the grid shows it; empty where it does not, and for a new record
 * @param now the row as read; empty for a new record
 * @param id a new record that has a row in the grid
 * @param state what stands in its fields
 */
record RowToChange(
        String label, Optional<Row> shown, Optional<Snapshot> now, Optional<EditId.New> id, EditState state) {

    /** A record that is in the database. */
    static RowToChange of(String label, Snapshot now, Optional<Row> shown, Optional<EditState> edited) {
        return new RowToChange(
                label, shown, Optional.of(now), Optional.empty(), edited.orElseGet(() -> state(Draft.of(now))));
    }

    /** A record to be added. */
    static RowToChange added(TableId table, String label) {
        return new RowToChange(label, Optional.empty(), Optional.empty(), Optional.empty(), state(Draft.newRow(table)));
    }

    /** A record that is not in the database yet and has a row in the grid. */
    static RowToChange begun(TableId table, String label, EditId.New id, Optional<EditState> edited) {
        EditState state = edited.orElseGet(() -> state(Draft.newRow(table)));
        return new RowToChange(label, Optional.empty(), Optional.empty(), Optional.of(id), state);
    }

    private static EditState state(Draft draft) {
        return new EditState(draft, Map.of(), false, false, 0);
    }

    boolean isNew() {
        return now.isEmpty();
    }

    /** Whether the database holds another value than the grid shows. */
    boolean isNews(String column) {
        return shown.isPresent()
                && now.isPresent()
                && !shows(shown.get().get(column), now.get().row().get(column));
    }

    /** Whether a grid would show a value so: of long ones it shows the beginning, of bytes their number. */
    private static boolean shows(Value shown, Value whole) {
        return switch (whole) {
            case Value.Large _ -> true;
            case Value.Binary binary ->
                shown.text().equals(String.valueOf(binary.bytes().size()));
            default ->
                shown.isNull() == whole.isNull()
                        && (shown.text().length() < Page.TEXT_LENGTH
                                ? whole.text().equals(shown.text())
                                : whole.text().startsWith(shown.text()));
        };
    }
}
