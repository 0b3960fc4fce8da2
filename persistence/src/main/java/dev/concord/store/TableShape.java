package dev.concord.store;

import dev.concord.database.Dialect;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Notices columns added since the table was last looked at. A missing column makes statements fail by itself; a new one
 * would silently stay out of the digest and of the row shown to the user.
 *
 * <p>PostgreSQL, where a round trip is dear, checks as it parses the statement: the statement compares the table's
 * columns in number with a list of as many NULLs as there were, in a condition that is never evaluated. H2 returns the
 * table's columns after those asked for. The others are asked by a statement of its own.
 */
final class TableShape {
    private TableShape() {}

    /** The condition that makes PostgreSQL refuse the statement when the table has more columns; costs nothing to run. */
    static Condition unchanged(TableSql sql) {
        if (sql.dialect() != Dialect.POSTGRESQL) {
            return DSL.noCondition();
        }
        List<Field<?>> nothing = Collections.nCopies(sql.table().columns().size(), DSL.field("null"));
        return DSL.condition(
                "(true or exists (select * from {0} where false union all select {1}))", sql.from(), DSL.list(nothing));
    }

    /** Asks the table which columns it has, where its statements do not look themselves. */
    static Optional<Outcome.TableChanged> asked(Transaction transaction, OpenTable open) throws SQLException {
        return open.sql().dialect() == Dialect.POSTGRESQL ? Optional.empty() : changed(transaction, open);
    }

    /** Asks the table which columns it has. */
    static Optional<Outcome.TableChanged> changed(Transaction transaction, OpenTable open) throws SQLException {
        return changed(transaction.columnsOf(open.statements().shape()), open);
    }

    /** Whether columns delivered by a statement are not among those known. */
    static Optional<Outcome.TableChanged> changed(Collection<String> columns, OpenTable open) {
        if (open.columnNames().containsAll(columns)) {
            return Optional.empty();
        }
        List<String> unknown = columns.stream()
                .filter(name -> !open.columnNames().contains(name))
                .toList();
        return Optional.of(new Outcome.TableChanged("New columns: " + String.join(", ", unknown)));
    }
}
