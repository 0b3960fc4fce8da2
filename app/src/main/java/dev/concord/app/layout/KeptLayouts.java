package dev.concord.app.layout;

import dev.concord.catalog.TableId;
import dev.concord.record.RecordNames;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The part of what is remembered of all databases that concerns one.
 *
 * @param database its address without password
 * @param now returns what is remembered
 * @param change changes it, for every window
 */
public record KeptLayouts(String database, Supplier<Layouts> now, Consumer<UnaryOperator<Layouts>> change)
        implements LayoutMemory {
    /** Returns a memory that nothing is written of. */
    public static LayoutMemory forNow() {
        ObjectProperty<Layouts> layouts = new SimpleObjectProperty<>(Layouts.DEFAULT);
        return new KeptLayouts("", layouts::get, change -> layouts.set(change.apply(layouts.get())));
    }

    @Override
    public TableViews of(TableId table) {
        return now.get().of(database, table);
    }

    @Override
    public void change(TableId table, UnaryOperator<TableViews> how) {
        change.accept(kept -> kept.with(database, table, how.apply(kept.of(database, table))));
    }

    @Override
    public RecordNames names() {
        return now.get().names(database);
    }

    @Override
    public void name(TableId table, Optional<String> column) {
        change(table, views -> views.namedBy(column));
    }

    @Override
    public RowHeight rowHeight() {
        return now.get().rowHeight();
    }

    @Override
    public void keep(RowHeight height) {
        change.accept(kept -> kept.with(height));
    }
}
