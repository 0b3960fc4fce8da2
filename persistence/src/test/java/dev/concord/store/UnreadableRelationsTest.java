package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.ReadOutcome.Reason;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A relation that cannot be read is listed, says why in the database's words, and stands in no other relation's way. */
@LockingContract
class UnreadableRelationsTest {

    /**
     * Something that cannot be read.
     *
     * @param statements make it, and call it {@code bad}
     * @param words what the database says of it
     */
    record Broken(String name, Engine engine, List<String> statements, Reason reason, String words) {
        @Override
        public String toString() {
            return engine + ": " + name;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                new Broken(
                        "view of a table that is gone",
                        Engine.SQLITE,
                        List.of("create table gone (x)", "create view bad as select x from gone", "drop table gone"),
                        Reason.NOT_CARRIED_OUT,
                        "no such table: main.gone"),
                new Broken(
                        "table of a module that is not there",
                        Engine.SQLITE,
                        List.of(
                                "pragma writable_schema = on",
                                "insert into sqlite_master (type, name, tbl_name, rootpage, sql) values ('table', 'bad',"
                                        + " 'bad', 0, 'CREATE VIRTUAL TABLE bad USING vec0(embedding float[4])')",
                                "pragma writable_schema = reset"),
                        Reason.NOT_CARRIED_OUT,
                        "no such module: vec0"),
                new Broken(
                        "foreign table whose server cannot be asked",
                        Engine.POSTGRESQL,
                        List.of(
                                "create foreign data wrapper nothing",
                                "create server nobody foreign data wrapper nothing",
                                "create foreign table bad (a text) server nobody"),
                        Reason.NOT_CARRIED_OUT,
                        "has no handler"),
                new Broken(
                        "view whose function cannot be run",
                        Engine.POSTGRESQL,
                        List.of(
                                "create function f() returns integer immutable language plpgsql as"
                                        + " $$ begin return (select count(*) from nowhere); end $$",
                                "create view bad as select id from good where id = f()"),
                        Reason.NOT_CARRIED_OUT,
                        "nowhere"),
                new Broken(
                        "view of a table that is gone",
                        Engine.MARIADB,
                        List.of(
                                "create table gone (x int)",
                                "create view bad as select x from gone",
                                "drop table gone"),
                        Reason.NOT_CARRIED_OUT,
                        "bad"),
                new Broken(
                        "view of a table that is gone",
                        Engine.H2,
                        List.of("create force view \"bad\" as select x from gone"),
                        Reason.NOT_CARRIED_OUT,
                        "GONE"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatCannotBeReadIsListedWithTheDatabasesReason(Broken broken) {
        try (Shop shop = new Shop(
                broken.engine(),
                "create table \"good\" (\"id\" integer not null primary key)",
                "insert into \"good\" values (1)")) {
            shop.sql(broken.statements().toArray(String[]::new));

            assertThat(shop.store().catalog().tables())
                    .extracting(table -> table.id().name())
                    .contains("good", "bad");
            assertUnreadable(shop.store(), shop.id("bad"), broken.reason(), broken.words());
            assertThat(probed(shop.store(), shop.id("good"))).isInstanceOf(ReadOutcome.Read.class);
        }
    }

    static Stream<Engine> withUsers() {
        return Stream.of(Engine.values()).filter(engine -> engine != Engine.SQLITE);
    }

    @ParameterizedTest
    @MethodSource("withUsers")
    void whatTheUserMayNotReadIsListedWithTheDatabasesReason(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        String user = "ana" + System.nanoTime();
        String identified = engine == Engine.MARIADB ? " identified by 'p'" : " password 'p'";
        try (Shop shop = new Shop(
                        engine,
                        settings,
                        "create table \"notice\" (\"id\" integer not null primary key, \"text\" varchar(20))",
                        "create table \"payroll\" (\"id\" integer not null primary key, \"amount\" integer)",
                        "insert into \"notice\" values (1, 'hello')",
                        "create user " + user + identified,
                        "grant select, update on \"notice\" to " + user,
                        "grant insert on \"payroll\" to " + user);
                Database hers = TestDatabase.open(new DatabaseSettings(
                        settings.address().replaceFirst(";.*", ""), user, new Secret("p"), false))) {
            RecordStore store = shop.storeOf(hers);
            TableId payroll = shop.id("payroll");

            assertThat(store.catalog().tables()).extracting(TableSummary::id).contains(shop.id("notice"), payroll);
            assertUnreadable(store, payroll, Reason.NOT_PERMITTED, "payroll");
            assertThat(probed(store, shop.id("notice"))).isInstanceOf(ReadOutcome.Read.class);
        }
    }

    /** The key cannot be compared; its rows are shown in another order. */
    @Test
    void rowsWhoseKeyTheDatabaseCannotSortAreShownInAnotherOrder() {
        try (Shop shop = new Shop(
                Engine.SQLITE,
                "create table bad (id text primary key, n integer)",
                "insert into bad values ('b', 1), ('a', 2), ('c', 3), ('d', 3), ('e', 3)",
                "pragma writable_schema = on",
                "update sqlite_master set sql = replace(sql, 'primary key', 'collate nowhere primary key')"
                        + " where name = 'bad'",
                "pragma writable_schema = reset")) {
            assertThat(paged(shop.store(), shop.id("bad"), List.of()))
                    .containsExactlyInAnyOrder("b", "a", "c", "d", "e");
            assertThat(paged(shop.store(), shop.id("bad"), List.of(new Sort("n", false))))
                    .containsExactlyInAnyOrder("b", "a", "c", "d", "e")
                    .endsWith("a", "b");
            assertThat(probed(shop.store(), shop.id("bad"))).isInstanceOf(ReadOutcome.Read.class);
            assertThat(shop.store().reading(from -> from.page(request(shop.id("bad"), List.of(new Sort("id", true))))))
                    .isInstanceOfSatisfying(ReadOutcome.Unreadable.class, why -> assertThat(why.detail())
                            .contains("no such collation sequence: nowhere"));
        }
    }

    /** Its index is left alone where only other columns are written, and rows are found byte by byte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id text primary key, n integer, words text",
                "id text not null, n integer, words text, primary key (id, n)"
            })
    void aRecordWhoseKeyTheDatabaseCannotCompareIsOpenedAndSaved(String columns) {
        try (Shop shop = new Shop(
                        Engine.SQLITE,
                        "create table bad (" + columns + ")",
                        "insert into bad values ('b', 1, 'one'), ('B', 2, 'two')",
                        "pragma writable_schema = on",
                        "update sqlite_master set sql = replace(sql, 'id text', 'id text collate nowhere')"
                                + " where name = 'bad'",
                        "pragma writable_schema = reset")
                .guardedBy("bad", OnEveryGuard.DIGEST)) {
            RecordStore store = shop.store();
            RecordKey key = shop.key(
                    "bad",
                    shop.table("bad").rowKey().orElseThrow().columns().size() == 1
                            ? Row.of("id", Value.of("b"))
                            : Row.of("id", Value.of("b")).with("n", Value.of(1)));
            Snapshot base = store.find(key).orElseThrow();
            assertThat(base.row().get("words")).isEqualTo(Value.of("one"));
            Draft draft = Draft.of(base).with("words", Value.of("mine"));
            Snapshot saved = ((Outcome.Saved) store.save(draft)).snapshot();
            assertThat(saved.row().get("words")).isEqualTo(Value.of("mine"));
            assertThat(store.save(draft.with("words", Value.of("again")))).isInstanceOf(Outcome.Stale.class);
            Draft more = Draft.of(saved).with("words", Value.of("more"));
            assertThat(store.saveAll(List.of(more), BatchPolicy.ABORT_ALL).complete())
                    .isTrue();
            Snapshot last = store.find(key).orElseThrow();
            List<Object> changesOfTheIndex = List.of(
                    store.delete(last),
                    store.save(Draft.of(last).with("id", Value.of("c"))),
                    store.insert(
                            Draft.newRow(key.table()).with("id", Value.of("d")).with("n", Value.of(3))));
            assertThat(changesOfTheIndex).allSatisfy(outcome -> assertThat(outcome)
                    .isInstanceOfSatisfying(Outcome.Refused.class, why -> assertThat(why.detail())
                            .contains("no such collation sequence: nowhere")));
            assertThat(store.find(key).orElseThrow().row()).isEqualTo(last.row());
        }
    }

    private static List<String> paged(RecordStore store, TableId table, List<Sort> sort) {
        List<String> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(table, sort, 2));
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page page = store.page(request);
            page.rows().forEach((Row row) -> read.add(row.get("id").text()));
            next = page.next().map(request::after);
        }
        return read;
    }

    private static PageRequest request(TableId table, List<Sort> sort) {
        return PageRequest.first(table, sort, 10);
    }

    private static void assertUnreadable(RecordStore store, TableId table, Reason reason, String words) {
        ReadOutcome<?> probed = probed(store, table);
        ReadOutcome<?> page = store.reading(
                from -> from.catalog().table(table).map(found -> from.page(request(found.id(), List.of()))));
        assertThat(List.of(probed, page))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(ReadOutcome.Unreadable.class, why -> {
                    assertThat(why.why()).isEqualTo(reason);
                    assertThat(why.detail().toLowerCase(Locale.ROOT)).contains(words.toLowerCase(Locale.ROOT));
                }));
    }

    /** What {@code concord check} does. */
    private static ReadOutcome<?> probed(RecordStore store, TableId table) {
        return store.reading(from -> from.guardOf(table).flatMap(guard -> {
            from.probe(table);
            return from.catalog().estimate(table);
        }));
    }
}
