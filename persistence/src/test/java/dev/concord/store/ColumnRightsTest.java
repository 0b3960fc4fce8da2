package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.Table.ReadOnlyReason;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rights to single columns, which PostgreSQL and MariaDB have, are read and respected. */
@LockingContract
class ColumnRightsTest {
    private static final String PERSON =
            "create table \"person\" (\"id\" integer not null primary key, \"name\" varchar(20),"
                    + " \"phone\" varchar(20), \"salary\" integer, \"note\" varchar(20) default 'none')";
    private static final String ANA = "insert into \"person\" values (1, 'Ana', '1', 5000, 'x')";

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void onlyTheColumnsThatMayBeReadAreReadAndThoseThatMayBeChangedAreSaved(Engine engine) {
        as(
                engine,
                List.of(PERSON, ANA),
                List.of("select (\"id\", \"name\", \"phone\")", "update (\"phone\")"),
                (shop, hers) -> {
                    Table table = hers.catalog().table(shop.id("person")).orElseThrow();
                    assertThat(table.columns()).extracting(Column::name).containsExactly("id", "name", "phone");
                    assertThat(table.whole()).isFalse();
                    assertThat(table.readOnlyReason()).isEmpty();
                    assertThat(hers.page(PageRequest.first(table.id(), List.of(), 10))
                                    .rows())
                            .hasSize(1);

                    Snapshot base = hers.find(shop.key("person", Row.of("id", Value.of(1))))
                            .orElseThrow();
                    assertThat(base.row().columns().list()).containsExactly("id", "name", "phone");
                    assertThat(hers.save(Draft.of(base).with("name", Value.of("Eve"))))
                            .isEqualTo(new Outcome.Refused(Reason.COLUMN_NOT_PERMITTED, "name"));

                    shop.sql("update \"person\" set \"salary\" = 6000");
                    Snapshot saved = saved(hers.save(Draft.of(base).with("phone", Value.of("2"))));
                    assertThat(saved.row().get("phone")).isEqualTo(Value.of("2"));
                    assertThat(shop.first("person").row().get("salary")).isEqualTo(Value.of(6000));

                    shop.sql("update \"person\" set \"name\" = 'Eva'");
                    assertThat(hers.save(Draft.of(saved).with("phone", Value.of("3"))))
                            .isInstanceOf(Outcome.Stale.class);
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void whatSheMayNotReadIsNotDeletedUnseen(Engine engine) {
        as(
                engine,
                List.of(PERSON, ANA),
                List.of("select (\"id\", \"name\")", "update (\"name\")", "delete"),
                (shop, hers) -> {
                    Snapshot base = hers.find(shop.key("person", Row.of("id", Value.of(1))))
                            .orElseThrow();
                    assertThat(hers.delete(base)).isEqualTo(new Outcome.Refused(Reason.NOT_ALL_READABLE, ""));
                    assertThat(hers.deleteIf(base.key(), base.token()))
                            .isEqualTo(new Outcome.Refused(Reason.NOT_ALL_READABLE, ""));
                    assertThat(shop.first("person")).isNotNull();
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aNewRowHasValuesOnlyWhereSheMayGiveThem(Engine engine) {
        as(engine, List.of(PERSON), List.of("select", "insert (\"id\", \"name\")"), (shop, hers) -> {
            Draft fresh =
                    Draft.newRow(shop.id("person")).with("id", Value.of(1)).with("name", Value.of("Ana"));
            assertThat(hers.insert(fresh.with("note", Value.of("mine"))))
                    .isEqualTo(new Outcome.Refused(Reason.COLUMN_NOT_PERMITTED, "note"));
            assertThat(hers.insert(fresh)).isInstanceOf(Outcome.Saved.class);
            assertThat(shop.first("person").row().get("note")).isEqualTo(Value.of("none"));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void withoutTheKeyTheRowsAreShownAndNotEdited(Engine engine) {
        as(
                engine,
                List.of(
                        "create table \"person\" (\"a\" integer not null, \"b\" integer not null, \"n\" integer,"
                                + " primary key (\"a\", \"b\"))",
                        "insert into \"person\" values (1, 1, 1), (1, 2, 2)"),
                List.of("select (\"a\", \"n\")", "update (\"n\")"),
                (shop, hers) -> {
                    Table table = hers.catalog().table(shop.id("person")).orElseThrow();
                    assertThat(table.rowKey()).isEmpty();
                    assertThat(table.readOnlyReason()).contains(ReadOnlyReason.NO_READABLE_KEY);
                    assertThat(hers.page(PageRequest.first(table.id(), List.of(), 10))
                                    .rows())
                            .hasSize(2);
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void rightsThatChangeAreReadAgain(Engine engine) {
        as(engine, List.of(PERSON, ANA), List.of("select", "update"), (shop, hers) -> {
            Snapshot base =
                    hers.find(shop.key("person", Row.of("id", Value.of(1)))).orElseThrow();
            String user = user(shop);
            shop.sql(
                    "revoke select, update on \"person\" from " + user,
                    "grant select (\"id\", \"phone\"), update (\"phone\") on \"person\" to " + user);
            assertThat(hers.save(Draft.of(base).with("phone", Value.of("2")))).isInstanceOf(Outcome.Failure.class);

            Snapshot now = hers.find(base.key()).orElseThrow();
            assertThat(now.row().columns().list()).containsExactly("id", "phone");
            saved(hers.save(Draft.of(now).with("phone", Value.of("2"))));
        });
    }

    private static Snapshot saved(Object outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).snapshot();
    }

    private static String user(Shop shop) {
        return "u"
                + TestDatabase.answer(
                        shop.database(),
                        "select " + (shop.dialect().name().equals("POSTGRESQL") ? "current_database()" : "database()"));
    }

    private static void as(
            Engine engine, List<String> tables, List<String> rights, BiConsumer<Shop, RecordStore> test) {
        DatabaseSettings settings = engine.freshDatabase();
        try (Shop shop = new Shop(engine, settings, tables.toArray(String[]::new))) {
            String user = user(shop);
            shop.sql("create user " + user + (engine == Engine.MARIADB ? " identified by 'p'" : " password 'p'"));
            rights.forEach(right -> shop.sql("grant " + right + " on \"person\" to " + user));
            try (Database database =
                    TestDatabase.open(new DatabaseSettings(settings.address(), user, new Secret("p"), false))) {
                test.accept(shop, new RecordStore(database, new Catalog(database), Policies.DEFAULT));
            }
        }
    }
}
