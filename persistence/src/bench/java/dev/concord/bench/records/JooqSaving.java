package dev.concord.bench.records;

import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.UpdatableRecord;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * Saves with jOOQ's {@code store()} and its optimistic locking. With a record version that is one statement; without, it
 * locks and compares the row before it writes, which is only sound in a transaction. jOOQ does not read the row back.
 */
final class JooqSaving<R extends UpdatableRecord<R>> implements Saving {
    private static final Settings SETTINGS =
            new Settings().withExecuteWithOptimisticLocking(true).withExecuteLogging(false);

    private final DSLContext dsl;
    private final JooqItems<R> items;
    private final boolean inTransaction;
    private final R item;

    private JooqSaving(Database database, long id, JooqItems<R> items, boolean inTransaction) {
        this.dsl = DSL.using(
                database.dataSource(),
                database.dialect() == Dialect.H2 ? SQLDialect.H2 : SQLDialect.POSTGRES,
                SETTINGS);
        this.items = items;
        this.inTransaction = inTransaction;
        this.item = dsl.fetchSingle(items, items.id.eq(id));
    }

    static Saving byVersion(Database database, long id) {
        return new JooqSaving<>(database, id, JooqItems.VERSIONED, false);
    }

    static Saving byComparing(Database database, long id) {
        return new JooqSaving<>(database, id, JooqItems.UNVERSIONED, true);
    }

    @Override
    public Object again() {
        item.set(items.stock, item.get(items.stock) + 1);
        if (inTransaction) {
            dsl.transaction(transaction -> {
                item.attach(transaction);
                item.store();
            });
        } else {
            item.store();
        }
        return item;
    }
}
