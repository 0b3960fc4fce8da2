package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Row numbers: exact by counting, guessed before. */
class RowCounterTest {

    @OnEveryEngine
    void marksAreAsFarApartAsAskedForWhateverTheOrder(Engine engine) {
        try (Shop shop = shop(engine)) {
            for (List<Sort> order : List.of(
                    List.<Sort>of(),
                    List.of(new Sort("id", false)),
                    List.of(new Sort("town", true)),
                    List.of(new Sort("town", false), new Sort("age", true)))) {
                PageRequest first = PageRequest.first(shop.id("t"), order, 1_000);
                List<Row> all = shop.store().page(first).rows();
                RowMark mark = RowMark.START;
                for (int before = 37; before < all.size(); before += 37) {
                    mark = shop.store().places().mark(first, mark, 37).orElseThrow();
                    assertThat(mark.before()).isEqualTo(before);
                    assertThat(shop.store()
                                    .page(first.after(mark.position()))
                                    .rows()
                                    .getFirst())
                            .as("%s %s", order, before)
                            .isEqualTo(all.get(before));
                }
                RowMark end = shop.store().places().mark(first, mark, 37).orElseThrow();
                assertThat(end.atEnd()).isTrue();
                assertThat(end.before()).isEqualTo(all.size());
                assertThat(shop.store().places().mark(first, end, 1)).isEmpty();
                RowMark last = mark;
                assertThat(mark.values().map(Position::before).map(Position.Beside.class::cast))
                        .hasValueSatisfying(
                                place -> assertThat(shop.store().places().before(first, place))
                                        .contains(last.before()));
                assertThat(shop.store().places().count(first)).isEqualTo(all.size());
            }
        }
    }

    @OnEveryEngine
    void onlyTheRowsOfAFilterAreCounted(Engine engine) {
        try (Shop shop = shop(engine)) {
            RowFilter filter =
                    new RowFilter(List.of(new ColumnCondition("town", List.of(new ColumnCondition.IsNull()))), "");
            PageRequest first =
                    PageRequest.first(shop.id("t"), List.of(), 1_000).where(filter);
            int rows = shop.store().page(first).rows().size();
            assertThat(rows).isBetween(1, 299);
            assertThat(shop.store().places().mark(first, RowMark.START, 10_000))
                    .contains(new RowMark(rows, Optional.empty()));
            assertThat(shop.store().places().count(first)).isEqualTo(rows);
        }
    }

    @OnEveryEngine
    void aGuessFallsWhereEvenlySpreadRowsAre(Engine engine) {
        try (Shop shop = shop(engine)) {
            PageRequest up = PageRequest.first(shop.id("t"), List.of(), 1);
            assertThat(firstId(shop, up, 0.5)).isBetween(149L, 152L);
            assertThat(firstId(shop, up, 0)).isEqualTo(1);
            PageRequest down = PageRequest.first(shop.id("t"), List.of(new Sort("id", false)), 1);
            assertThat(firstId(shop, down, 0.25)).isBetween(224L, 227L);
            assertThat(shop.store()
                            .places()
                            .guess(PageRequest.first(shop.id("t"), List.of(new Sort("town", true)), 1), 0.5))
                    .isEmpty();
        }
    }

    @OnEveryEngine
    void anEmptyTableHasItsEndAtItsStart(Engine engine) {
        try (Shop shop = new Shop(engine, "create table \"t\" (\"id\" integer not null primary key)")) {
            PageRequest first = PageRequest.first(shop.id("t"), List.of(), 1);
            assertThat(shop.store().places().mark(first, RowMark.START, 5)).contains(new RowMark(0, Optional.empty()));
            assertThat(shop.store().places().guess(first, 0.5)).isEmpty();
        }
    }

    @Test
    void aValueBetweenTwoOthersHasAsManyDigits() {
        assertThat(NumberLine.at(730.9, Value.of(1000))).contains(Value.of(730));
        assertThat(NumberLine.at(0.75, Value.of(new BigDecimal("0.5")))).contains(Value.of(new BigDecimal("0.7")));
        assertThat(NumberLine.at(NumberLine.of(date("2026-01-16")).orElseThrow() + 0.5, date("2026-01-01")))
                .contains(date("2026-01-16"));
        Value noon = new Value.DateTime(LocalDateTime.parse("2026-01-16T12:00"));
        assertThat(NumberLine.at(NumberLine.of(noon).orElseThrow(), noon)).contains(noon);
        Value moment = new Value.Moment(OffsetDateTime.parse("1969-01-16T12:00Z"));
        assertThat(NumberLine.at(NumberLine.of(moment).orElseThrow(), moment)).contains(moment);
        assertThat(NumberLine.of(Value.ofNull())).isEmpty();
        assertThat(NumberLine.of(Value.of("12"))).isEmpty();
    }

    /**
     * Two thirds of the rows are in the last hundredths of the values, and between them and the others there is a gap. How dense they are is
     * measured over five hundred of these few rows.
     */
    @OnEveryEngine
    void aSampleFindsRowsThatAreNotSpreadEvenly(Engine engine) {
        try (Shop shop =
                new Shop(engine, "create table \"t\" (\"id\" integer not null primary key, \"at\" integer not null)")) {
            shop.sql("create index \"t_at\" on \"t\" (\"at\")");
            for (int part = 0; part < 30; part++) {
                shop.sql("insert into \"t\" values "
                        + IntStream.range(part * 1_000, part * 1_000 + 1_000)
                                .mapToObj(id -> "(%d, %d)".formatted(id, id < 10_000 ? id * 80 : 980_000 + id))
                                .collect(Collectors.joining(", ")));
            }
            for (boolean ascending : List.of(true, false)) {
                PageRequest order = PageRequest.first(shop.id("t"), List.of(new Sort("at", ascending)), 1);
                RowSample sample = shop.store().places().sample(order).orElseThrow();
                for (double part : List.of(0.0, 0.1, 0.3, 0.5, 0.73, 0.99)) {
                    Position.Beside place = (Position.Beside) sample.at(part).orElseThrow();
                    assertThat((double) shop.store()
                                            .places()
                                            .before(order, place)
                                            .orElseThrow()
                                    / 30_000)
                            .as("%s %s", ascending, part)
                            .isCloseTo(part, Offset.offset(0.01));
                }
            }
            PageRequest order = PageRequest.first(shop.id("t"), List.of(new Sort("at", true)), 1);
            Position even = shop.store().places().guess(order, 0.5).orElseThrow();
            assertThat(shop.store()
                            .places()
                            .before(order, (Position.Beside) even)
                            .orElseThrow())
                    .isLessThan(10_000L);
        }
    }

    private static Value date(String date) {
        return new Value.Date(LocalDate.parse(date));
    }

    private static long firstId(Shop shop, PageRequest order, double part) {
        Position place = shop.store().places().guess(order, part).orElseThrow();
        return Long.parseLong(shop.store()
                .page(order.after(place))
                .rows()
                .getFirst()
                .get("id")
                .text());
    }

    private static Shop shop(Engine engine) {
        Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"town\" varchar(20), \"age\" integer)");
        String rows = IntStream.rangeClosed(1, 300)
                .mapToObj(id -> "(%d, %s, %s)"
                        .formatted(id, id % 7 == 0 ? "null" : "'town " + id % 5 + "'", id % 11 == 0 ? "null" : id % 13))
                .collect(Collectors.joining(", "));
        shop.sql("insert into \"t\" values " + rows);
        return shop;
    }
}
