package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The digest of a row is the same wherever it is read: in other time zones and locales, and with other people's settings. */
@LockingContract
class ZonesTest {

    /** The driver sends PostgreSQL the process's zone, so this is another session zone as well. */
    @OnEveryEngine
    void twoProcessesInOtherZonesAndLocalesAgree(Engine engine) throws IOException, InterruptedException {
        DatabaseSettings settings = settings(engine);
        boolean postgres = engine == Engine.POSTGRESQL;
        String here;
        try (Shop shop = new Shop(
                engine,
                settings,
                "create table \"t\" (\"id\" integer not null primary key, \"title\" varchar(20), \"price\" decimal(10,2), "
                        + "\"moment\" MOMENT, \"local\" LOCALTIME6, \"day\" date"
                        + (postgres
                                ? ", moments timestamptz[], span tstzrange, spans tstzmultirange, took interval, "
                                        + "blobs bytea[]"
                                : "")
                        + ")",
                "insert into \"t\" values (1, 'Iıİi', 1.50, '2026-03-29 02:30:00', '2026-03-29 02:30:00', '2026-03-29'"
                        + (postgres
                                ? ", '{2026-03-29 02:30:00.5+02,NULL,infinity,0044-03-15 00:00+00 BC,12345-01-01 00:00+00}', "
                                        + "'[2026-03-29 02:30:00.5+02,2026-10-25 02:30:00+01)', "
                                        + "'{[1890-01-01 00:00+00,)}', '1 mon 2 days 03:04:05', '{\\x00ff}'"
                                : "")
                        + ")")) {
            here = token(shop);
        }
        for (List<String> there : List.of(
                List.of("-Duser.timezone=Asia/Kolkata", "-Duser.language=tr", "-Duser.country=TR"),
                List.of("-Duser.timezone=America/St_Johns", "-Duser.language=ar", "-Dfile.encoding=ISO-8859-1"))) {
            assertThat(TokenReader.inAnotherProcess(settings, there)).isEqualTo(here);
        }
    }

    @OnEveryEngine
    void aTimeThatASpringNightLeavesOutIsReadAndWrittenWhereThatNightIs(Engine engine)
            throws IOException, InterruptedException {
        DatabaseSettings settings = settings(engine);
        String here;
        try (Shop shop = new Shop(
                engine,
                settings,
                "create table \"t\" (\"id\" integer not null primary key, \"v\" LOCALTIME6)",
                "insert into \"t\" values (1, '2026-03-29 02:30:00')")) {
            here = token(shop);
        }
        assertThat(TokenReader.afterWritingInAnotherProcess(settings, "v", List.of("-Duser.timezone=Europe/Berlin")))
                .isEqualTo(here);
    }

    @Test
    void momentsInsidePostgresArraysAndRangesCanBeWrittenWhereTheyWereNot() throws IOException, InterruptedException {
        DatabaseSettings settings = Engine.POSTGRESQL.freshDatabase();
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                settings,
                "create table t (id integer primary key, v timestamptz[], r tstzrange)",
                "insert into t values (1, '{0044-03-15 00:00+00 BC,1890-01-01 00:00+00,12345-01-01 00:00:00.25+00}', "
                        + "'(-infinity,2026-03-29 02:30:00+02]')")) {
            String before = token(shop);
            assertThat(shop.first("t").row().get("v").text())
                    .isEqualTo(
                            "{\"0044-03-15 00:00:00+00 BC\",\"1890-01-01 00:00:00+00\",\"12345-01-01 00:00:00.25+00\"}");
            for (String column : List.of("v", "r")) {
                assertThat(TokenReader.afterWritingInAnotherProcess(
                                settings, column, List.of("-Duser.timezone=Europe/Amsterdam")))
                        .isEqualTo(before);
            }
        }
    }

    /** Set here for the database, because a role would be everybody's. */
    @Test
    void howAPostgresRoleWantsValuesSpelledDoesNotCount() {
        DatabaseSettings settings = Engine.POSTGRESQL.freshDatabase();
        String before;
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                settings,
                "create table t (id integer primary key, i interval, b bytea[], f float4[], d date[], c regclass)",
                "insert into t values (1, '1 mon 2 days 03:04:05', '{\\x00ff}', '{0.1}', '{2026-03-29}', 't')")) {
            before = token(shop);
            for (String set : List.of(
                    "IntervalStyle = 'iso_8601'",
                    "bytea_output = 'escape'",
                    "extra_float_digits = -5",
                    "DateStyle = 'German'",
                    "quote_all_identifiers = on",
                    "standard_conforming_strings = off")) {
                shop.sql("do $$ begin execute format('alter database %I set ', current_database()) || $set$" + set
                        + "$set$; end $$");
            }
        }
        try (Shop shop = new Shop(Engine.POSTGRESQL, settings)) {
            assertThat(token(shop)).isEqualTo(before);
        }
    }

    /** MariaDB keeps a TIMESTAMP as a moment and shows it in the session's zone, which is the server's. */
    @Test
    void aMomentOfMariaDbIsTheSameUnderEverySessionZone() {
        DatabaseSettings settings = Engine.MARIADB.freshDatabase();
        String before;
        try (Shop shop = moments(settings, "'2026-03-29 02:30:00.5'")) {
            before = token(shop);
        }
        inZone(settings, "'+05:30'", shop -> assertThat(token(shop)).isEqualTo(before));
    }

    @Test
    void theHourThatOccursTwiceIsReadAsTheTwoHoursItIs() {
        DatabaseSettings settings = Engine.MARIADB.freshDatabase();
        try (Shop utc = moments(settings, "'2026-10-25 00:30:00'")) {
            autumn(utc);
            inZone(settings, "database()", shop -> {
                Snapshot base = shop.first("t");
                utc.sql("set time_zone = '+00:00'", "update t set v = '2026-10-25 01:30:00'");
                assertThat(shop.store().save(Draft.of(base).with("note", Value.of("mine"))))
                        .isInstanceOf(Outcome.Stale.class);
                assertThat(shop.first("t").row().get("v"))
                        .isEqualTo(new Value.Moment(OffsetDateTime.parse("2026-10-25T01:30Z")));
            });
        }
    }

    /** A limit: the server takes moments only as local times. Whoever writes such a one is shown what was stored. */
    @Test
    void aMomentOfTheSecondOfThoseHoursIsStoredAsOfTheFirstAndReturnedSo() {
        DatabaseSettings settings = Engine.MARIADB.freshDatabase();
        try (Shop utc = moments(settings, "'2026-10-25 00:30:00'")) {
            autumn(utc);
            inZone(settings, "database()", shop -> {
                Value second = new Value.Moment(OffsetDateTime.parse("2026-10-25T01:30Z"));
                Snapshot saved =
                        shop.saved(Draft.of(shop.first("t")).with("v", second).with("note", Value.of("mine")));
                assertThat(saved.row().get("v")).isEqualTo(new Value.Moment(OffsetDateTime.parse("2026-10-25T00:30Z")));
                assertThat(saved.row()).isEqualTo(shop.first("t").row());
            });
        }
    }

    private static Shop moments(DatabaseSettings settings, String literal) {
        return new Shop(
                Engine.MARIADB,
                settings,
                "create table t (id integer not null primary key, note varchar(20), v timestamp(6) null)",
                "set time_zone = '+00:00'",
                "insert into t values (1, null, " + literal + ")");
    }

    /** Makes known a zone, named after the database, whose clocks go back from 03:00 to 02:00 on that night only. */
    private static void autumn(Shop shop) {
        shop.sql(
                "insert into mysql.time_zone (use_leap_seconds) values ('N')",
                "set @zone = last_insert_id()",
                "insert into mysql.time_zone_name (name, time_zone_id) values (database(), @zone)",
                "insert into mysql.time_zone_transition_type values (@zone, 0, 7200, 1, 'SUM'), (@zone, 1, 3600, 0, 'WIN')",
                "insert into mysql.time_zone_transition values (@zone, 0, 0), (@zone, 1792890000, 1)");
    }

    /** New sessions have the server's zone for the time of a piece of work. */
    private static void inZone(DatabaseSettings settings, String zone, Consumer<Shop> work) {
        try (Shop owner = new Shop(Engine.MARIADB, settings)) {
            owner.sql("set global time_zone = " + zone);
            try (Shop shop = new Shop(Engine.MARIADB, settings)) {
                work.accept(shop);
            } finally {
                owner.sql("set global time_zone = 'SYSTEM'");
            }
        }
    }

    private static DatabaseSettings settings(Engine engine) {
        return engine == Engine.H2 ? TestDatabase.freshH2File() : engine.freshDatabase();
    }

    private static String token(Shop shop) {
        return shop.store()
                .find(shop.key("t", Row.of("id", Value.of(1))))
                .orElseThrow()
                .token()
                .orElseThrow()
                .text();
    }
}
