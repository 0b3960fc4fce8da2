package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two transactions that wait for each other, and the database ends ours. Not on SQLite, which has one writer at a time.
 */
@LockingContract
class DeadlockTest {
    private static final String SAME_KEY = "insert into \"person\" (\"id\", \"name\") values (2, 'theirs')";

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aSaveThatLosesADeadlockIsTriedAgainByItself(Engine engine) throws Exception {
        try (Shop shop = shop(engine)) {
            Draft mine =
                    Draft.of(shop.first("person")).with("gate_id", Value.of(3)).with("team_id", Value.of(2));
            String theirs = "update \"person\" set \"name\" = 'theirs' where \"id\" = 1";
            assertThat(deadlocked(engine, shop, store -> store.save(mine), theirs, OpenTransaction::commit))
                    .isInstanceOf(Outcome.Saved.class);
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
            assertThat(deadlocked(engine, shop, store -> store.insert(draft), SAME_KEY, OpenTransaction::rollBack))
                    .isInstanceOf(Outcome.Saved.class);
            assertThat(shop.store().find(shop.key("person", Row.of("id", Value.of(2)))))
                    .isPresent();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aRehearsedInsertIsTriedAgainToo(Engine engine) throws Exception {
        try (Shop shop = shop(engine)) {
            Draft draft = newPerson(shop);
            assertThat(deadlocked(engine, shop, store -> store.dryRun(draft), SAME_KEY, OpenTransaction::rollBack))
                    .isInstanceOf(DryRunOutcome.Fits.class);
        }
    }

    private static Draft newPerson(Shop shop) {
        assumeThat(shop.dialect()).as("MySQL asks for the team before the gate").isNotEqualTo(Dialect.MYSQL);
        return Draft.newRow(shop.id("person"))
                .with("id", Value.of(2))
                .with("name", Value.of("Bo"))
                .with("gate_id", Value.of(3))
                .with("team_id", Value.of(2));
    }

    /**
     * The other transaction locks the team, and then writes our row: each waits for the other. Ours has written the row
     * and waits at a latch until the other waits for it, so that ours completes the deadlock: PostgreSQL looks for one
     * only once in each wait.
     */
    private static Object deadlocked(
            Engine engine,
            Shop shop,
            Function<RecordStore, Object> writing,
            String sameRow,
            OpenTransaction.Ending theirEnd)
            throws Exception {
        shop.lengthenLockTimeouts();
        try (OpenTransaction theirs = new OpenTransaction(shop, holdingTheTeam(engine));
                OpenTransaction gate =
                        new OpenTransaction(shop, "select * from \"team\" where \"id\" = 3 for update")) {
            RecordStore store = shop.store();
            Waiting<Object> ours = Waiting.begun(shop.database(), () -> writing.apply(store));
            Waiting<Object> crossing = Waiting.begun(shop.database(), () -> {
                theirs.write(sameRow);
                return "written";
            });
            gate.rollBack();
            crossing.outcome();
            theirEnd.of(theirs);
            return ours.outcome();
        }
    }

    /**
     * Which transaction is ended: in H2 the younger; in PostgreSQL the one that detects the deadlock; in MariaDB the
     * one that has written less.
     */
    private static String[] holdingTheTeam(Engine engine) {
        String reading = "select * from \"team\" where \"id\" = 2 for update";
        return switch (engine) {
            case H2 -> new String[] {"update \"team\" set \"name\" = 'held' where \"id\" = 2"};
            case POSTGRESQL -> new String[] {"set deadlock_timeout = '1min'", reading};
            case MARIADB ->
                new String[] {
                    "insert into heavy with recursive n (i) as (select 1 union all select i + 1 from n where i < 50)"
                            + " select i from n",
                    reading
                };
            case SQLITE -> throw new AssertionError("Nobody waits here");
        };
    }

    private static Shop shop(Engine engine) {
        Shop shop = new Shop(
                        engine,
                        "create table \"team\" (\"id\" integer not null primary key, \"name\" varchar(20))",
                        "create table \"person\" (\"id\" integer not null primary key, \"name\" varchar(20),"
                                + " \"gate_id\" integer, \"team_id\" integer, \"version\" integer"
                                + (engine == Engine.H2
                                        ? ")"
                                        : ", constraint \"gate\" foreign key (\"gate_id\") references \"team\" (\"id\"),"
                                                + " constraint \"of\" foreign key (\"team_id\") references \"team\" (\"id\"))"),
                        "create table \"heavy\" (\"id\" integer not null primary key)",
                        "insert into \"team\" values (1, 'Blue'), (2, 'Red'), (3, 'Gate')",
                        "insert into \"person\" values (1, 'Ana', 1, 1, 1)")
                .guardedBy("person", OnEveryGuard.COUNTER);
        if (engine == Engine.H2) {
            shop.sql("create trigger \"neighbour\" after insert, update on \"person\" for each row call \""
                    + NeighbourTrigger.class.getName() + "\"");
        }
        return shop;
    }
}
