package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation.Kind;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.PostgresServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A character that a column cannot hold is refused at its field, and never becomes a question mark. */
@LockingContract
class MissingCharactersTest {

    /** A database or a column of one character set, a text it has all characters of, and a character it lacks. */
    enum Storage {
        MARIADB_LATIN1("latin1", "für 5 €", "ł"),
        MARIADB_CP1250("cp1250", "Łódź €", "ñ"),
        MARIADB_CP1251("cp1251", "Москва", "ü"),
        MARIADB_ASCII("ascii", "plain", "ü"),
        MARIADB_UTF8MB3("utf8mb3", "ł €", "😀"),
        MARIADB_UCS2("ucs2", "ł €", "😀"),
        /** Only the server knows its characters. */
        MARIADB_GBK("gbk", "北京", "ł"),
        MARIADB_GREEK("greek", "Αθήνα", "ł"),
        MARIADB_UTF8MB4("utf8mb4", "ł € 😀 \0", ""),
        POSTGRESQL_LATIN1("LATIN1", "für", "€"),
        POSTGRESQL_LATIN9("LATIN9", "für 5 €", "ł"),
        POSTGRESQL_WIN1251("WIN1251", "Москва", "ü"),
        POSTGRESQL_EUC_JP("EUC_JP", "東京", "😀"),
        POSTGRESQL_UTF8("UTF8", "ł € 😀", "\0"),
        POSTGRESQL_SQL_ASCII("SQL_ASCII", "ł € 😀", "\0"),
        SQLITE("", "ł € 😀", ""),
        H2("", "ł € 😀 \0", "");

        private final String set;
        private final String held;
        private final String missing;

        Storage(String set, String held, String missing) {
            this.set = set;
            this.held = held;
            this.missing = missing;
        }

        Engine engine() {
            return Engine.valueOf(name().replaceAll("_.*", ""));
        }

        Shop shop() {
            DatabaseSettings settings =
                    engine() == Engine.POSTGRESQL ? PostgresServer.freshDatabaseIn(set) : engine().freshDatabase();
            String type = engine() == Engine.MARIADB ? "varchar(40) character set " + set : "varchar(40)";
            return new Shop(
                    engine(),
                    settings,
                    "create table \"c\" (\"id\" integer not null primary key, \"name\" " + type + ", \"note\" " + type
                            + ")",
                    "insert into \"c\" values (1, 'before', 'n')");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheColumnHoldsIsSavedAndReadBackAsItIs(Storage storage) {
        try (Shop shop = storage.shop()) {
            Snapshot saved = shop.saved(Draft.of(shop.first("c")).with("name", Value.of(storage.held)));
            assertThat(saved.row().get("name")).isEqualTo(Value.of(storage.held));
            assertThat(shop.first("c").row()).isEqualTo(saved.row());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatItLacksIsRefusedAtItsFieldAndNothingIsWritten(Storage storage) {
        if (storage.missing.isEmpty()) {
            return;
        }
        try (Shop shop = storage.shop()) {
            Snapshot base = shop.first("c");
            Value unheld = Value.of("a" + storage.missing + "b");
            Draft change = Draft.of(base).with("name", unheld).with("note", Value.of("changed"));
            Draft news = Draft.newRow(shop.id("c")).with("id", Value.of(2)).with("name", unheld);

            assertNamed(storage, shop.store().save(change));
            assertNamed(storage, shop.store().insert(news));
            BatchOutcome batch = shop.store().saveAll(List.of(change), BatchPolicy.SKIP_AND_REPORT);
            assertThat(batch.entries())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            BatchOutcome.NotSaved.class, notSaved -> assertNamed(storage, notSaved.why()));
            assertThat(shop.first("c").row()).isEqualTo(base.row());
            assertThat(shop.store().find(shop.key("c", Row.of("id", Value.of(2)))))
                    .isEmpty();
        }
    }

    /** So it is said as one types, too. */
    @ParameterizedTest
    @EnumSource
    void itIsKnownBeforeTheSaveWhereJavaHasTheSet(Storage storage) {
        try (Shop shop = storage.shop()) {
            Column column = shop.store()
                    .catalog()
                    .table(shop.id("c"))
                    .orElseThrow()
                    .column("name")
                    .orElseThrow();
            assertThat(column.characters().missing(storage.held)).isEmpty();
            boolean onlyTheServerKnows = List.of("gbk", "greek", "EUC_JP").contains(storage.set);
            if (!onlyTheServerKnows && !storage.missing.isEmpty()) {
                assertThat(column.characters().missing(storage.missing)).contains(storage.missing);
                assertThat(column.characters().name()).isEqualTo(storage.set);
            }
        }
    }

    private static void assertNamed(Storage storage, Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.kind()).isEqualTo(Kind.CHARACTER);
                    assertThat(violation.columns()).containsExactly("name");
                    assertThat(violation.detail()).isEqualTo(storage.missing);
                }));
    }
}
