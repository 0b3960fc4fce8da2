package dev.concord.store;

import dev.concord.dialect.Dialect;
import dev.concord.testing.Engine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types of each engine, with values that have tripped somebody up. */
public final class TypeSamples {
    private static final Set<String> MARIADB_ONLY = Set.of("uuid", "inet6");

    private TypeSamples() {}

    /** A type in the engine's words, and the literals to try. */
    public record Sample(String type, List<String> literals) {}

    private static Sample sample(String type, String... literals) {
        return new Sample(type, List.of(literals));
    }

    /** What creates the types that are not there already. */
    public static String[] created(Engine engine) {
        return engine == Engine.POSTGRESQL ? new String[] {"create type mood as enum ('sad', 'happy')"} : new String[0];
    }

    public static List<Sample> of(Engine engine) {
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
                        sample(
                                "real",
                                "0.1",
                                "16777217",
                                "cast('-0.0' as real)",
                                "cast('NaN' as real)",
                                "cast('Infinity' as real)",
                                "cast('-Infinity' as real)"),
                        sample(
                                "double precision",
                                "0.1",
                                "1e300",
                                "cast('-0.0' as double precision)",
                                "cast('NaN' as double precision)",
                                "cast('Infinity' as double precision)",
                                "cast('-Infinity' as double precision)"),
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
                        sample("varchar array", "array['a, b', null, 'null', '\"q\\', '']", "array[]"),
                        sample("varchar array array", "array[array['a', ']'], array['b\n']]"),
                        sample("integer array", "array[1, null, -3]", "array[]"),
                        sample("integer array array", "array[array[1], array[2, 3]]"),
                        sample("date array", "array[date '2026-03-29', null]"),
                        sample("boolean array", "array[true, false, null]"),
                        sample("decimal(10,2) array", "array[1.50, -0.01]"),
                        sample("double precision array", "array[0.1, 1e300, cast('NaN' as double precision)]"),
                        sample("timestamp(9) array", "array[timestamp '2026-03-29 02:30:00.123456789']"),
                        sample("uuid array", "array[uuid '123e4567-e89b-12d3-a456-426614174000']"),
                        sample("time with time zone", "time with time zone '10:00:00+02:00'"));
            case POSTGRESQL ->
                List.of(
                        sample("text", "'a'", "''", "'a '", "'é𝄞'"),
                        sample("char(5)", "'a'", "'ab'"),
                        sample("smallint", "1", "-32768"),
                        sample("bigint", "9223372036854775807", "-1"),
                        sample("numeric", "1.50", "12345678901234567890.123", "'NaN'", "'Infinity'"),
                        sample("numeric(10,3)", "1.5", "-0.001"),
                        sample("real", "0.1", "16777217", "'-0'", "'NaN'", "'Infinity'", "'-Infinity'"),
                        sample("double precision", "0.1", "1e300", "'-0'", "'NaN'", "'Infinity'", "'-Infinity'"),
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
                        sample("mood", "'sad'", "'happy'"),
                        sample("int[]", "'{1,NULL,3}'", "'{{1,2},{3,4}}'"),
                        sample("timestamptz[]", "'{2026-03-29 02:30:00.123456+05:30,NULL,infinity}'"),
                        sample("tstzrange", "'[2026-03-29 02:30:00+05:30,infinity)'", "'empty'"),
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
                // A MySQL in MariaDB's place has not all of its types.
                Stream.of(
                                sample("varchar(20)", "'a'", "''", "'a '", "'é𝄞'"),
                                sample("char(5)", "'a'", "'ab'"),
                                sample("longtext", "'long'", "repeat('x', 5000)"),
                                sample("tinyint", "1", "-128"),
                                sample("tinyint(1)", "1", "0", "5"),
                                sample("bigint unsigned", "18446744073709551615", "1"),
                                sample("decimal(30,10)", "1.5", "-0.0000000001", "12345678901234567890.5"),
                                sample("float", "0.1", "16777216", "16777217", "-0e0", "1.0e-40"),
                                sample("double", "0.1", "1e300", "-0e0"),
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
                                sample("inet6", "'::1'"))
                        .filter(sample -> engine.dialect() == Dialect.MARIADB || !MARIADB_ONLY.contains(sample.type()))
                        .toList();
            case SQLITE ->
                List.of(
                        sample("text", "'a'", "''", "'1'", "x'00'"),
                        sample("integer", "9223372036854775807", "'text'", "1.5", "x'01'"),
                        sample("real", "0.1", "1e300", "'text'", "3", "9e999", "-9e999", "-0.0"),
                        sample("numeric", "1.5", "10000000000000000000000", "'2026-01-01'", "1"),
                        sample("datetime", "'2026-01-01 10:00:00'", "1735689600", "2460000.5"),
                        sample("boolean", "1", "0", "'true'"),
                        sample("blob", "x'00ff'", "'text'", "1"),
                        sample("", "1", "1.5", "'1'", "x'01'"),
                        sample("json", "'{\"a\": 1}'"));
        };
    }
}
