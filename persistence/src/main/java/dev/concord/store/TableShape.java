package dev.concord.store;

import dev.concord.database.Dialect;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Notices columns added since the table was last looked at. A missing column makes statements fail by itself; a new one
 * would silently stay out of the digest and of the row shown to the user.
 */
final class TableShape {
    private TableShape() {}

    /** Whether every write has to ask first. PostgreSQL's statements look themselves: a round trip is dear there. */
    static boolean mustBeAsked(TableSql sql) {
        return sql.dialect() != Dialect.POSTGRESQL;
    }

    /** The condition of a statement that looks itself: it meets no row when the number of columns is another one. */
    static Condition unchanged(TableSql sql) {
        return mustBeAsked(sql)
                ? DSL.noCondition()
                : DSL.condition(
                        "(select count(*) from pg_catalog.pg_attribute where attrelid = cast({0} as regclass)"
                                + " and attnum > 0 and not attisdropped) = {1}",
                        DSL.inline(sql.quotedName()),
                        DSL.inline(sql.table().columns().size()));
    }

    /** Asks the table which columns it has. */
    static Optional<Outcome.TableChanged> changed(Transaction transaction, OpenTable open) throws SQLException {
        List<String> unknown = transaction.columnsOf(open.statements().shape()).stream()
                .filter(name -> !open.sql().names().contains(name))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.TableChanged("New columns: " + String.join(", ", unknown)));
    }
}
