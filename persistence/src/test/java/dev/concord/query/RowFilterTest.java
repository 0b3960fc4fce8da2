package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.query.ColumnCondition.Begins;
import dev.concord.query.ColumnCondition.Between;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Contains;
import dev.concord.query.ColumnCondition.IsNull;
import dev.concord.query.ColumnCondition.Named;
import dev.concord.query.ColumnCondition.NoneOf;
import dev.concord.query.ColumnCondition.NotNull;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.query.ColumnCondition.Within;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rows a filter lets through, on every database. */
class RowFilterTest {

    @OnEveryEngine
    void textsAreFoundByAPartInWhateverCase(Engine engine) {
        try (Shop shop = people(engine)) {
            assertThat(ids(shop, "name", new Contains("nowak"))).containsExactly(1L, 2L);
            assertThat(ids(shop, "name", new Contains("50%"))).containsExactly(3L);
            assertThat(ids(shop, "name", new Contains("a_b"))).containsExactly(4L);
            assertThat(ids(shop, "name", new Contains("!"))).containsExactly(4L);
            assertThat(ids(shop, "name", new Contains("\\"))).containsExactly(5L);
            assertThat(ids(shop, "name", new Contains("'; drop table"))).isEmpty();
            assertThat(ids(shop, "name", new NoneOf(List.of(new Contains("nowak")))))
                    .containsExactly(3L, 4L, 5L);
            assertThat(ids(shop, "name", new Begins("ANNA"))).containsExactly(1L);
            assertThat(ids(shop, "name", new IsNull())).containsExactly(777L);
            assertThat(ids(shop, "name", new NotNull())).hasSize(5);
        }
    }

    @OnEveryEngine
    void whatIsFarInALongTextIsFound(Engine engine) {
        try (Shop shop = people(engine)) {
            shop.sql("update \"person\" set \"name\" = '" + "x".repeat(3000) + "needle' where \"id\" = 2");
            assertThat(ids(shop, "name", new Contains("needle"))).containsExactly(2L);
        }
    }

    @OnEveryEngine
    void numbersAndDatesAreComparedByValue(Engine engine) {
        try (Shop shop = people(engine)) {
            assertThat(ids(shop, "age", compared(Relation.EQUAL, 9))).containsExactly(2L);
            assertThat(ids(shop, "age", new NoneOf(List.of(compared(Relation.EQUAL, 9)))))
                    .containsExactly(1L, 3L, 4L, 5L);
            assertThat(ids(shop, "age", compared(Relation.LESS, 30))).containsExactly(2L, 4L);
            assertThat(ids(shop, "age", compared(Relation.AT_MOST, 30))).containsExactly(1L, 2L, 4L);
            assertThat(ids(shop, "age", compared(Relation.GREATER, 30))).containsExactly(3L, 5L);
            assertThat(ids(shop, "age", compared(Relation.AT_LEAST, 30))).containsExactly(1L, 3L, 5L);
            assertThat(ids(shop, "age", new Between(number(9), number(30)))).containsExactly(1L, 2L);
            assertThat(ids(shop, "age", new Contains("0"))).containsExactly(1L, 3L);
            assertThat(ids(shop, "age", compared(Relation.EQUAL, 9), new IsNull()))
                    .containsExactly(2L, 777L);
            Value march = date(engine, "2026-03-01");
            assertThat(ids(shop, "born", new Within(march, date(engine, "2026-04-01"))))
                    .containsExactly(1L, 2L);
            assertThat(ids(shop, "seen", new Within(moment(engine, "2026-03-16"), moment(engine, "2026-03-17"))))
                    .containsExactly(1L);
        }
    }

    @OnEveryEngine
    void columnsAreJoinedByAndAndPagedInAnyOrder(Engine engine) {
        try (Shop shop = people(engine)) {
            RowFilter filter = new RowFilter(
                    List.of(
                            new ColumnCondition("name", List.of(new NotNull())),
                            new ColumnCondition("age", List.of(compared(Relation.LESS, 31)))),
                    "");
            assertThat(paged(shop, filter, List.of(new Sort("age", false)))).containsExactly(1L, 2L, 4L);
            assertThat(paged(shop, filter, List.of(new Sort("born", false)))).containsExactly(2L, 1L, 4L);
        }
    }

    @OnEveryEngine
    void aSearchLooksIntoEveryTextAndTheKey(Engine engine) {
        try (Shop shop = people(engine)) {
            assertThat(paged(shop, new RowFilter(List.of(), "krakó"), List.of()))
                    .containsExactly(2L);
            assertThat(paged(shop, new RowFilter(List.of(), "NOWAK"), List.of()))
                    .containsExactly(1L, 2L);
            assertThat(paged(shop, new RowFilter(List.of(), "777"), List.of())).containsExactly(777L);
        }
    }

    @OnEveryEngine
    void aConditionOnAColumnThatIsGoneLetsNothingThrough(Engine engine) {
        try (Shop shop = people(engine)) {
            assertThat(ids(shop, "no such column", new NotNull())).isEmpty();
        }
    }

    /** Also values that databases write and compare in ways of their own. */
    @OnEveryEngine
    void everyValueOfAPageIsFoundByItselfInAColumnOfAnyKind(Engine engine) {
        try (Shop shop = new Shop(engine, kinds(engine))) {
            List<Column> columns = shop.table("kinds").columns();
            Page page = shop.store().page(PageRequest.first(shop.id("kinds"), List.of(), 10));
            assertThat(page.rows()).hasSize(2);
            for (Column column : columns) {
                boolean compared = column.kind() != ValueKind.JSON
                        && column.kind() != ValueKind.OTHER
                        && column.kind() != ValueKind.BINARY;
                for (Row row : page.rows()) {
                    Value value = row.get(column.name());
                    List<Test> tests = new ArrayList<>(List.of(new Contains("x"), new Begins("1"), new NotNull()));
                    if (compared) {
                        for (Relation relation : Relation.values()) {
                            tests.add(new Compared(relation, value));
                        }
                        tests.add(new NoneOf(List.of(new Compared(Relation.EQUAL, value))));
                        String other = row.get("id").text().equals("1") ? "2" : "1";
                        assertThat(kinds(shop, column, new Compared(Relation.EQUAL, value)))
                                .as("%s %s", column.name(), value)
                                .contains(row.get("id").text())
                                .doesNotContain(other);
                        assertThat(kinds(shop, column, new Between(value, value)))
                                .as("%s %s", column.name(), value)
                                .contains(row.get("id").text());
                    }
                    tests.forEach(test -> assertThat(kinds(shop, column, test)).hasSizeLessThan(3));
                }
            }
        }
    }

    private static List<String> kinds(Shop shop, Column column, Test test) {
        RowFilter filter = new RowFilter(List.of(new ColumnCondition(column.name(), List.of(test))), "");
        Page page = shop.store()
                .page(PageRequest.first(shop.id("kinds"), List.of(), 10).where(filter));
        return page.rows().stream().map(row -> row.get("id").text()).toList();
    }

    private static String[] kinds(Engine engine) {
        return switch (engine) {
            case H2 ->
                new String[] {
                    "create table \"kinds\" (\"id\" int primary key, \"c\" char(5), \"v\" varchar(20), \"t\" clob, \"n\" decimal(12,3),"
                            + " \"r\" real, \"f\" double precision, \"df\" decfloat, \"b\" boolean, \"d\" date, \"tm\" time(6),"
                            + " \"ts\" timestamp(9), \"tz\" timestamp(6) with time zone, \"u\" uuid, \"j\" json, \"x\" varbinary(9),"
                            + " \"e\" enum('one','two'), \"a\" int array, \"ic\" varchar_ignorecase(9))",
                    "insert into \"kinds\" values (1, 'ab', 'x', 'long', 1.5, 0.1, 0.1, 1.10, true, date '2026-03-16', time '14:05:09.5',"
                            + " timestamp '2026-03-16 14:05:09.123456789', timestamp with time zone '2026-03-16 14:05:09.5+05:30',"
                            + " '123e4567-e89b-12d3-a456-426614174000', json '{\"a\": 1}', x'00ff', 'one', array[1, 2], 'Ab')",
                    "insert into \"kinds\" values (2, 'c', 'y', 'other', -2, -1e30, 1e300, 3, false, date '1900-01-01', time '00:00:00',"
                            + " timestamp '1969-12-31 23:59:59', timestamp with time zone '2026-03-16 14:05:09.5+05:00',"
                            + " '123e4567-e89b-12d3-a456-426614174001', json '[]', x'', 'two', array[3], 'c')"
                };
            case POSTGRESQL ->
                new String[] {
                    "create type mood as enum ('one', 'two')",
                    "create table \"kinds\" (\"id\" int primary key, \"c\" char(5), \"v\" varchar(20), \"t\" text, \"n\" numeric(12,3),"
                            + " \"nn\" numeric, \"r\" real, \"f\" double precision, \"b\" boolean, \"d\" date, \"tm\" time, \"ts\" timestamp,"
                            + " \"tz\" timestamptz, \"u\" uuid, \"j\" json, \"jb\" jsonb, \"x\" bytea, \"e\" mood, \"a\" int[], \"m\" money,"
                            + " \"i\" inet, \"p\" point, \"xm\" xml, \"iv\" interval, \"ttz\" timetz)",
                    "insert into \"kinds\" values (1, 'ab', 'x', 'long', 1.5, 'NaN', 0.1, 0.1, true, '2026-03-16', '14:05:09.5',"
                            + " '2026-03-16 14:05:09.123456', '2026-03-16 14:05:09.5+05:30', '123e4567-e89b-12d3-a456-426614174000',"
                            + " '{\"a\": 1}', '{\"a\": 1}', '\\x00ff', 'one', '{1,2}', 12, '10.0.0.1', '(1,2)', '<a/>', '1 day', '14:05+01')",
                    "insert into \"kinds\" values (2, 'c', 'y', 'other', -2, 3, -1e30, 1e300, false, 'infinity', '24:00',"
                            + " '-infinity', '2026-03-16 14:05:09.5+05:00', '123e4567-e89b-12d3-a456-426614174001',"
                            + " '[]', '[]', '', 'two', '{3}', 13, '::1', '(3,2)', '<b/>', '1 hour', '14:05+02')"
                };
            case MARIADB ->
                new String[] {
                    "create table \"kinds\" (\"id\" int primary key, \"c\" char(5), \"v\" varchar(20), \"t\" longtext, \"n\" decimal(12,3),"
                            + " \"f\" double, \"b\" boolean, \"d\" date, \"tm\" time(6), \"ts\" datetime(6), \"tz\" timestamp(6) null,"
                            + " \"j\" json, \"x\" varbinary(9), \"e\" enum('one','two'), \"s\" set('a','b'), \"bt\" bit(3), \"y\" year,"
                            + " \"bi\" bigint unsigned)",
                    "insert into \"kinds\" values (1, 'ab', 'x', 'long', 1.5, 0.1, true, '2026-03-16', '14:05:09.5',"
                            + " '2026-03-16 14:05:09.123456', '2026-03-16 14:05:09.5', '{\"a\": 1}', x'00ff', 'one', 'a,b', b'101', 2026,"
                            + " 18446744073709551615)",
                    "insert into \"kinds\" values (2, 'c', 'y', 'other', -2, 1e300, false, '1900-01-01', '-100:30:00',"
                            + " '1969-12-31 23:59:59', '2026-03-16 14:05:09.6', '[]', x'', 'two', '', b'0', 1999, 1)"
                };
            case SQLITE ->
                new String[] {
                    "create table \"kinds\" (\"id\" integer primary key, \"v\" varchar(20), \"t\" text, \"n\" decimal(12,3),"
                            + " \"r\" real, \"b\" boolean, \"d\" date, \"ts\" timestamp, \"x\" blob, \"any\")",
                    "insert into \"kinds\" values (1, 'x', 'long', 1.5, 0.1, 1, '2026-03-16', '2026-03-16 14:05', x'00ff', 'word')",
                    "insert into \"kinds\" values (2, 'y', 'other', -2, 1e300, 0, '1900-01-01', 12, 'text', 12)"
                };
        };
    }

    @OnEveryEngine
    void noneOfSomeTestsHoldsWhereThereIsAValue(Engine engine) {
        try (Shop shop = people(engine)) {
            assertThat(ids(shop, "name", new NoneOf(List.of(new Contains("nowak"), new Contains("50%")))))
                    .containsExactly(4L, 5L);
            assertThat(ids(
                            shop,
                            "age",
                            new NoneOf(List.of(compared(Relation.EQUAL, 9), compared(Relation.GREATER, 30)))))
                    .containsExactly(1L, 4L);
            assertThat(ids(shop, "age", new NoneOf(List.of(compared(Relation.EQUAL, 9))), new IsNull()))
                    .containsExactly(1L, 3L, 4L, 5L, 777L);
        }
    }

    @OnEveryEngine
    void aReferenceIsFoundByTheNameOfWhatItRefersTo(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"customer\" (\"id\" integer not null primary key, \"code\" varchar(10), \"name\" varchar(40))",
                "create table \"person\" (\"id\" integer not null primary key, \"customer\" integer, \"chief\" integer,"
                        + " \"word\" varchar(20), foreign key (\"customer\") references \"customer\" (\"id\"),"
                        + " foreign key (\"chief\") references \"person\" (\"id\"))",
                "insert into \"customer\" values (10, 'N1', 'Anna Nowak'), (11, 'x', '50% NOWAKOWSKI'), (12, 'nowak', null)",
                "insert into \"customer\" values (13, 'y', 'Kim')",
                "insert into \"person\" values (1, 10, null, 'Nowak'), (2, 11, 1, 'b'), (3, 12, 2, 'c'), (4, 13, 2, 'd')",
                "insert into \"person\" values (5, null, null, 'e')")) {
            assertThat(ids(shop, "customer", new Named("nowak"))).containsExactly(1L, 2L, 3L);
            assertThat(ids(shop, "customer", new Named("50%"))).containsExactly(2L);
            assertThat(ids(shop, "customer", new Named("nobody"))).isEmpty();
            assertThat(ids(shop, "customer", new NoneOf(List.of(new Named("nowak")))))
                    .containsExactly(4L);
            assertThat(ids(shop, "customer", new Named("kim"), compared(Relation.EQUAL, 10)))
                    .containsExactly(1L, 4L);
            assertThat(ids(shop, "chief", new Named("NOWAK"))).containsExactly(2L);
            assertThat(ids(shop, "word", new Named("nowak"))).isEmpty();
        }
    }

    @OnEveryEngine
    void aReferenceByTwoColumnsIsFoundByName(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"place\" (\"land\" varchar(2) not null, \"n\" integer not null, \"name\" varchar(40),"
                        + " primary key (\"land\", \"n\"))",
                "create table \"person\" (\"id\" integer not null primary key, \"land\" varchar(2), \"n\" integer,"
                        + " foreign key (\"land\", \"n\") references \"place\" (\"land\", \"n\"))",
                "insert into \"place\" values ('AT', 1, 'Wien'), ('AT', 2, 'Graz'), ('PL', 1, 'Kielce')",
                "insert into \"person\" values (1, 'AT', 1), (2, 'PL', 1), (3, 'AT', 2), (4, null, null)")) {
            assertThat(ids(shop, "n", new Named("wien"))).containsExactly(1L);
            assertThat(ids(shop, "land", new Named("ie"))).containsExactly(1L, 2L);
        }
    }

    @OnEveryEngine
    void theLastPageOfAFilteredTableWithoutAKeyIsRead(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"log\" (\"n\" integer, \"words\" varchar(20))",
                "insert into \"log\" values (1, 'a'), (2, 'b'), (3, 'a'), (4, 'a'), (5, 'b')")) {
            RowFilter filter = new RowFilter(List.of(new ColumnCondition("words", List.of(new Contains("a")))), "");
            PageRequest request = PageRequest.first(shop.id("log"), List.of(new Sort("n", true)), 2)
                    .where(filter);
            Page last = shop.store().page(request.last());
            assertThat(last.rows().stream().map(row -> row.get("n").text())).containsExactly("3", "4");
            Page before = shop.store().page(request.before(last.previous().orElseThrow()));
            assertThat(before.rows().stream().map(row -> row.get("n").text())).containsExactly("1");
            assertThat(before.previous()).isEmpty();
            assertThat(before.next()).isPresent();
        }
    }

    private static Shop people(Engine engine) {
        String backslash = engine == Engine.MARIADB ? "back\\\\slash" : "back\\slash";
        return new Shop(
                engine,
                "create table \"person\" (\"id\" integer not null primary key, \"name\" varchar(5000), \"age\" integer,"
                        + " \"born\" date, \"seen\" timestamp, \"town\" varchar(40))",
                "insert into \"person\" values (1, 'Anna Nowak', 30, '2026-03-01', '2026-03-16 12:00:00', 'Wien')",
                "insert into \"person\" values (2, 'Jan NOWAK', 9, '2026-03-31', '2026-03-17 00:00:00', 'Kraków')",
                "insert into \"person\" values (3, 'save 50% now', 100, '2026-04-01', '2026-03-15 23:59:59', null)",
                "insert into \"person\" values (4, 'a_b!', -5, null, null, null)",
                "insert into \"person\" values (5, '" + backslash + "', 31, null, null, null)",
                "insert into \"person\" values (777, null, null, null, null, null)");
    }

    private static Compared compared(Relation relation, int with) {
        return new Compared(relation, number(with));
    }

    private static Value number(int number) {
        return Value.of(BigDecimal.valueOf(number));
    }

    /** SQLite has no dates: they are texts. */
    private static Value date(Engine engine, String date) {
        return engine == Engine.SQLITE ? Value.of(date) : new Value.Date(LocalDate.parse(date));
    }

    private static Value moment(Engine engine, String date) {
        return engine == Engine.SQLITE ? Value.of(date) : new Value.DateTime(LocalDateTime.parse(date + "T00:00:00"));
    }

    private static List<Long> ids(Shop shop, String column, Test... tests) {
        return paged(shop, new RowFilter(List.of(new ColumnCondition(column, List.of(tests))), ""), List.of());
    }

    private static List<Long> paged(Shop shop, RowFilter filter, List<Sort> sort) {
        List<Long> read = new ArrayList<>();
        Optional<PageRequest> next =
                Optional.of(PageRequest.first(shop.id("person"), sort, 2).where(filter));
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page page = shop.store().page(request);
            page.rows().forEach(row -> read.add(Long.valueOf(row.get("id").text())));
            next = page.next().map(request::after);
        }
        return read;
    }
}
