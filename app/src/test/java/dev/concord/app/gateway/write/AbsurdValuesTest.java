package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.util.LinkedHashMap;
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

    private static final String EVERYWHERE =
            "text varchar(20); fixed char(5); whole bigint; exact decimal(10, 2);" + " yes boolean; day date; ";

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

    /** The columns that every database has, and those of one, as names and types. */
    private static Map<String, String> columns(Engine engine) {
        Map<String, String> columns = new LinkedHashMap<>();
        String own =
                switch (engine) {
                    case H2 -> """
                        long_text clob; small smallint; any decfloat; single real; twofold double precision; hour time;
                        moment timestamp; zoned timestamp with time zone; uuid uuid; doc json; bytes varbinary(20);
                        word enum('a', 'b'); list integer array; span interval day to second""";
                    case POSTGRESQL -> """
                        long_text text; small smallint; any numeric; single real; twofold double precision; hour time;
                        moment timestamp; zoned timestamp with time zone; uuid uuid; doc json; docb jsonb; bytes bytea;
                        list integer[]; money money; point point; span interval; address inet""";
                    case MARIADB -> """
                        long_text longtext; small smallint; unsigned int unsigned; single float; twofold double; hour time;
                        moment datetime(6); zoned timestamp null; uuid uuid; doc json; bytes varbinary(20); bits bit(3);
                        year year; word enum('a', 'b'); words set('a', 'b')""";
                    case SQLITE -> "number integer; twofold real; moment datetime; bytes blob; none";
                };
        for (String column : (EVERYWHERE + own).split(";", -1)) {
            String[] nameAndType = column.strip().split(" ", 2);
            columns.put(nameAndType[0], nameAndType.length < 2 ? "" : nameAndType[1]);
        }
        return columns;
    }
}
