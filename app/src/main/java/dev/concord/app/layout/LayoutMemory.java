package dev.concord.app.layout;

import dev.concord.catalog.TableId;
import dev.concord.record.RecordNames;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where it is kept how the tables of one database are looked at. FX thread only; never waits for a disk. */
public interface LayoutMemory {
    /** Returns what is kept now, by every window. */
    TableViews of(TableId table);

    /** Changes what is kept of a table, whatever other windows have kept meanwhile. */
    void change(TableId table, UnaryOperator<TableViews> change);

    /** How the records of the database's tables are named. */
    RecordNames names();

    /** Keeps which column names the records of a table; empty to find it by what the columns are called. */
    void name(TableId table, Optional<String> column);

    /** How high the rows of every table are. */
    RowHeight rowHeight();

    /** Keeps how high the rows of every table are. */
    void keep(RowHeight height);
}
