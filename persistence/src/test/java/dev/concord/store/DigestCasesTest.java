package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The digest of rows as real databases deliver them: across processes, sessions, protocols and databases. */
@LockingContract
class DigestCasesTest {

    @Test
    void paddedTextIsEqualAcrossDatabasesAndTrailingSpacesOfVarcharCount() {
        List<VersionToken> padded = Stream.of(Engine.values())
                .map(engine -> tokenOf(engine, "char(5)", "'a'"))
                .distinct()
                .toList();
        List<VersionToken> plain = Stream.of(Engine.values())
                .map(engine -> tokenOf(engine, "varchar(5)", "'a '"))
                .distinct()
                .toList();
        assertThat(padded).hasSize(1);
        assertThat(plain).hasSize(1).doesNotContainAnyElementsOf(padded);
    }

    @OnEveryEngine
    void onlySpacesAreThePaddingOfChar(Engine engine) {
        List<String> values = List.of("a", "a\t", "a\n", "a\u3000", "a\u00a0");
        assertThat(tokens(
                        engine,
                        "char(5)",
                        values.stream().map(value -> "'" + value + "'").toArray(String[]::new)))
                .doesNotHaveDuplicates();
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" char(5) not null primary key, \"note\" varchar(20))",
                "insert into \"t\" values ('a\u3000', null)")) {
            Snapshot wide = shop.store()
                    .find(shop.key("t", Row.of("id", Value.of("a\u3000"))))
                    .orElseThrow();
            assertThat(shop.saved(Draft.of(wide).with("note", Value.of("mine"))).key())
                    .isEqualTo(wide.key());
        }
    }

    @OnEveryEngine
    void aSinglePrecisionTenthIsStableAndTheRowCanBeSaved(Engine engine) {
        String type = engine == Engine.MARIADB ? "float" : "real";
        try (Shop shop = table(engine, type, "0.1")) {
            Snapshot base = shop.first("t");
            assertThat(token(shop.first("t"))).isEqualTo(token(base));
            Snapshot saved = shop.saved(Draft.of(base).with("note", Value.of("mine")));
            assertThat(saved.row().get("v")).isEqualTo(base.row().get("v"));
        }
    }

    /** The text protocol sends MariaDB's FLOAT rounded to six digits, the binary one does not. */
    @Test
    void mariaDbsFloatIsTheSameByBothProtocols() {
        DatabaseSettings text = Engine.MARIADB.freshDatabase();
        DatabaseSettings binary = new DatabaseSettings(
                text.address() + (text.address().contains("?") ? "&" : "?") + "useServerPrepStmts=true",
                text.user(),
                text.password(),
                false);
        try (Shop one = new Shop(
                        Engine.MARIADB,
                        text,
                        "create table t (id integer not null primary key, v float)",
                        "insert into t values (1, 16777216)");
                Shop other = new Shop(Engine.MARIADB, binary)) {
            assertThat(token(other.first("t"))).isEqualTo(token(one.first("t")));
            assertThat(one.first("t").row().get("v")).isEqualTo(new Value.Float32(16777216f));
        }
    }

    @Test
    void onlyH2KeepsTheOffsetOfAMomentAndThereItCounts() {
        try (Shop h2 =
                table(Engine.H2, "timestamp with time zone", "timestamp with time zone '2026-03-29 10:00:00+02'")) {
            VersionToken before = token(h2.first("t"));
            h2.sql("update \"t\" set \"v\" = timestamp with time zone '2026-03-29 08:00:00+00'");
            assertThat(token(h2.first("t"))).isNotEqualTo(before);
        }
        try (Shop postgres = table(Engine.POSTGRESQL, "timestamptz", "'2026-03-29 10:00:00+02'")) {
            VersionToken before = token(postgres.first("t"));
            postgres.sql("update t set v = '2026-03-29 08:00:00+00'");
            assertThat(token(postgres.first("t"))).isEqualTo(before);
        }
    }

    /** PostgreSQL alone has a JSON type of each sort. */
    @Test
    void theOrderOfJsonKeysCountsWhereTheTypeKeepsTextOnly() {
        for (String type : List.of("json", "jsonb")) {
            try (Shop shop = table(Engine.POSTGRESQL, type, "'{\"a\": 1, \"b\": 2}'")) {
                VersionToken before = token(shop.first("t"));
                shop.sql("update t set v = '{\"b\": 2, \"a\": 1}'");
                assertThat(token(shop.first("t")).equals(before)).isEqualTo(type.equals("jsonb"));
            }
        }
    }

    /** MariaDB and SQLite have no arrays. */
    @Test
    void arraysDifferByTheirNestingTheirOrderAndTheirNulls() {
        assertThat(Stream.of("'{1,2,3,4}'", "'{{1,2},{3,4}}'", "'{{2,1},{3,4}}'", "'{1,NULL,3,4}'", "'{}'", "null")
                        .map(literal -> tokenOf(Engine.POSTGRESQL, "int[]", literal)))
                .doesNotHaveDuplicates();
        assertThat(Stream.of("'{NULL}'", "'{\"NULL\"}'", "'{null,a}'", "'{\"null,a\"}'")
                        .map(literal -> tokenOf(Engine.POSTGRESQL, "text[]", literal)))
                .doesNotHaveDuplicates();
        assertThat(Stream.concat(
                        Stream.of("array[1, 2, 3, 4]", "array[1, null, 3, 4]", "array[]", "null")
                                .map(literal -> tokenOf(Engine.H2, "integer array", literal)),
                        Stream.of("array[array[1, 2], array[3, 4]]", "array[array[2, 1], array[3, 4]]")
                                .map(literal -> tokenOf(Engine.H2, "integer array array", literal))))
                .doesNotHaveDuplicates();
        assertThat(tokens(
                        Engine.H2,
                        "varchar array",
                        "array['a, b']",
                        "array['a', 'b']",
                        "array[null]",
                        "array['null']",
                        "array['\"a\"']",
                        "array['a']"))
                .doesNotHaveDuplicates();
    }

    /** SQLite keeps no scale: only the text of its type differs. */
    @OnEveryEngine
    void decimalsOfAnotherScaleAreTheSameNumber(Engine engine) {
        assertThat(tokenOf(engine, "decimal(10,1)", "1.5")).isEqualTo(tokenOf(engine, "decimal(10,3)", "1.500"));
        if (engine == Engine.POSTGRESQL) {
            assertThat(tokens(engine, "numeric", "1.5", "1.500").distinct()).hasSize(1);
        }
    }

    /** SQLite has no booleans: there false is the number 0. */
    @OnEveryEngine
    void valuesThatLookAlikeDifferAsStored(Engine engine) {
        List<VersionToken> tokens = new ArrayList<>();
        tokens.addAll(tokens(engine, "varchar(20)", "null", "''", "'13'", "'0'", "'false'")
                .toList());
        tokens.addAll(tokens(engine, "integer", "13", "0").toList());
        if (engine != Engine.SQLITE) {
            tokens.addAll(tokens(engine, "boolean", "false").toList());
        }
        assertThat(tokens).doesNotHaveDuplicates();
    }

    @OnEveryEngine
    void whereAValueEndsAndWhichColumnHasItCountsAsStored(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"a\" varchar(9), \"b\" varchar(9))",
                "insert into \"t\" (\"id\") values (1)")) {
            assertThat(Stream.of("'a:b', \"b\" = 'c'", "'a', \"b\" = 'b:c'", "'b:c', \"b\" = 'a'")
                            .map(values -> {
                                shop.sql("update \"t\" set \"a\" = " + values);
                                return token(shop.first("t"));
                            }))
                    .doesNotHaveDuplicates();
        }
    }

    @OnEveryEngine
    void theOrderOfATablesColumnsDoesNotMatter(Engine engine) {
        assertThat(Stream.of(
                                "\"id\" integer not null primary key, \"a\" varchar(9), \"b\" varchar(9)",
                                "\"b\" varchar(9), \"a\" varchar(9), \"id\" integer not null primary key")
                        .map(columns -> {
                            try (Shop shop = new Shop(
                                    engine,
                                    "create table \"t\" (" + columns + ")",
                                    "insert into \"t\" (\"id\", \"a\", \"b\") values (1, 'x', 'y')")) {
                                return token(shop.first("t"));
                            }
                        })
                        .distinct())
                .hasSize(1);
    }

    private static VersionToken tokenOf(Engine engine, String type, String literal) {
        try (Shop shop = table(engine, type, literal)) {
            return token(shop.first("t"));
        }
    }

    /** The tokens of one row that is given one value after the other. */
    private static Stream<VersionToken> tokens(Engine engine, String type, String... literals) {
        try (Shop shop = table(engine, type, "null")) {
            return Stream.of(literals)
                    .map(literal -> {
                        shop.sql("update \"t\" set \"v\" = " + literal);
                        return token(shop.first("t"));
                    })
                    .toList()
                    .stream();
        }
    }

    private static Shop table(Engine engine, String type, String literal) {
        return new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"note\" varchar(20), \"v\" " + type + ")",
                "insert into \"t\" values (1, null, " + literal + ")");
    }

    private static VersionToken token(Snapshot snapshot) {
        Optional<VersionToken> token = snapshot.token();
        return token.orElseThrow();
    }
}
