package dev.concord.store;

import dev.concord.database.Dialect;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 */
final class TableShape {
    private TableShape() {}

    /** The condition that makes PostgreSQL and H2 refuse the statement when the table has more columns; costs nothing to run. */
    static Condition unchanged(TableSql sql) {
        return switch (sql.dialect()) {
            case POSTGRESQL -> {
                List<Field<?>> nothing =
                        Collections.nCopies(sql.table().columns().size(), DSL.field("null"));
                yield neverEvaluated(DSL.sql("select * from {0}", sql.from()), DSL.list(nothing));
            }
            // By their names, because H2's * leaves out columns that are hidden, and the catalog does not.
            case H2 -> {
                QueryPart known = DSL.list(sql.table().columns().stream()
                        .map(column -> DSL.name(column.name()))
                        .toList());
                yield neverEvaluated(
                        DSL.sql("select * except ({0}), null from {1}", known, sql.from()), DSL.field("null"));
            }
            case MARIADB, MYSQL, SQLITE -> DSL.noCondition();
        };
    }

    private static Condition neverEvaluated(QueryPart columns, QueryPart asMany) {
        return DSL.condition("(true or exists ({0} where false union all select {1}))", columns, asMany);
    }

    /** Asks the table which columns it has, where its statements do not look themselves. */
    static Optional<Outcome.TableChanged> asked(Transaction transaction, OpenTable open) throws SQLException {
        Dialect dialect = open.sql().dialect();
        return dialect == Dialect.POSTGRESQL || dialect == Dialect.H2 ? Optional.empty() : changed(transaction, open);
    }

    /** Asks the table which columns it has. */
    static Optional<Outcome.TableChanged> changed(Transaction transaction, OpenTable open) throws SQLException {
        List<String> unknown = transaction.columnsOf(open.statements().shape()).stream()
                .filter(name -> !open.columnNames().contains(name))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.TableChanged("New columns: " + String.join(", ", unknown)));
    }
}
