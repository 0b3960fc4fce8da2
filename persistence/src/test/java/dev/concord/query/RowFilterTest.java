package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

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
