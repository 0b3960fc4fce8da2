package dev.concord.sql;

import dev.concord.record.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * PostgreSQL's statements that are a transaction each: one round trip checks the row and the table, writes, and returns the row.
 *
 * <p>Such a statement cannot look at the row again. So it fails, and nothing is written, where a trigger would change the row after it
 * was returned, or a rule replaces the statement, even if either was made a moment ago: the statement holds a lock on the table
 * by then, so that no trigger can come later. {@link #refused} tells that failure from others. Rows of tables that inherit from this one
 * are not met, because no key of this table holds for them.
 */
public final class AtOnceStatements {
    private static final String DIVISION_BY_ZERO = "22012";
    private static final String NOT_SUPPORTED = "0A000";

    /** The number 1; fails where a trigger fires after the update. */
    private static final String NO_TRIGGER_FOLLOWS = "1 / (case when exists (select from pg_catalog.pg_trigger"
            + " where tgrelid = cast({0} as regclass) and not tgisinternal and tgtype & 2 = 0) then 0 else 1 end)";

    private final TableSql sql;
    private final Statements statements;

    AtOnceStatements(TableSql sql, Statements statements) {
        this.sql = sql;
        this.statements = statements;
    }

    /** Sets some columns of one row, and reads the whole row as it stays. */
    public RenderedStatement update(Row values, RowCondition which) {
        return statements.cached(
                statements.cacheKey("update at once", values, which),
                () -> statements.reading(DSL.resultQuery(
                        "{0} returning {1}, {2}",
                        statements.updating(itself(), values, List.of(), which),
                        DSL.list(sql.readingsUnqualified()),
                        noTriggerFollows())));
    }

    /** Deletes one row, and returns the number 1 for it; fails where a rule does something else instead. */
    public RenderedStatement delete(RowCondition which) {
        return statements.cached(
                statements.cacheKey("delete at once", Row.EMPTY, which),
                () -> statements.unread(DSL.resultQuery("{0} returning 1", statements.deleting(itself(), which))));
    }

    /** Whether a statement may have failed because of a trigger or a rule, so that a longer transaction is needed. */
    public static boolean refused(SQLException error) {
        return Set.of(DIVISION_BY_ZERO, NOT_SUPPORTED).contains(String.valueOf(error.getSQLState()));
    }

    /** The table without those that inherit from it. */
    private Table<Record> itself() {
        return DSL.table("only {0}", sql.from());
    }

    private Field<Object> noTriggerFollows() {
        return DSL.field(NO_TRIGGER_FOLLOWS, DSL.inline(sql.quotedName()));
    }
}
