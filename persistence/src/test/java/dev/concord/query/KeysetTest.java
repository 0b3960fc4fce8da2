package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Paging in orders of several columns full of duplicates and NULLs, against the same rows sorted in memory. */
class KeysetTest {
    private static final int ROWS = 300;
    private static final List<String> COLUMNS = List.of("a", "b", "c");

    /** A row of the table. */
    private record Item(
            long id,
            @Nullable Integer a,
            @Nullable Integer b,
            @Nullable Integer c) {
        @Nullable
        Integer get(String column) {
            return switch (column) {
                case "a" -> a;
                case "b" -> b;
                default -> c;
            };
        }
    }

    @OnEveryEngine
    void everyOrderOfSeveralColumnsIsPagedForwardsAndBackwards(Engine engine) {
        List<Item> items = items(new Random(11));
        try (Shop shop = shop(engine, items)) {
            for (List<Sort> order : orders()) {
                List<Long> expected =
                        items.stream().sorted(comparator(order)).map(Item::id).toList();
                PageRequest first = PageRequest.first(shop.id("t"), order, 37);
                assertThat(forwards(shop, first)).as("%s", order).isEqualTo(expected);
                assertThat(backwards(shop, first)).as("back %s", order).isEqualTo(expected);
            }
        }
    }

    @OnEveryEngine
    void aPageBeginsBesideValuesThatNoRowHas(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"a\" integer, \"b\" integer, \"c\" integer)",
                "insert into \"t\" values (1, 10, null, 0), (2, 20, null, 0), (3, 20, null, 1), (4, null, null, 2)")) {
            PageRequest up = PageRequest.first(shop.id("t"), List.of(new Sort("a", true)), 2);
            PageRequest down = PageRequest.first(shop.id("t"), List.of(new Sort("a", false)), 2);
            assertThat(ids(shop, up.after(Position.before(a(15))))).containsExactly(2L, 3L);
            assertThat(ids(shop, up.after(Position.before(a(20))))).containsExactly(2L, 3L);
            assertThat(ids(shop, up.after(Position.after(a(20))))).containsExactly(4L);
            assertThat(ids(shop, up.before(Position.before(a(20))))).containsExactly(1L);
            assertThat(ids(shop, up.before(Position.after(a(20))))).containsExactly(2L, 3L);
            assertThat(ids(shop, down.after(Position.before(a(15))))).containsExactly(1L, 4L);
            assertThat(ids(shop, down.after(Position.after(a(20))))).containsExactly(1L, 4L);
            assertThat(ids(shop, down.before(Position.before(Row.of("a", Value.ofNull())))))
                    .containsExactly(3L, 1L);
            assertThat(ids(shop, up.after(Position.after(a(999))))).containsExactly(4L);
            assertThat(shop.store()
                            .page(up.after(Position.after(Row.of("a", Value.ofNull()))))
                            .rows())
                    .isEmpty();
        }
    }

    @OnEveryEngine
    void anEndOfTheTableHasNothingBeyondIt(Engine engine) {
        try (Shop shop = shop(engine, items(new Random(3)))) {
            PageRequest first = PageRequest.first(shop.id("t"), List.of(), ROWS);
            Page all = shop.store().page(first);
            assertThat(all.rows()).hasSize(ROWS);
            assertThat(all.previous()).isEmpty();
            assertThat(all.next()).isEmpty();
            assertThat(shop.store().page(first.last())).isEqualTo(all);
            Page some = shop.store().page(first.limit(10));
            assertThat(some.next()).isPresent();
            Page rest = shop.store().page(first.after(some.next().orElseThrow()));
            assertThat(rest.previous()).isPresent();
            assertThat(shop.store()
                            .page(first.before(rest.previous().orElseThrow()))
                            .rows())
                    .isEqualTo(some.rows());
        }
    }

    private static Row a(int value) {
        return Row.of("a", Value.of(BigDecimal.valueOf(value)));
    }

    private static Shop shop(Engine engine, List<Item> items) {
        Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"a\" integer, \"b\" integer, \"c\" integer)");
        List<String> values = items.stream()
                .map(item -> "(%d, %s, %s, %s)".formatted(item.id(), item.a(), item.b(), item.c()))
                .toList();
        shop.sql("insert into \"t\" values " + String.join(", ", values));
        return shop;
    }

    private static List<Item> items(Random random) {
        List<Item> items = new ArrayList<>();
        for (int id = 1; id <= ROWS; id++) {
            items.add(new Item(id, some(random), some(random), some(random)));
        }
        return items;
    }

    private static @Nullable Integer some(Random random) {
        int value = random.nextInt(5);
        return value == 0 ? null : value;
    }

    /** One, two and three columns, each in both directions, and one after the key. */
    private static List<List<Sort>> orders() {
        List<List<Sort>> orders = new ArrayList<>(List.of(List.of(), List.of(new Sort("id", false))));
        List<List<Sort>> shorter = List.of(List.of());
        for (String column : COLUMNS) {
            List<List<Sort>> longer = new ArrayList<>();
            for (List<Sort> order : shorter) {
                for (boolean ascending : List.of(true, false)) {
                    List<Sort> more = new ArrayList<>(order);
                    more.add(new Sort(column, ascending));
                    longer.add(more);
                }
            }
            orders.addAll(longer);
            shorter = longer;
        }
        return orders;
    }

    private static Comparator<Item> comparator(List<Sort> order) {
        Comparator<Item> comparator = Comparator.comparingInt(item -> 0);
        for (Sort sort : order) {
            if (sort.column().equals("id")) {
                Comparator<Item> byId = Comparator.comparingLong(Item::id);
                return sort.ascending() ? byId : byId.reversed();
            }
            Comparator<Integer> values = sort.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
            comparator = comparator.thenComparing(item -> item.get(sort.column()), Comparator.nullsLast(values));
        }
        return comparator.thenComparingLong(Item::id);
    }

    private static List<Long> forwards(Shop shop, PageRequest first) {
        List<Long> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(first);
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page page = shop.store().page(request);
            read.addAll(ids(page));
            next = page.next().map(request::after);
        }
        return read;
    }

    private static List<Long> backwards(Shop shop, PageRequest first) {
        List<Long> read = new ArrayList<>();
        Optional<PageRequest> previous = Optional.of(first.last());
        while (previous.isPresent()) {
            PageRequest request = previous.get();
            Page page = shop.store().page(request);
            read.addAll(0, ids(page));
            previous = page.previous().map(request::before);
        }
        return read;
    }

    private static List<Long> ids(Shop shop, PageRequest request) {
        return ids(shop.store().page(request));
    }

    private static List<Long> ids(Page page) {
        return page.rows().stream()
                .map(row -> Long.valueOf(row.get("id").text()))
                .toList();
    }
}
