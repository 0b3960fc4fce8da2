package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.PostgresServer;
import dev.concord.testing.TestDatabase;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys with bytes that are no characters are typed as they are shown, in every database that stores such texts, and in one that does not. */
class TypedKeyTest {

    /** A database, and how its tables are made: a text that is not valid is written in SQL. */
    enum Storage {
        H2(
                Engine.H2,
                "varchar(40)",
                "'M' || char(55297) || 'ller'",
                "M\\xED\\xA0\\x81ller",
                "\\x4D\\xed\\xA0\\x81ller"),
        SQLITE(Engine.SQLITE, "text", "cast(x'4dfc6c6c6572' as text)", "M\\xFCller", "\\x4D\\xfcller"),
        SQLITE_IN_NUMBERS(Engine.SQLITE, "int", "cast(x'4dfc6c6c6572' as text)", "M\\xFCller", "\\x4D\\xfcller"),
        POSTGRESQL(
                Engine.POSTGRESQL,
                "varchar(40)",
                "convert_from('\\x4dfc6c6c6572', 'SQL_ASCII')",
                "M\\xFCller",
                "\\x4D\\xfcller"),
        MARIADB(
                Engine.MARIADB,
                "varchar(40) character set utf8mb4 collate utf8mb4_bin",
                "_utf8mb4 x'4deda0816c6c6572'",
                "M\\xED\\xA0\\x81ller",
                "\\x4D\\xed\\xA0\\x81ller");

        private final Engine engine;
        private final String type;
        private final String name;
        private final String shown;
        private final String otherwise;

        Storage(Engine engine, String type, String name, String shown, String otherwise) {
            this.engine = engine;
            this.type = type;
            this.name = name;
            this.shown = shown;
            this.otherwise = otherwise;
        }

        Database open() {
            DatabaseSettings settings =
                    engine == Engine.POSTGRESQL ? PostgresServer.freshDatabaseOfAnyBytes() : engine.freshDatabase();
            Database database = TestDatabase.open(settings);
            TestDatabase.execute(
                    database,
                    "create table people (name " + type + " not null primary key, n integer)",
                    "insert into people values (" + name + ", 1)",
                    "insert into people values ('Ana', 2)");
            return database;
        }

        /** The characters of the marks, as a text of their own. */
        String inSql() {
            return "'" + (engine == Engine.MARIADB ? shown.replace("\\", "\\\\") : shown) + "'";
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordIsFoundByItsKeyAsItIsShown(Storage storage) {
        try (Database database = storage.open()) {
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

            Snapshot row = found(store, storage.shown).orElseThrow();

            assertThat(row.row().at(1)).isEqualTo(Value.of(1));
            assertThat(row.key().label()).isEqualTo(storage.shown);
            assertThat(found(store, storage.otherwise)).map(Snapshot::key).contains(row.key());
            assertThat(found(store, storage.shown + "\\xFF")).isEmpty();
        }
    }

    /** SQLite's column of numbers takes this text as well, but a text that is valid is typed as a number there. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE_IN_NUMBERS")
    void aKeyWithTheCharactersOfAMarkIsMeantFirst(Storage storage) {
        try (Database database = storage.open()) {
            TestDatabase.execute(database, "insert into people values (" + storage.inSql() + ", 3)");
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

            assertThat(found(store, storage.shown).orElseThrow().row().at(1)).isEqualTo(Value.of(3));
            assertThat(found(store, storage.otherwise).orElseThrow().row().at(1))
                    .isEqualTo(Value.of(1));
        }
    }

    /** Where such texts cannot be, no row has the key: nothing is sent that the database would take for another text. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void noRowHasAKeyThatTheDatabaseCannotStore(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            TestDatabase.execute(
                    database,
                    "create table people (name varchar(40) not null primary key, n integer)",
                    "insert into people values ('M?ller', 1)",
                    "insert into people values ('M\ufffdller', 2)");
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

            assertThat(found(store, "M\\xFCller")).isEmpty();
            assertThat(found(store, "M\\xEF\\xBF\\xBDller")).isPresent();
        }
    }

    private static Optional<Snapshot> found(RecordStore store, String typed) {
        Table table = store.catalog().tables().stream()
                .map(TableSummary::id)
                .filter(id -> id.name().equalsIgnoreCase("people"))
                .findFirst()
                .flatMap(store.catalog()::table)
                .orElseThrow();
        return new TypedKey(Texts.of(Locale.ENGLISH)).read(List.of(typed), table) instanceof TypedKey.Named named
                ? named.in(store)
                : Optional.empty();
    }
}
