package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Values of every type, read, written back and read again. */
class ValuesTest {

    /** A type in the engine's words, and the literals to try. */
    record Sample(String type, List<String> literals) {}

    @OnEveryEngine
    void everyValueWrittenBackIsReadAgainAsTheSame(Engine engine) {
        List<Sample> samples = samples(engine);
        try (Shop shop = new Shop(engine, create(samples))) {
            int rows = samples.stream().mapToInt(s -> s.literals().size()).max().orElseThrow();
            for (int i = 0; i < rows; i++) {
                shop.sql(insert(samples, i));
            }
            List<String> wrong = new ArrayList<>();
            for (int id = 0; id < rows; id++) {
                Snapshot base = find(shop, id);
                for (Column column : shop.table("t").columns()) {
                    // Cleared and then restored, because a draft that sets what is there already changes nothing.
                    if (!column.name().equals("id")) {
                        Value value = base.row().get(column.name());
                        Snapshot cleared = set(shop, find(shop, id), column.name(), Value.ofNull(), wrong);
                        Snapshot restored = set(shop, cleared, column.name(), value, wrong);
                        if (!restored.row().equals(base.row())
                                || !restored.token().equals(base.token())) {
                            wrong.add(column.name() + " " + column.typeName() + " " + id + ": " + value + " became "
                                    + restored.row().get(column.name()));
                        }
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @OnEveryEngine
    void everyValueCanBeShownOnAPage(Engine engine) {
        List<Sample> samples = samples(engine);
        try (Shop shop = new Shop(engine, create(samples))) {
            shop.sql(insert(samples, 0), insert(samples, 1));
            for (Column column : shop.table("t").columns()) {
                Page page = shop.store()
                        .page(new PageRequest(
                                shop.id("t"),
                                List.of(new PageRequest.Sort(column.name(), false)),
                                java.util.Optional.empty(),
                                1));
                Page next = shop.store()
                        .page(new PageRequest(
                                shop.id("t"), List.of(new PageRequest.Sort(column.name(), false)), page.next(), 1));
                assertThat(page.rows().getFirst().get("id"))
                        .as(column.name() + " " + column.typeName())
                        .isNotEqualTo(next.rows().getFirst().get("id"));
            }
        }
    }

    @OnEveryEngine
    void largeNumbersAndScalesAreExact(Engine engine) {
        String type = engine == Engine.SQLITE ? "integer" : "decimal(30,3)";
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"n\" " + type + ")",
                "insert into \"t\" values (1, 9007199254740993)")) {
            Snapshot base = shop.first("t");
            assertThat(base.row().get("n")).isEqualTo(Value.of(9007199254740993L));
            Snapshot other = shop.saved(Draft.of(base).with("n", Value.of(9007199254740992L)));
            assertThat(other.token()).isNotEqualTo(base.token());
            assertThat(shop.store().save(Draft.of(base).with("n", Value.of(0)))).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void aTimeTooFineForItsColumnComesBackAsStored(Engine engine) {
        String type = engine == Engine.MARIADB ? "datetime" : "timestamp(0)";
        try (Shop shop =
                new Shop(engine, "create table \"t\" (\"id\" integer not null primary key, \"at\" " + type + ")")) {
            Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t"))
                    .with("id", Value.of(1))
                    .with("at", new Value.DateTime(LocalDateTime.parse("2026-01-01T10:00:00.123456789"))));
            Snapshot read = shop.first("t");
            assertThat(inserted.row()).isEqualTo(read.row());
            assertThat(inserted.token()).isEqualTo(read.token());
        }
    }

    @OnEveryEngine
    void aChangeOfCaseAccentOrTrailingSpaceIsAChangeUnderEveryCollation(Engine engine) {
        String collation =
                switch (engine) {
                    case MARIADB -> "varchar(20) collate utf8mb4_general_ci";
                    case SQLITE -> "varchar(20) collate nocase";
                    case H2 -> "varchar_ignorecase(20)";
                    case POSTGRESQL -> "varchar(20) collate ci";
                };
        try (Shop shop = new Shop(engine)) {
            if (engine == Engine.POSTGRESQL) {
                shop.sql("create collation ci (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
            }
            shop.sql(
                    "create table \"t\" (\"id\" integer not null primary key, \"s\" " + collation + ")",
                    "insert into \"t\" values (1, 'cafe')");
            for (String variant : List.of("Cafe", "café", "cafe\u0301", "cafe ")) {
                Snapshot base = shop.first("t");
                shop.sql("update \"t\" set \"s\" = '" + variant + "'");
                assertThat(shop.store().save(Draft.of(base).with("s", Value.of("mine"))))
                        .as(variant)
                        .isInstanceOf(Outcome.Stale.class);
            }
        }
    }

    @OnEveryEngine
    void generatedColumnsAreNeverWritten(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" AUTOKEY, \"n\" integer default 5, "
                        + "\"twice\" integer generated always as (2 * \"n\") STORED)")) {
            Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t")).with("twice", Value.of(1)));
            assertThat(inserted.row().get("n")).isEqualTo(Value.of(5));
            Snapshot saved =
                    shop.saved(Draft.of(inserted).with("n", Value.of(4)).with("twice", Value.of(99)));
            assertThat(saved.row().get("twice")).isEqualTo(Value.of(8));
            Draft onlyComputed = Draft.of(saved).with("twice", Value.of(99));
            assertThat(shop.store().save(onlyComputed)).isEqualTo(new Outcome.Saved(saved));
        }
    }

    private static Sample sample(String type, String... literals) {
        return new Sample(type, List.of(literals));
    }

    private static Snapshot find(Shop shop, int id) {
        return shop.store().find(shop.key("t", Row.of("id", Value.of(id)))).orElseThrow();
    }

    private static Snapshot set(Shop shop, Snapshot base, String column, Value value, List<String> wrong) {
        SaveOutcome outcome = shop.store().save(Draft.of(base).with(column, value));
        if (outcome instanceof Outcome.Saved(Snapshot saved)) {
            return saved;
        }
        wrong.add(column + " " + value + ": " + outcome);
        return base;
    }

    private static String create(List<Sample> samples) {
        StringBuilder sql = new StringBuilder("create table \"t\" (\"id\" integer not null primary key");
        for (int i = 0; i < samples.size(); i++) {
            sql.append(", \"c")
                    .append(i)
                    .append("\" ")
                    .append(samples.get(i).type())
                    .append(" null");
        }
        return sql.append(")").toString();
    }

    private static String insert(List<Sample> samples, int row) {
        StringBuilder sql = new StringBuilder("insert into \"t\" values (").append(row);
        for (Sample sample : samples) {
            sql.append(", ")
                    .append(sample.literals().get(row % sample.literals().size()));
        }
        return sql.append(")").toString();
    }

    private static List<Sample> samples(Engine engine) {
        return switch (engine) {
            case H2 ->
                List.of(
                        sample("varchar(20)", "'a'", "''", "'a '", "'é𝄞'"),
                        sample("char(5)", "'a'", "'ab'"),
                        sample("clob", "'long'", "repeat('x', 5000)"),
                        sample("tinyint", "1", "-128"),
                        sample("bigint", "9223372036854775807", "-1"),
                        sample("decimal(30,10)", "1.5", "-0.0000000001", "12345678901234567890.5"),
                        sample("decfloat", "1e100", "1.5"),
                        sample("real", "0.1", "16777217", "-0.0", "cast('NaN' as real)"),
                        sample("double precision", "0.1", "1e300", "cast('Infinity' as double precision)"),
                        sample("boolean", "true", "false"),
                        sample("date", "date '2026-03-29'", "date '0001-01-01'", "date '10000-01-01'"),
                        sample("time(9)", "time '23:59:59.999999999'", "time '00:00:00'"),
                        sample("timestamp(9)", "timestamp '2026-03-29 02:30:00.123456789'"),
                        sample("timestamp(9) with time zone", "timestamp with time zone '2026-03-29 02:30:00+05:30'"),
                        sample("uuid", "uuid '123e4567-e89b-12d3-a456-426614174000'"),
                        sample("json", "json '{\"b\": 1, \"a\": [1, null]}'", "json '\"text\"'", "json 'null'"),
                        sample("varbinary(20)", "x'00ff'", "x''"),
                        sample("blob", "x'00ff'"),
                        sample("enum('b', 'a')", "'a'", "'b'"),
                        sample("interval day to second", "interval '3 04:05:06' day to second"),
                        sample("interval year", "interval '3' year"),
                        sample("geometry", "'POINT (1 2)'"),
                        sample("time with time zone", "time with time zone '10:00:00+02:00'"));
            case POSTGRESQL ->
                List.of(
                        sample("text", "'a'", "''", "'a '", "'é𝄞'"),
                        sample("char(5)", "'a'", "'ab'"),
                        sample("smallint", "1", "-32768"),
                        sample("bigint", "9223372036854775807", "-1"),
                        sample("numeric", "1.50", "12345678901234567890.123", "'NaN'", "'Infinity'"),
                        sample("numeric(10,3)", "1.5", "-0.001"),
                        sample("real", "0.1", "16777217", "'-0'", "'NaN'", "'Infinity'"),
                        sample("double precision", "0.1", "1e300", "'-Infinity'"),
                        sample("boolean", "true", "false"),
                        sample("date", "'2026-03-29'", "'infinity'", "'-infinity'", "'0044-03-15 BC'"),
                        sample("time", "'23:59:59.999999'", "'24:00:00'", "'00:00:00'"),
                        sample("timestamp", "'2026-03-29 02:30:00.123456'", "'infinity'", "'-infinity'"),
                        sample("timestamptz", "'2026-03-29 02:30:00+05:30'", "'infinity'", "'-infinity'"),
                        sample("uuid", "'123e4567-e89b-12d3-a456-426614174000'"),
                        sample("json", "'{\"b\": 1,  \"a\": [1, null]}'", "'null'"),
                        sample("jsonb", "'{\"b\": 1, \"a\": [1, null]}'"),
                        sample("bytea", "'\\x00ff'", "''"),
                        sample("money", "'12.34'", "'-1'"),
                        sample("point", "'(1.5,2)'"),
                        sample("box", "'(1,2),(3,4)'"),
                        sample("interval", "'1 year 2 mons 3 days 04:05:06.789'"),
                        sample("int[]", "'{1,NULL,3}'", "'{{1,2},{3,4}}'"),
                        sample("text[]", "'{a,\"b,c\",NULL,\"NULL\"}'"),
                        sample("xml", "'<a><b/></a>'"),
                        sample("inet", "'192.168.0.1/24'"),
                        sample("bit(3)", "B'101'"),
                        sample("varbit", "B'1'"),
                        sample("int4range", "'[1,5)'"),
                        sample("tsvector", "'a b'"),
                        sample("timetz", "'10:00:00+02'"),
                        sample("name", "'n'"),
                        sample("oid", "4294967295"));
            case MARIADB ->
                List.of(
                        sample("varchar(20)", "'a'", "''", "'a '", "'é𝄞'"),
                        sample("char(5)", "'a'", "'ab'"),
                        sample("longtext", "'long'", "repeat('x', 5000)"),
                        sample("tinyint", "1", "-128"),
                        sample("tinyint(1)", "1", "0", "5"),
                        sample("bigint unsigned", "18446744073709551615", "1"),
                        sample("decimal(30,10)", "1.5", "-0.0000000001", "12345678901234567890.5"),
                        sample("float", "0.1", "16777216", "16777217", "-0.0", "1.0e-40"),
                        sample("double", "0.1", "1e300"),
                        sample("boolean", "true", "false"),
                        sample("bit(1)", "b'1'", "b'0'"),
                        sample("bit(12)", "b'101'", "b'0'"),
                        sample("date", "'2026-03-29'", "'0001-01-01'"),
                        sample("time(6)", "'23:59:59.999999'", "'-838:59:59'", "'100:00:00'"),
                        sample("datetime(6)", "'2026-03-29 02:30:00.123456'"),
                        sample("timestamp(6)", "'2026-03-29 03:30:00.123456'"),
                        sample("year", "2026", "1901"),
                        sample("uuid", "'123e4567-e89b-12d3-a456-426614174000'"),
                        sample("json", "'{\"b\": 1,  \"a\": [1, null]}'"),
                        sample("varbinary(20)", "x'00ff'", "x''"),
                        sample("binary(4)", "x'00ff'"),
                        sample("blob", "x'00ff'"),
                        sample("enum('b', 'a')", "'a'", "'b'"),
                        sample("set('x', 'y')", "'x,y'", "''"),
                        sample("point", "point(1, 2)"),
                        sample("inet6", "'::1'"));
            case SQLITE ->
                List.of(
                        sample("text", "'a'", "''", "'1'", "x'00'"),
                        sample("integer", "9223372036854775807", "'text'", "1.5", "x'01'"),
                        sample("real", "0.1", "1e300", "'text'", "3", "9e999"),
                        sample("numeric", "1.5", "10000000000000000000000", "'2026-01-01'", "1"),
                        sample("datetime", "'2026-01-01 10:00:00'", "1735689600", "2460000.5"),
                        sample("boolean", "1", "0", "'true'"),
                        sample("blob", "x'00ff'", "'text'", "1"),
                        sample("", "1", "1.5", "'1'", "x'01'"),
                        sample("json", "'{\"a\": 1}'"));
        };
    }
}
