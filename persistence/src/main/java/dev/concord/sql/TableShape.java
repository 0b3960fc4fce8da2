package dev.concord.sql;

import dev.concord.catalog.Table;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * The condition by which a statement fails when columns were added to its table. A missing column makes a statement fail
 * anyway; a new one would be left out of the digest and of the row shown to the user without any sign.
 *
 * <p>PostgreSQL, to save a round trip, and H2 check while they parse the statement, in a condition that is never evaluated:
 * {@code union} needs as many columns on both sides. In the other databases the store checks by a statement of its own.
 *
 * <p>In PostgreSQL, where one statement may be the whole transaction, it also fails when the primary key was dropped, because
 * {@code select *} can be grouped by a primary key only. Otherwise two rows of one key would both be written.
 */
public final class TableShape {
    private TableShape() {}

    /**
     * Returns the condition; no condition where the dialect does not support it, or where the user may not read every
     * column. It takes no time to run.
     */
    static Condition unchanged(TableSql sql) {
        if (!sql.table().whole()) {
            return DSL.noCondition();
        }
        return switch (sql.dialect()) {
            case POSTGRESQL -> {
                List<Field<?>> nothing =
                        Collections.nCopies(sql.table().columns().size(), DSL.field("null"));
                yield neverEvaluated(DSL.sql("select * from {0} where false{1}", sql.from(), grouped(sql)), nothing);
            }
            // By their names, because H2's * leaves out columns that are hidden, and the catalog does not.
            case H2 -> {
                QueryPart known = DSL.list(sql.table().columns().stream()
                        .map(column -> DSL.name(column.name()))
                        .toList());
                yield neverEvaluated(
                        DSL.sql("select * except ({0}), null from {1} where false", known, sql.from()),
                        List.of(DSL.field("null")));
            }
            case MARIADB, MYSQL, SQLITE -> DSL.noCondition();
        };
    }

    /** Whether the statement also fails when the key no longer identifies one row. */
    public static boolean provesItsKey(Table table) {
        return table.rowKey().filter(key -> key.primary() && !key.deferrable()).isPresent();
    }

    private static QueryPart grouped(TableSql sql) {
        if (!provesItsKey(sql.table())) {
            return DSL.sql("");
        }
        return DSL.sql(
                " group by {0}",
                DSL.list(sql.keyColumns().stream().map(DSL::name).toList()));
    }

    private static Condition neverEvaluated(QueryPart columns, List<Field<?>> asMany) {
        return DSL.condition("(true or exists ({0} union all select {1}))", columns, DSL.list(asMany));
    }
}
