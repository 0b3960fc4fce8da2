package dev.concord.app.control;

import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What records are called on the screen, the same in titles, messages and lists: the table, and the record's name such as
 * {@code Customer La Petite Tasse}; with its key where the name does not say which record it is, as {@code Order 17 · Paris}, and by its
 * key alone where it has no name.
 *
 * @param names how records are named now; asked each time, because a person may choose another column
 * @param texts the displayed texts
 */
public record RecordTitles(Supplier<RecordNames> names, Texts texts) {

    /** The title of a record that may be new: it is named by its table then. */
    public String of(Table table, Draft draft) {
        return draft.base()
                .map(base -> of(table, base))
                .orElseGet(() -> texts.get("caption.new", Caption.of(table.id().name())));
    }

    /** The title of a record as it was read. */
    public String of(Table table, Snapshot record) {
        return of(table, record.key(), record.row());
    }

    /**
     * The title of a record as the grid shows it.
     *
     * @param row may lack columns, and hold the beginning of long texts
     */
    public String of(Table table, RecordKey key, Row row) {
        return texts.get("caption.record", Caption.of(table.id().name()), label(table, key, row))
                .strip();
    }

    /** The title of a record of which only the key is known. */
    public String of(RecordKey key) {
        return texts.get("caption.record", Caption.of(key.table().name()), key.label());
    }

    /** The title of a record of which the row may be known, and then is in the table. */
    public String of(RecordKey key, Optional<Table> table, Optional<Row> row) {
        return table.filter(shown -> shown.id().equals(key.table()))
                .flatMap(shown -> row.map(known -> of(shown, key, known)))
                .orElseGet(() -> of(key));
    }

    /** A record's title without its table, for a list of one table's records. */
    public String label(Table table, Snapshot record) {
        return label(table, record.key(), record.row());
    }

    private String label(Table table, RecordKey key, Row row) {
        // Without a key, a row is named by all its values, which nobody reads.
        String number = table.rowKey().isPresent() ? key.label() : "";
        return names.get()
                .of(table, row)
                .map(name -> number.isEmpty() || name.alone()
                        ? name.text()
                        : texts.get("caption.named", number, name.text()))
                .orElse(number);
    }
}
