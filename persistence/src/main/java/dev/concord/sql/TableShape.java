package dev.concord.sql;

import dev.concord.catalog.Table;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Notices columns added since the table was last looked at. A missing column makes statements fail by itself; a new one
 * would silently stay out of the digest and of the row shown to the user.
 *
 * <p>PostgreSQL, where a round trip is dear, and H2 check as they parse the statement, in a condition that is never
 * evaluated: {@code union} wants as many columns on both sides. The others are asked by a statement of its own.
 *
 * <p>PostgreSQL, where the statement may be all of the transaction, refuses it in the same way when the primary key is no
 * longer one: {@code select *} may be grouped by nothing else. Two rows of one key would both be written otherwise.
 */
public final class TableShape {
    private TableShape() {}

    /** The condition that makes PostgreSQL and H2 refuse the statement when the table has more columns; costs nothing to run. */
    static Condition unchanged(TableSql sql) {
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

    /** Whether the statement itself is refused when the key has come to name several rows. */
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
