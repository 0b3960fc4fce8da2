package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.util.List;
import java.util.Map;

/** Whatever is sent as a value is written, or is refused as the client's mistake: it is never a fault. */
class AbsurdValuesTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "''",
            "'a'",
            "'\\u0000'",
            "'a\\u0000b'",
            "'\\ud83d\\ude00'",
            "' 1 '",
            "'" + "x".repeat(70_000) + "'",
            "0",
            "-0",
            "-0.0",
            "1e-999",
            "1e999",
            "-1e308",
            "1e309",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "32768",
            "9".repeat(1000),
            "0." + "9".repeat(900),
            "'NaN'",
            "'Infinity'",
            "'-Infinity'",
            "'0000-00-00'",
            "'9999-12-31'",
            "'10000-01-01'",
            "'-4713-01-01'",
            "'+999999999-12-31'",
            "'2026-02-30'",
            "'24:00:00'",
            "'23:59:60'",
            "'23:59:59.999999999'",
            "'2026-03-29T02:30:00'",
            "'2026-03-29T02:30:00+18:00'",
            "'+999999999-12-31T23:59:59.999999999-18:00'",
            "'123e4567-e89b-12d3-a456-426614174000'",
            "'{'",
            "'[1]'",
            "'====' ",
            "'AA=='",
            "[]",
            "{}",
            "[[[[1]]]]");

    @OnEveryEngine
    void noValueOfAnyKindIsAFault(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Map<String, String> columns = columns(engine);
            StringBuilder table = new StringBuilder("create table \"kinds\" (\"id\" integer primary key");
            columns.forEach((name, type) -> table.append(", \"" + name + "\" " + type));
            shop.colleague().sql(table + ")", "insert into \"kinds\" (\"id\") values (1)");
            for (String column : columns.keySet()) {
                for (String value : VALUES) {
                    Answer answer = shop.send(
                            "PATCH",
                            "/api/kinds/1",
                            "{'data': {'type': 'kinds', 'id': '1', 'attributes': {'" + column + "': " + value + "}}}");
                    String what = column + ": " + value.substring(0, Math.min(40, value.length())) + " " + json(answer);
                    assertThat(answer.status()).as(what).isIn(200, 400, 422);
                    if (answer.status() != 200) {
                        assertThat(json(answer).at("/errors/0/source/pointer").asText())
                                .as(what)
                                .isIn("/data/attributes/" + column, "/data");
                    }
                }
            }
        }
    }

    private static Map<String, String> columns(Engine engine) {
        return switch (engine) {
            case H2 ->
                Map.ofEntries(
                        Map.entry("text", "varchar(20)"),
                        Map.entry("long_text", "clob"),
                        Map.entry("fixed", "char(5)"),
                        Map.entry("small", "smallint"),
                        Map.entry("whole", "bigint"),
                        Map.entry("exact", "decimal(10, 2)"),
                        Map.entry("any", "decfloat"),
                        Map.entry("single", "real"),
                        Map.entry("twofold", "double precision"),
                        Map.entry("yes", "boolean"),
                        Map.entry("day", "date"),
                        Map.entry("hour", "time"),
                        Map.entry("moment", "timestamp"),
                        Map.entry("zoned", "timestamp with time zone"),
                        Map.entry("uuid", "uuid"),
                        Map.entry("doc", "json"),
                        Map.entry("bytes", "varbinary(20)"),
                        Map.entry("word", "enum('a', 'b')"),
                        Map.entry("list", "integer array"),
                        Map.entry("span", "interval day to second"));
            case POSTGRESQL ->
                Map.ofEntries(
                        Map.entry("text", "varchar(20)"),
                        Map.entry("long_text", "text"),
                        Map.entry("fixed", "char(5)"),
                        Map.entry("small", "smallint"),
                        Map.entry("whole", "bigint"),
                        Map.entry("exact", "numeric(10, 2)"),
                        Map.entry("any", "numeric"),
                        Map.entry("single", "real"),
                        Map.entry("twofold", "double precision"),
                        Map.entry("yes", "boolean"),
                        Map.entry("day", "date"),
                        Map.entry("hour", "time"),
                        Map.entry("moment", "timestamp"),
                        Map.entry("zoned", "timestamp with time zone"),
                        Map.entry("uuid", "uuid"),
                        Map.entry("doc", "json"),
                        Map.entry("docb", "jsonb"),
                        Map.entry("bytes", "bytea"),
                        Map.entry("list", "integer[]"),
                        Map.entry("money", "money"),
                        Map.entry("point", "point"),
                        Map.entry("span", "interval"),
                        Map.entry("address", "inet"));
            case MARIADB ->
                Map.ofEntries(
                        Map.entry("text", "varchar(20)"),
                        Map.entry("long_text", "longtext"),
                        Map.entry("fixed", "char(5)"),
                        Map.entry("small", "smallint"),
                        Map.entry("unsigned", "int unsigned"),
                        Map.entry("whole", "bigint"),
                        Map.entry("exact", "decimal(10, 2)"),
                        Map.entry("single", "float"),
                        Map.entry("twofold", "double"),
                        Map.entry("yes", "boolean"),
                        Map.entry("day", "date"),
                        Map.entry("hour", "time"),
                        Map.entry("moment", "datetime(6)"),
                        Map.entry("zoned", "timestamp null"),
                        Map.entry("uuid", "uuid"),
                        Map.entry("doc", "json"),
                        Map.entry("bytes", "varbinary(20)"),
                        Map.entry("bits", "bit(3)"),
                        Map.entry("year", "year"),
                        Map.entry("word", "enum('a', 'b')"),
                        Map.entry("words", "set('a', 'b')"));
            case SQLITE ->
                Map.ofEntries(
                        Map.entry("text", "varchar(20)"),
                        Map.entry("whole", "integer"),
                        Map.entry("exact", "decimal(10, 2)"),
                        Map.entry("twofold", "real"),
                        Map.entry("yes", "boolean"),
                        Map.entry("day", "date"),
                        Map.entry("moment", "datetime"),
                        Map.entry("bytes", "blob"),
                        Map.entry("none", ""));
        };
    }
}
