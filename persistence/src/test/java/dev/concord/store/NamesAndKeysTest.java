package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables, columns and keys with difficult names. */
@LockingContract
class NamesAndKeysTest {

    @OnEveryEngine
    void namesWithSpacesQuotesAndReservedWordsWork(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"order \"\"line\"\" `x\" (\"select\" integer not null primary key, "
                        + "\"a \"\"b\"\" 'c' {0} ?\" varchar(20), \"group\" integer, \"naïve\" integer)",
                "insert into \"order \"\"line\"\" `x\" values (1, 'x', 2, 3)")) {
            RecordKey key = shop.key("order \"line\" `x", Row.of("select", Value.of(1)));
            Draft draft = Draft.of(shop.store().find(key).orElseThrow());
            Snapshot saved = shop.saved(draft.with("a \"b\" 'c' {0} ?", Value.of("y"))
                    .with("group", Value.of(5))
                    .with("naïve", Value.of(6)));
            assertThat(saved.row().get("a \"b\" 'c' {0} ?")).isEqualTo(Value.of("y"));
            assertThat(shop.store().save(draft.with("group", Value.of(7)))).isInstanceOf(Outcome.Stale.class);
            shop.inserted(Draft.newRow(key.table()).with("select", Value.of(2)).with("group", Value.of(1)));
            PageRequest request =
                    PageRequest.first(key.table(), List.of(new PageRequest.Sort("a \"b\" 'c' {0} ?", true)), 1);
            Page first = shop.store().page(request);
            Page next = shop.store().page(request.after(first.next().orElseThrow()));
            assertThat(first.rows().getFirst().get("select")).isEqualTo(Value.of(1));
            assertThat(next.rows().getFirst().get("select")).isEqualTo(Value.of(2));
            assertThat(shop.store().delete(saved)).isInstanceOf(Outcome.Deleted.class);
        }
    }

    @OnEveryEngine
    void aKeyADefaultMakesIsKnownAfterTheInsert(Engine engine) {
        String made =
                switch (engine) {
                    case H2 -> "uuid default random_uuid()";
                    case POSTGRESQL -> "uuid default gen_random_uuid()";
                    case MARIADB -> "char(60) default (concat(uuid(), ' isn''t', '\\\\'))";
                    case SQLITE -> "text default (hex(randomblob(16)))";
                };
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" " + made + " not null, \"part\" varchar(20) default 'it''s' not null,"
                        + " \"at\" MOMENT default "
                        + (engine == Engine.SQLITE ? "current_timestamp" : "current_timestamp(6)")
                        + " not null, \"n\" integer,"
                        + " primary key (\"id\", \"part\", \"at\"))")) {
            Draft draft = Draft.newRow(shop.id("t")).with("n", Value.of(1));
            Snapshot one = shop.inserted(draft);
            Snapshot other = shop.inserted(draft);
            assertThat(one.key()).isNotEqualTo(other.key());
            assertThat(one.row().get("part")).isEqualTo(Value.of("it's"));
            assertThat(shop.store().find(one.key())).isPresent();
            shop.saved(Draft.of(other).with("n", Value.of(2)));
        }
    }

    @Test
    void aKeyATriggerMakesIsKnownAfterTheInsertExceptInMySql() {
        try (Shop shop = new Shop(
                Engine.MARIADB,
                "create table \"t\" (\"id\" char(36) not null, \"n\" integer, primary key (\"id\"))",
                "create trigger \"key\" before insert on \"t\" for each row set new.id = uuid()")) {
            InsertOutcome outcome =
                    shop.store().insert(Draft.newRow(shop.id("t")).with("n", Value.of(1)));
            if (shop.dialect() == Dialect.MYSQL) {
                assertThat(outcome).isEqualTo(new Outcome.Refused(Outcome.Refused.Reason.KEY_UNKNOWN, ""));
            } else {
                assertThat(outcome).isInstanceOf(Outcome.Saved.class);
            }
        }
    }

    @OnEveryEngine
    void keysOfSeveralColumnsKeepTheirBorders(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"a\" varchar(20) not null, \"b\" varchar(20) not null, \"n\" integer, "
                        + "primary key (\"a\", \"b\"))",
                "insert into \"t\" values ('a/b', 'c', 1)",
                "insert into \"t\" values ('a', 'b/c', 2)",
                "insert into \"t\" values ('a', '', 3)")) {
            Row one = Row.of("a", Value.of("a/b")).with("b", Value.of("c"));
            Row other = Row.of("a", Value.of("a")).with("b", Value.of("b/c"));
            Row empty = Row.of("a", Value.of("a")).with("b", Value.of(""));
            Snapshot saved =
                    shop.saved(Draft.of(shop.store().find(shop.key("t", one)).orElseThrow())
                            .with("n", Value.of(10)));
            assertThat(saved.key().columns()).isEqualTo(one);
            assertThat(shop.store()
                            .find(shop.key("t", other))
                            .orElseThrow()
                            .row()
                            .get("n"))
                    .isEqualTo(Value.of(2));
            assertThat(shop.store()
                            .find(shop.key("t", empty))
                            .orElseThrow()
                            .row()
                            .get("n"))
                    .isEqualTo(Value.of(3));
        }
    }

    @OnEveryEngine
    void theKeyTheDatabaseMakesIsReturned(Engine engine) {
        try (Shop shop =
                new Shop(engine, "create table \"t\" (\"id\" AUTOKEY, \"name\" varchar(20) default 'nobody')")) {
            Snapshot first = shop.inserted(Draft.newRow(shop.id("t")));
            Snapshot second = shop.inserted(Draft.newRow(shop.id("t")).with("name", Value.of("Bo")));
            assertThat(first.row().get("name")).isEqualTo(Value.of("nobody"));
            assertThat(second.key()).isNotEqualTo(first.key());
            assertThat(shop.store().find(second.key()).orElseThrow().row()).isEqualTo(second.row());
            shop.saved(Draft.of(second).with("name", Value.of("Cy")));
        }
    }

    @OnEveryEngine
    void aTableWithoutAKeyCanBeReadPageByPage(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"n\" integer)",
                "insert into \"t\" values (1)",
                "insert into \"t\" values (1)")) {
            PageRequest request = PageRequest.first(shop.id("t"), List.of(), 1);
            Page first = shop.store().page(request);
            assertThat(first.rows()).hasSize(1);
            assertThat(shop.store()
                            .page(request.after(first.next().orElseThrow()))
                            .next())
                    .isEmpty();
        }
    }

    @OnEveryEngine
    void aUniqueKeyThatIsNotNullServesAsTheRowKey(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"code\" varchar(10) not null unique, \"n\" integer)",
                "insert into \"t\" values ('a', 1)")) {
            RecordKey key = shop.key("t", Row.of("code", Value.of("a")));
            Snapshot saved =
                    shop.saved(Draft.of(shop.store().find(key).orElseThrow()).with("n", Value.of(2)));
            assertThat(saved.key()).isEqualTo(key);
        }
    }

    /** A statement cannot be grouped by such a key, so it must not be asked to prove that the key still is one. */
    @Test
    void aPrimaryKeyThatPostgresMayCheckAtCommitNamesARowAsWell() {
        try (Shop shop = new Shop(
                        Engine.POSTGRESQL,
                        "create table late (id integer primary key deferrable, stock integer, version integer)",
                        "insert into late values (1, 10, 1)")
                .guardedBy("late", OnEveryGuard.COUNTER)) {
            Snapshot saved = shop.saved(Draft.of(shop.first("late")).with("stock", Value.of(11)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(2));
            assertThat(shop.store().delete(saved)).isInstanceOf(Outcome.Deleted.class);
        }
    }
}
