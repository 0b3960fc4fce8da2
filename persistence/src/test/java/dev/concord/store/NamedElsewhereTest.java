package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trigger or a reference that names something missing is not mistaken for a change of the table that is written. */
@LockingContract
class NamedElsewhereTest {

    /** A write that the database cannot carry out although the table is as it was. */
    record Write(
            String name,
            Engine engine,
            List<String> statements,
            BiFunction<RecordStore, Draft, Object> write,
            String words) {
        @Override
        public String toString() {
            return engine + ": " + name;
        }
    }

    static Stream<Write> writes() {
        String table = "create table \"t\" (\"id\" integer not null primary key, \"n\" integer)";
        return Stream.of(
                new Write(
                        "reference to a missing table",
                        Engine.SQLITE,
                        List.of("create table t (id integer primary key, n integer references nowhere (id))"),
                        RecordStore::save,
                        "no such table: main.nowhere"),
                new Write(
                        "trigger that writes to a missing table",
                        Engine.SQLITE,
                        List.of(table, "create trigger g after update on t begin insert into nowhere values (1); end"),
                        RecordStore::save,
                        "no such table: main.nowhere"),
                new Write(
                        "trigger that writes to a missing table",
                        Engine.POSTGRESQL,
                        List.of(
                                table,
                                "create function f() returns trigger language plpgsql as"
                                        + " $$ begin insert into nowhere values (new.id); return new; end $$",
                                "create trigger g after update on t for each row execute function f()"),
                        RecordStore::save,
                        "nowhere"),
                new Write(
                        "trigger that reads a missing column",
                        Engine.POSTGRESQL,
                        List.of(
                                table,
                                "create function f() returns trigger language plpgsql as"
                                        + " $$ begin new.n := (select max(nothing) from t); return new; end $$",
                                "create trigger g before update on t for each row execute function f()"),
                        RecordStore::save,
                        "nothing"),
                new Write(
                        "trigger that writes to a missing table",
                        Engine.MARIADB,
                        List.of(
                                table,
                                "create table nowhere (x int)",
                                "create trigger g after update on t for each row insert into nowhere values (1)",
                                "drop table nowhere"),
                        RecordStore::save,
                        "nowhere"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatIsMissingElsewhereIsToldInTheDatabasesWords(Write write) {
        try (Shop shop = new Shop(write.engine(), write.statements().toArray(String[]::new))) {
            shop.sql(firstRow(write));
            Draft draft = Draft.of(shop.first("t")).with("n", Value.of(5));
            for (int again = 0; again < 2; again++) {
                assertThat(write.write().apply(shop.store(), draft))
                        .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.NOT_CARRIED_OUT);
                            assertThat(refused.detail().toLowerCase(Locale.ROOT))
                                    .contains(write.words());
                        });
            }
        }
    }

    private static String[] firstRow(Write write) {
        String insert = "insert into \"t\" (\"id\", \"n\") values (1, null)";
        return write.engine() == Engine.SQLITE
                ? new String[] {"pragma foreign_keys = off", insert, "pragma foreign_keys = on"}
                : new String[] {insert};
    }

    @OnEveryEngine
    void aColumnOfTheTableThatWasDroppedIsStillAChangeOfTheTable(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"n\" integer, \"m\" integer)",
                "insert into \"t\" values (1, 1, 1)")) {
            Draft draft = Draft.of(shop.first("t")).with("n", Value.of(5));
            shop.sql("alter table \"t\" drop column \"m\"");
            assertThat(shop.store().save(draft)).isInstanceOf(Outcome.TableChanged.class);
        }
    }
}
