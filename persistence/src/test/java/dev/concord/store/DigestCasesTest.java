package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The digest of rows as real databases deliver them: across processes, sessions, protocols and databases. */
@LockingContract
class DigestCasesTest {

    /** The driver tells PostgreSQL and MariaDB the process's zone, so this is another session zone as well. */
    @OnEveryEngine
    void twoProcessesInOtherZonesAndLocalesAgree(Engine engine) throws IOException, InterruptedException {
        DatabaseSettings settings = engine == Engine.H2 ? TestDatabase.freshH2File() : engine.freshDatabase();
        String here;
        try (Shop shop = new Shop(
                engine,
                settings,
                """
                create table "t" ("id" integer not null primary key, "title" varchar(20), "price" decimal(10,2),
                  "moment" MOMENT, "local" LOCALTIME6, "day" date)""",
                "insert into \"t\" values (1, 'Iıİi', 1.50, '2026-03-29 02:30:00', '2026-03-29 02:30:00', '2026-03-29')")) {
            here = token(shop.first("t")).text();
        }
        for (List<String> there : List.of(
                List.of("-Duser.timezone=Asia/Kolkata", "-Duser.language=tr", "-Duser.country=TR"),
                List.of("-Duser.timezone=America/St_Johns", "-Duser.language=ar", "-Dfile.encoding=ISO-8859-1"))) {
            assertThat(TokenReader.inAnotherProcess(settings, there)).isEqualTo(here);
        }
    }

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
    }

    @OnEveryEngine
    void aTimeThatASpringNightLeavesOutIsStableWhereThereIsNoZone(Engine engine) {
        try (Shop shop = table(engine, "LOCALTIME6", "'2026-03-29 02:30:00'")) {
            Snapshot base = shop.first("t");
            assertThat(base.row().get("v").text()).startsWith("2026-03-29").contains("02:30");
            Snapshot saved = shop.saved(Draft.of(base).with("note", Value.of("mine")));
            assertThat(saved.row().get("v")).isEqualTo(base.row().get("v"));
        }
    }

    @OnEveryEngine
    void decimalsOfAnotherScaleAreTheSameNumber(Engine engine) {
        String type = engine == Engine.SQLITE ? "numeric" : "decimal(10,3)";
        try (Shop shop = table(engine, type, "1.5")) {
            Snapshot base = shop.first("t");
            shop.sql("update \"t\" set \"v\" = 1.500");
            assertThat(token(shop.first("t"))).isEqualTo(token(base));
            if (engine != Engine.SQLITE) {
                assertThat(base.row().get("v")).isEqualTo(Value.of(new BigDecimal("1.5")));
            }
        }
    }

    private static VersionToken tokenOf(Engine engine, String type, String literal) {
        try (Shop shop = table(engine, type, literal)) {
            return token(shop.first("t"));
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
