package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two transactions that wait for each other, and the database ends ours. Not on SQLite, whose one writer has nobody to
 * wait for.
 */
@LockingContract
class DeadlockTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aSaveThatLosesADeadlockIsTriedAgainByItself(Engine engine) throws Exception {
        try (Shop shop = shop(engine);
                ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection other = shop.database().dataSource().getConnection();
                Connection watching = shop.database().dataSource().getConnection()) {
            Snapshot base = shop.first("person");
            RecordStore store = shop.store();
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                makeTheOtherTheSurvivor(engine, statement);
                statement.execute(shop.quoted(holdingTheTeam(engine)));
                Future<SaveOutcome> ours =
                        threads.submit(() -> store.save(Draft.of(base).with("team_id", Value.of(2))));
                awaitSomebodyWaiting(engine, watching);
                statement.execute(shop.quoted("update \"person\" set \"name\" = 'theirs' where \"id\" = 1"));
                other.commit();
                assertThat(ours.get(1, TimeUnit.MINUTES)).isInstanceOf(Outcome.Saved.class);
            }
            Snapshot now = shop.first("person");
            assertThat(now.row().get("name")).isEqualTo(Value.of("theirs"));
            assertThat(now.row().get("team_id")).isEqualTo(Value.of(2));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void anInsertThatLosesADeadlockIsTriedAgainByItself(Engine engine) throws Exception {
        try (Shop shop = shop(engine)) {
            Draft draft = newPerson(shop);
            assertThat(deadlocked(engine, shop, store -> store.insert(draft))).isInstanceOf(Outcome.Saved.class);
            assertThat(shop.store().find(shop.key("person", Row.of("id", Value.of(2)))))
                    .isPresent();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aRehearsedInsertIsTriedAgainToo(Engine engine) throws Exception {
        try (Shop shop = shop(engine)) {
            Draft draft = newPerson(shop);
            assertThat(deadlocked(engine, shop, store -> store.rehearse(draft))).isInstanceOf(Rehearsal.Fits.class);
        }
    }

    private static Draft newPerson(Shop shop) {
        return Draft.newRow(shop.id("person"))
                .with("id", Value.of(2))
                .with("name", Value.of("Bo"))
                .with("team_id", Value.of(2));
    }

    /** Somebody else holds the team, and then inserts a row of the same key: each waits for the other. */
    private static Object deadlocked(Engine engine, Shop shop, Function<RecordStore, Object> inserting)
            throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection other = shop.database().dataSource().getConnection();
                Connection watching = shop.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            RecordStore store = shop.store();
            other.setAutoCommit(false);
            makeTheOtherTheSurvivor(engine, statement);
            statement.execute(shop.quoted(holdingTheTeam(engine)));
            Future<Object> ours = threads.submit(() -> inserting.apply(store));
            awaitSomebodyWaiting(engine, watching);
            statement.execute(shop.quoted("insert into \"person\" (\"id\", \"name\") values (2, 'theirs')"));
            other.rollback();
            return ours.get(1, TimeUnit.MINUTES);
        }
    }

    private static String holdingTheTeam(Engine engine) {
        return engine == Engine.H2
                ? "update \"team\" set \"name\" = 'held' where \"id\" = 2"
                : "select * from \"team\" where \"id\" = 2 for update";
    }

    private static Shop shop(Engine engine) {
        Shop shop = new Shop(
                        engine,
                        "create table \"team\" (\"id\" integer not null primary key, \"name\" varchar(20))",
                        "create table \"person\" (\"id\" integer not null primary key, \"name\" varchar(20),"
                                + " \"team_id\" integer, \"version\" integer"
                                + (engine == Engine.H2
                                        ? ")"
                                        : ", constraint \"of\" foreign key (\"team_id\") references \"team\" (\"id\"))"),
                        "create table \"heavy\" (\"id\" integer not null primary key)",
                        "insert into \"team\" values (1, 'Blue'), (2, 'Red')",
                        "insert into \"person\" values (1, 'Ana', 1, 1)")
                .guardedBy("person", OnEveryGuard.COUNTER);
        if (engine == Engine.H2) {
            shop.sql("create trigger \"neighbour\" after insert, update on \"person\" for each row call \""
                    + NeighbourTrigger.class.getName() + "\"");
        }
        return shop;
    }

    /** H2 ends the younger; PostgreSQL whoever looks first; MariaDB whoever has written less. */
    private static void makeTheOtherTheSurvivor(Engine engine, Statement statement) throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            statement.execute("set deadlock_timeout = '1min'");
        }
        if (engine == Engine.MARIADB) {
            for (int i = 0; i < 50; i++) {
                statement.execute("insert into heavy values (" + i + ")");
            }
        }
    }

    /** Looks until the server itself says that a transaction waits for a lock. */
    private static void awaitSomebodyWaiting(Engine engine, Connection watching) throws SQLException {
        String waiting =
                switch (engine) {
                    case H2 -> "select count(*) from information_schema.sessions where blocker_id is not null";
                    case POSTGRESQL ->
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()";
                    // Not innodb_trx, which shows an old picture to whoever looks often.
                    case MARIADB ->
                        "select cast(variable_value as integer) from information_schema.global_status"
                                + " where variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'";
                    case SQLITE -> throw new AssertionError("Nobody waits here");
                };
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        try (Statement statement = watching.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet result = statement.executeQuery(waiting)) {
                    result.next();
                    if (result.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("Nobody waited");
    }
}
