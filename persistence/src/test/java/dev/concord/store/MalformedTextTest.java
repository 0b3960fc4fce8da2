package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
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
import dev.concord.testing.PostgresServer;
import dev.concord.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text that is not valid in its encoding, in every database that stores any. */
@LockingContract
class MalformedTextTest {

    /** A database that stores text which is not valid. */
    enum Storage {
        H2(Engine.H2, "varchar(400)", "'M' || char(55297) || 'ller'", "'M' || char(55298) || 'ller'"),
        SQLITE_UTF_8(Engine.SQLITE, "text", "cast(x'4dfc6c6c6572' as text)", "cast(x'4de46c6c6572' as text)"),
        SQLITE_UTF_16LE(Engine.SQLITE, "text", "cast(x'4d0001d86c00' as text)", "cast(x'4d0001d86cdc' as text)"),
        SQLITE_UTF_16BE(Engine.SQLITE, "text", "cast(x'004dd801006c' as text)", "cast(x'004dd801dc6c' as text)"),
        POSTGRESQL_SQL_ASCII(
                Engine.POSTGRESQL,
                "varchar(2000)",
                "convert_from('\\x4dfc6c6c6572', 'SQL_ASCII')",
                "convert_from('\\x4de46c6c6572', 'SQL_ASCII')"),
        MARIADB_UTF8MB4(
                Engine.MARIADB,
                "varchar(400) character set utf8mb4 collate utf8mb4_bin",
                "_utf8mb4 x'4deda08161'",
                "_utf8mb4 x'4deda08261'"),
        MARIADB_UTF8MB3(
                Engine.MARIADB,
                "varchar(200) character set utf8mb3 collate utf8mb3_bin",
                "_utf8mb3 x'4deda08161'",
                "_utf8mb3 x'4deda08261'"),
        MARIADB_UCS2(
                Engine.MARIADB,
                "varchar(300) character set ucs2 collate ucs2_bin",
                "_ucs2 x'004dd8010061'",
                "_ucs2 x'004dd8020061'");

        private final Engine engine;
        private final String type;
        private final String one;
        private final String other;

        Storage(Engine engine, String type, String one, String other) {
            this.engine = engine;
            this.type = type;
            this.one = one;
            this.other = other;
        }

        Shop shop() {
            return new Shop(
                    engine,
                    settings(),
                    "create table \"c\" (\"id\" integer not null primary key, \"name\" " + type
                            + ", \"note\" varchar(20))",
                    "create table \"k\" (\"id\" " + type + " not null primary key, \"n\" integer)",
                    "insert into \"c\" values (1, " + one + ", 'n')",
                    "insert into \"k\" values (" + one + ", 1), (" + other + ", 2), ('valid', 3)");
        }

        private DatabaseSettings settings() {
            return switch (this) {
                case SQLITE_UTF_16LE -> utf16("UTF-16le");
                case SQLITE_UTF_16BE -> utf16("UTF-16be");
                case POSTGRESQL_SQL_ASCII -> PostgresServer.freshDatabaseOfAnyBytes();
                default -> engine.freshDatabase();
            };
        }

        private DatabaseSettings utf16(String encoding) {
            Path file = TestDatabase.directory().resolve(name() + "-" + System.nanoTime() + ".sqlite");
            // Only a table settles the encoding.
            TestDatabase.create(
                    "jdbc:sqlite:" + file,
                    "pragma encoding = '" + encoding + "'",
                    "create table t (n integer)",
                    "drop table t");
            return DatabaseSettings.of(file.toString());
        }

        /** The bytes as stored, in hexadecimal. */
        String stored(Shop shop, String table, String column, String where) {
            String hex =
                    switch (engine) {
                        case H2 -> "rawtohex(\"" + column + "\")";
                        case POSTGRESQL -> "encode(convert_to(\"" + column + "\", 'SQL_ASCII'), 'hex')";
                        case MARIADB, SQLITE -> "hex(\"" + column + "\")";
                    };
            return TestDatabase.answer(
                    shop.database(), shop.quoted("select " + hex + " from \"" + table + "\" where " + where));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowCopiedAsAnInsertHasTheSameText(Storage storage) {
        try (Shop shop = storage.shop()) {
            Snapshot base = shop.first("c");
            String insert = shop.store()
                    .insertText(shop.id("c"), List.of("id", "name", "note"), List.of(base.row()))
                    .replace(";\n", "");
            shop.sql("delete from \"c\"");
            TestDatabase.execute(shop.database(), insert);
            assertThat(shop.first("c").row()).as(insert).isEqualTo(base.row());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfTheInvalidPartAloneIsAChange(Storage storage) {
        try (Shop shop = storage.shop()) {
            Snapshot base = shop.first("c");
            assertThat(base.row().get("name")).isInstanceOf(Value.Malformed.class);
            assertThat(shop.first("c").token()).isEqualTo(base.token());
            shop.sql("update \"c\" set \"name\" = " + storage.other);
            Snapshot theirs = shop.first("c");
            assertThat(theirs.row()).isNotEqualTo(base.row());
            assertThat(theirs.token()).isNotEqualTo(base.token());
            String left = storage.stored(shop, "c", "name", "\"id\" = 1");
            assertThat(shop.store().save(Draft.of(base).with("name", Value.of("Moller"))))
                    .isInstanceOfSatisfying(
                            Outcome.Stale.class,
                            stale -> assertThat(stale.theirs().row()).isEqualTo(theirs.row()));
            assertThat(storage.stored(shop, "c", "name", "\"id\" = 1")).isEqualTo(left);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBytesStayWhenAnythingElseIsSavedAndAreRestoredWhenTheyWereReplaced(Storage storage) {
        try (Shop shop = storage.shop()) {
            String before = storage.stored(shop, "c", "name", "\"id\" = 1");
            Snapshot base = shop.first("c");
            Snapshot saved = shop.saved(Draft.of(base).with("note", Value.of("changed")));
            assertThat(storage.stored(shop, "c", "name", "\"id\" = 1")).isEqualTo(before);
            assertThat(saved.row().get("name")).isEqualTo(base.row().get("name"));
            Snapshot replaced = shop.saved(Draft.of(saved).with("name", Value.of("Müller")));
            assertThat(replaced.row().get("name")).isEqualTo(Value.of("Müller"));
            Snapshot restored = shop.saved(Draft.of(replaced)
                    .with("name", base.row().get("name"))
                    .with("note", base.row().get("note")));
            assertThat(storage.stored(shop, "c", "name", "\"id\" = 1")).isEqualTo(before);
            assertThat(restored.token()).isEqualTo(base.token());
            Snapshot copy = shop.inserted(Draft.newRow(shop.id("c"))
                    .with("id", Value.of(2))
                    .with("name", base.row().get("name")));
            assertThat(copy.row().get("name")).isEqualTo(base.row().get("name"));
            assertThat(storage.stored(shop, "c", "name", "\"id\" = 2")).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsFoundSavedAndDeletedByAKeyThatIsNotValid(Storage storage) {
        try (Shop shop = storage.shop()) {
            List<RecordKey> keys = new ArrayList<>();
            Optional<PageRequest> next = Optional.of(first(shop, "k", 1));
            while (next.isPresent()) {
                PageRequest request = next.get();
                Page page = shop.store().page(request);
                page.rows().forEach(row -> keys.add(shop.key("k", row.only(List.of("id")))));
                next = page.next().map(after -> request.after(after));
            }
            assertThat(keys).hasSize(3).doesNotHaveDuplicates();
            assertThat(shop.store().findAll(shop.id("k"), keys)).containsOnlyKeys(keys);
            assertThat(shop.store().findAll(shop.id("k"), keys.reversed())).containsOnlyKeys(keys);
            for (RecordKey key : keys) {
                Snapshot row = shop.store().find(key).orElseThrow();
                Snapshot saved = shop.saved(Draft.of(row).with("n", Value.of(7)));
                assertThat(saved.key()).isEqualTo(key);
                assertThat(shop.store().delete(saved)).isEqualTo(new Outcome.Deleted(key));
                assertThat(shop.inserted(Draft.newRow(shop.id("k"))
                                        .with("id", key.columns().get("id")))
                                .key())
                        .isEqualTo(key);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsNotValidCanBeReplacedByAValidOne(Storage storage) {
        try (Shop shop = storage.shop()) {
            Value.Malformed key = (Value.Malformed) shop.first("c").row().get("name");
            Snapshot row = shop.store().find(shop.key("k", Row.of("id", key))).orElseThrow();
            assertThat(row.row().get("n")).isEqualTo(Value.of(1));
            Snapshot renamed = shop.saved(Draft.of(row).with("id", Value.of("Müller")));
            assertThat(renamed.key()).isEqualTo(shop.key("k", Row.of("id", Value.of("Müller"))));
            assertThat(shop.store().find(row.key())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageShowsWhatIsNotValidMarkedAndNoCharacterCutInTwo(Storage storage) {
        try (Shop shop = storage.shop()) {
            String longText =
                    (storage.type.contains("utf8mb3") || storage.type.contains("ucs2") ? "éß" : "é𝄞").repeat(80);
            shop.inserted(Draft.newRow(shop.id("c")).with("id", Value.of(2)).with("name", Value.of("a" + longText)));
            shop.inserted(Draft.newRow(shop.id("c")).with("id", Value.of(3)).with("name", Value.of(longText)));
            List<Row> rows = shop.store().page(first(shop, "c", 10)).rows();
            assertThat(rows.getFirst().get("name").text()).startsWith("M\\x");
            assertThat(rows.get(1).get("name")).isInstanceOf(Value.Text.class);
            assertThat(rows.get(2).get("name")).isInstanceOf(Value.Text.class);
            assertThat(longText).startsWith(rows.get(2).get("name").text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReplacementCharacterItselfIsValidText(Storage storage) {
        try (Shop shop = storage.shop()) {
            Snapshot saved = shop.saved(Draft.of(shop.first("c")).with("name", Value.of("M\uFFFDl")));
            assertThat(saved.row().get("name")).isEqualTo(Value.of("M\uFFFDl"));
            assertThat(shop.first("c").row().get("name")).isEqualTo(Value.of("M\uFFFDl"));
        }
    }

    private static PageRequest first(Shop shop, String table, int rows) {
        return PageRequest.first(shop.id(table), List.of(), rows);
    }
}
