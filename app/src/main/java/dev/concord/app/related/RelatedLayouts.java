package dev.concord.app.related;

import dev.concord.app.layout.KeptLayouts;
import dev.concord.app.layout.LayoutMemory;
import dev.concord.app.layout.RowHeight;
import dev.concord.app.layout.TableViews;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordNames;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Remembers how related rows are laid out for as long as the window is there: they have other columns than the rows of their
 * whole table, whose layout is kept. Rows are as high, and records are
 * named, as everywhere.
 */
public final class RelatedLayouts implements LayoutMemory {
    private final LayoutMemory everywhere;
    private final LayoutMemory here = KeptLayouts.forNow();

    /** @param everywhere remembers what holds for the whole database */
    public RelatedLayouts(LayoutMemory everywhere) {
        this.everywhere = everywhere;
    }

    @Override
    public TableViews of(TableId table) {
        return here.of(table);
    }

    @Override
    public void change(TableId table, UnaryOperator<TableViews> change) {
        here.change(table, change);
    }

    @Override
    public RecordNames names() {
        return everywhere.names();
    }

    @Override
    public void name(TableId table, Optional<String> column) {
        everywhere.name(table, column);
    }

    @Override
    public RowHeight rowHeight() {
        return everywhere.rowHeight();
    }

    @Override
    public void keep(RowHeight height) {
        everywhere.keep(height);
    }
}
