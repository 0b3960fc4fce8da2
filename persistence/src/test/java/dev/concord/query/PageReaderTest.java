package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reading a table page by page. */
class PageReaderTest {

    @OnEveryEngine
    void pagesInEitherDirectionMeetEveryRowOnceWithNullsLast(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"s\" varchar(10), \"n\" integer)",
                "insert into \"t\" values (1, 'b', 1), (2, null, 2), (3, 'a', null), (4, 'b', null), (5, null, 1), "
                        + "(6, 'a', 2), (7, 'b', 1), (8, '', 0)")) {
            assertThat(ids(shop, "t", List.of())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(ids(shop, "t", List.of(new Sort("id", false)))).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
            assertThat(ids(shop, "t", List.of(new Sort("s", true), new Sort("n", false))))
                    .containsExactly(8L, 6L, 3L, 1L, 7L, 4L, 2L, 5L);
            assertThat(ids(shop, "t", List.of(new Sort("s", false), new Sort("n", true))))
                    .containsExactly(1L, 7L, 4L, 6L, 3L, 8L, 5L, 2L);
            assertThat(ids(shop, "t", List.of(new Sort("no such column", true))))
                    .hasSize(8);
        }
    }

    @OnEveryEngine
    void columnsThatCannotBeComparedForEqualityArePagedAllTheSame(Engine engine) {
        String type = engine == Engine.MARIADB ? "float" : "real";
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"f\" " + type + ")",
                "insert into \"t\" values (1, 0.3), (2, 0.1), (3, null), (4, 0.1), (5, 0.2)")) {
            assertThat(ids(shop, "t", List.of(new Sort("f", true)))).containsExactly(2L, 4L, 5L, 1L, 3L);
        }
    }

    /** A value that is cut is never shorter than a page may show: by that it is known that there may be more. */
    @OnEveryEngine
    void longTextThatTheRowsAreSortedByIsCutAsWell(Engine engine) {
        String begun = "a".repeat(Page.TEXT_LENGTH - 1);
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"s\" varchar(250))",
                "insert into \"t\" values (1, '" + begun + "\uD83D\uDE00b'), (2, '" + begun
                        + "\uD83D\uDE00c'), (3, 'a')")) {
            PageRequest first = PageRequest.first(shop.id("t"), List.of(new Sort("s", false)), 1);
            Page page = shop.store().page(first);
            assertThat(page.rows().getFirst().get("id")).isEqualTo(Value.of(2));
            String shown = page.rows().getFirst().get("s").text();
            assertThat(shown).isEqualTo(begun + "\uD83D\uDE00");
            Page next = shop.store().page(first.after(page.next().orElseThrow()));
            assertThat(next.rows().getFirst().get("id")).isEqualTo(Value.of(1));
            assertThat(next.rows().getFirst().get("s").text()).isEqualTo(shown);
        }
    }

    @OnEveryEngine
    void longTextIsCutAndBytesAreCountedButKeysAreWhole(Engine engine) {
        String bytes = engine == Engine.POSTGRESQL ? "bytea" : "blob";
        String hex = engine == Engine.POSTGRESQL ? "'\\x010203'" : "x'010203'";
        String long255 = "k".repeat(255);
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" varchar(255) not null primary key, \"s\" varchar(5000), \"b\" " + bytes
                        + ")",
                "insert into \"t\" values ('" + long255 + "', '" + "é".repeat(1000) + "', " + hex + ")")) {
            Row row = shop.store()
                    .page(PageRequest.first(shop.id("t"), List.of(), 10))
                    .rows()
                    .getFirst();
            assertThat(row.get("id")).isEqualTo(Value.of(long255));
            assertThat(row.get("s")).isEqualTo(Value.of("é".repeat(Page.TEXT_LENGTH)));
            assertThat(row.get("b")).isEqualTo(Value.of(3));
        }
    }

    @OnEveryEngine
    void sortingByLongTextMeetsEveryRowOnce(Engine engine) {
        String same = "x".repeat(300);
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"s\" varchar(5000))",
                "insert into \"t\" values (1, '" + same + "b'), (2, '" + same + "a'), (3, '" + same + "c')")) {
            List<Long> ids = ids(shop, "t", List.of(new Sort("s", true)));
            assertThat(ids).containsExactlyInAnyOrder(1L, 2L, 3L);
            // MariaDB sorts by the first 1024 bytes only.
            if (engine != Engine.MARIADB) {
                assertThat(ids).containsExactly(2L, 1L, 3L);
            }
        }
    }

    private static List<Long> ids(Shop shop, String table, List<Sort> sort) {
        PageRequest first = PageRequest.first(shop.id(table), sort, 2);
        List<Long> ids = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(first);
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page page = shop.store().page(request);
            assertThat(page.rows()).hasSizeBetween(1, 2);
            ids.addAll(ids(page));
            next = page.next().map(request::after);
        }
        assertThat(backwards(shop, first)).isEqualTo(ids);
        return ids;
    }

    /** Reads the same rows from the last to the first. */
    private static List<Long> backwards(Shop shop, PageRequest first) {
        List<Long> ids = new ArrayList<>();
        Optional<PageRequest> previous = Optional.of(first.last());
        while (previous.isPresent()) {
            PageRequest request = previous.get();
            Page page = shop.store().page(request);
            assertThat(page.rows()).hasSizeBetween(1, 2);
            ids.addAll(0, ids(page));
            previous = page.previous().map(request::before);
        }
        return ids;
    }

    private static List<Long> ids(Page page) {
        return page.rows().stream()
                .map(row -> Long.valueOf(row.get("id").text()))
                .toList();
    }
}
