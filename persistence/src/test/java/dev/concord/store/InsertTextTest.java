package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row copied as an INSERT statement, run on every database in place of the row, is the same row. */
@LockingContract
class InsertTextTest {
    private static final Pattern BETWEEN = Pattern.compile(";\n(?=insert|$)");

    @ParameterizedTest
    @EnumSource
    void rowsOfEveryTypeAreTheSameRows(Engine engine) {
        try (Shop shop = shop(
                engine,
                Stream.concat(Stream.of(table(engine)), Stream.of(rows(engine))).toArray(String[]::new))) {
            List<Snapshot> before = all(shop);
            assertThat(before).hasSize(3);
            String text = text(shop, before);
            TestDatabase.execute(shop.database(), "delete from many");
            run(shop, text);
            assertThat(all(shop).stream().map(Snapshot::row))
                    .as(text)
                    .isEqualTo(before.stream().map(Snapshot::row).toList());
            assertThat(all(shop).stream().map(Snapshot::token))
                    .isEqualTo(before.stream().map(Snapshot::token).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdentityKeepsItsNumberAndWhatIsComputedIsLeftOut(Engine engine) {
        String identity =
                switch (engine) {
                    case H2, POSTGRESQL -> "integer generated always as identity primary key";
                    case MARIADB -> "integer auto_increment primary key";
                    case SQLITE -> "integer primary key autoincrement";
                };
        String computed = engine == Engine.POSTGRESQL
                ? "integer generated always as (n * 2) stored"
                : "integer generated always as (n * 2)";
        String odd = engine == Engine.MARIADB ? "`odd \" `` ' {0} ? name`" : "\"odd \"\" ` ' {0} ? name\"";
        try (Shop shop = shop(
                engine,
                "create table many (id " + identity + ", n integer, twice " + computed + ", " + odd + " varchar(20))",
                "insert into many (n) values (1), (20), (300)",
                "delete from many where n = 20")) {
            List<Snapshot> before = all(shop);
            String text = text(shop, before);
            TestDatabase.execute(shop.database(), "delete from many");
            run(shop, text);
            assertThat(all(shop).stream().map(Snapshot::row))
                    .as(text)
                    .isEqualTo(before.stream().map(Snapshot::row).toList());
            assertThat(shop.store().insertText(id(shop), List.of(name(engine, "twice")), rows(before)))
                    .isEmpty();
            assertThat(shop.store()
                            .insertText(id(shop), List.of(name(engine, "twice"), name(engine, "n")), rows(before)))
                    .hasLineCount(2)
                    .doesNotContainIgnoringCase("twice");
        }
    }

    private static Shop shop(Engine engine, String... statements) {
        Shop shop = new Shop(engine);
        TestDatabase.execute(shop.database(), statements);
        return shop;
    }

    static String text(Shop shop, List<Snapshot> rows) {
        List<String> columns = shop.store().catalog().table(id(shop)).orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
        return shop.store().insertText(id(shop), columns, rows(rows));
    }

    private static List<Row> rows(List<Snapshot> snapshots) {
        return snapshots.stream().map(Snapshot::row).toList();
    }

    private static String name(Engine engine, String name) {
        return engine == Engine.H2 ? name.toUpperCase(Locale.ROOT) : name;
    }

    static void run(Shop shop, String text) {
        BETWEEN.splitAsStream(text).forEach(statement -> TestDatabase.execute(shop.database(), statement));
    }

    private static TableId id(Shop shop) {
        return shop.store().catalog().tables().stream()
                .map(TableSummary::id)
                .filter(table -> table.name().equalsIgnoreCase("many"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Snapshot> all(Shop shop) {
        var table = shop.store().catalog().table(id(shop)).orElseThrow();
        List<String> key = table.rowKey().orElseThrow().columns();
        return shop.store().page(PageRequest.first(table.id(), List.of(), 100)).rows().stream()
                .map(row -> shop.store()
                        .find(new RecordKey(table.id(), row.only(key)))
                        .orElseThrow())
                .toList();
    }

    private static String table(Engine engine) {
        return "create table many (id integer not null primary key, "
                + switch (engine) {
                    case H2 ->
                        "whole bigint, num decimal(30,10), big decfloat, f real, d double precision, b boolean, t varchar(200),"
                                + " c char(5), l clob, da date, ti time(9), dt timestamp(9), mo timestamp(9) with time zone,"
                                + " u uuid, j json, bin varbinary(100), bl blob, e enum('yes', 'it''s'), a varchar(20) array,"
                                + " n integer array, i interval day to second, g geometry)";
                    case POSTGRESQL ->
                        "whole bigint, num numeric, f real, d double precision, b boolean, t text, c char(5), da date, ti time,"
                                + " dt timestamp, mo timestamptz, u uuid, j json, jb jsonb, bin bytea, a text[], i interval, m money,"
                                + " bits bit(5), p point, net inet)";
                    case MARIADB ->
                        "whole bigint, num decimal(30,10), f float, d double, b boolean, bi bit(1), t text, c char(5), da date,"
                                + " ti time(6), dt datetime(6), mo timestamp(6) null, u uuid, j json, bin varbinary(100), bl longblob,"
                                + " e enum('yes', 'it''s'), s set('a', 'b'), g point, y year, bits bit(5))";
                    case SQLITE ->
                        "whole integer, num numeric, d real, t text, bin blob, anything, da date, b boolean)";
                };
    }

    private static String[] rows(Engine engine) {
        String nothing = "insert into many (id) values (1)";
        return switch (engine) {
            case H2 -> new String[] {nothing, """
                    insert into many values (2, 9007199254740993, -12345678901234567890.5, 1e100, 0.1, 4.9e-324, true, '', 'ab', '',
                      date '10000-01-01', time '23:59:59.999999999', timestamp '2026-03-29 02:30:00.123456789',
                      timestamp with time zone '2026-03-29 02:30:00+05:30', '123e4567-e89b-12d3-a456-426614174000',
                      json '{"b": 1,  "a": [1, null]}', x'00ff0a', x'', 'it''s', array['a, b', null, 'it''s'], array[1, null, 3],
                      interval '1 02:03:04.5' day to second, 'POINT (1 2)')
                    """, """
                    insert into many (id, f, d, b, t, l, da, dt, ti) values (3, 'NaN', '-Infinity', false,
                      U&'a \\000d\\000a\\0009\\005c\\005c'' "{0}" ? é' || char(0) || 'x', U&'\\D834\\DD1E ?', date '-0044-03-15',
                      timestamp '2026-01-02 03:04:00', time '03:04:00')
                    """};
            case POSTGRESQL -> new String[] {nothing, """
                    insert into many values (2, 9007199254740993, -12345678901234567890.5, 0.1, 4.9e-324, true, '', 'ab',
                      '10000-01-01', '23:59:59.999999', '2026-03-29 02:30:00.123456', '2026-03-29 02:30:00.123456+05:30',
                      '123e4567-e89b-12d3-a456-426614174000', '{"b": 1,  "a": [1, null]}', '{"b": 1}', '\\x00ff0a',
                      '{"a, b",NULL,"it''s"}', '1 day 02:03:04.5', '12.34', b'10101', '(1,2)', '10.0.0.1')
                    """, """
                    insert into many (id, num, f, d, b, t, da, dt, mo, bin, ti) values (3, 'NaN', 'NaN', '-Infinity', false,
                      E'a \\r\\n\\t\\\\'' "{0}" ? é\\u2028𝄞', '0044-03-15 BC', 'infinity', '-infinity', '', '24:00')
                    """};
            case MARIADB -> new String[] {nothing, """
                    insert into many values (2, 9007199254740993, -12345678901234567890.5, 0.1, 4.9e-324, true, b'1', '', 'ab',
                      '9999-12-31', '-838:59:59', '2026-03-29 02:30:00.123456', '2026-03-29 02:30:00.123456',
                      '123e4567-e89b-12d3-a456-426614174000', '{"b": 1,  "a": [1, null]}', x'00ff0a', x'', 'it''s', 'a,b',
                      st_geomfromtext('POINT(1 2)', 4326), 2026, b'10101')
                    """, """
                    insert into many (id, f, d, b, t, ti, dt) values (3, 1e-30, -1e300, false,
                      'a \\r\\n\\t\\\\'' "{0}" ? é\\0x𝄞', '03:04:00', '2026-01-02 03:04:00')
                    """};
            case SQLITE -> new String[] {nothing, """
                    insert into many values (2, 9007199254740993, 12.5, 4.9e-324, '', x'00ff0a', x'', '2026-01-02', 1)
                    """, """
                    insert into many values (3, 'a word', -9e999, 0.1, 'a ' || char(13, 10, 9) || '\\'' "{0}" ? é' || char(0) || 'x𝄞',
                      'text', 9e999, 20260102, 7)
                    """};
        };
    }
}
