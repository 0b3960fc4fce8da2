package dev.concord.app.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks at a table find out, and when they happen: without streams, by a clock that the test moves. */
@Timeout(60)
class TableChangesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static List<Difference> differences(News news) {
        assertThat(news).isInstanceOfSatisfying(News.Told.class, told -> assertThat(told.anew())
                .isFalse());
        return ((News.Told) news).differences();
    }

    private static boolean anew(News news) {
        return ((News.Told) news).anew();
    }

    private static Difference changed(WatchedShop shop, String table, int id) {
        return new Difference(Integer.toString(id), Optional.of(shop.etag(table, id)));
    }

    private static List<Difference> next(WatchedShop shop, WatchedTable table) {
        shop.pass(SECOND);
        return differences(table.next());
    }

    /** One table of which the whole row, or PostgreSQL's own column, shows the writes, and one of which its version does. */
    @OnEveryEngine
    void everyKindOfWriteIsFoundOnceByWhateverShowsIt(Engine engine) throws Exception {
        try (WatchedShop shop = WatchedShop.withStoppedClock(engine)) {
            for (String name : List.of("customer", "counted")) {
                boolean versioned = name.equals("counted");
                WatchedTable table = shop.table(name);
                assertThat(differences(table.begin(Optional.empty()))).isEmpty();
                assertThat(next(shop, table)).isEmpty();

                shop.sql("update \"" + name + "\" set \"name\" = 'x'" + (versioned ? ", \"version\" = 2" : "")
                        + " where \"id\" = 1");
                assertThat(next(shop, table)).containsExactly(changed(shop, name, 1));
                shop.sql("insert into \"" + name + "\" values (3, 'y'" + (versioned ? ", 1)" : ")"));
                assertThat(next(shop, table)).containsExactly(changed(shop, name, 3));
                shop.sql("delete from \"" + name + "\" where \"id\" = 2");
                assertThat(next(shop, table)).containsExactly(new Difference("2", Optional.empty()));
                shop.sql("update \"" + name + "\" set \"id\" = 9 where \"id\" = 1");
                assertThat(next(shop, table))
                        .containsExactlyInAnyOrder(changed(shop, name, 9), new Difference("1", Optional.empty()));
                assertThat(next(shop, table)).isEmpty();
                table.close();
            }
        }
    }

    /** Pages of 100 whole rows, and of 1,000 versions. */
    @OnEveryEngine
    void rowsOfEveryPageOfALargeTableAreLookedAt(Engine engine) throws Exception {
        try (WatchedShop shop = WatchedShop.withStoppedClock(engine)) {
            StringBuilder rows = new StringBuilder();
            for (int id = 3; id <= 2_500; id++) {
                rows.append(id == 3 ? " (" : ", (").append(id).append(", 'n', 1)");
            }
            shop.sql(
                    "insert into \"counted\" (\"id\", \"name\", \"version\") values" + rows,
                    "insert into \"customer\" select \"id\", \"name\" from \"counted\" where \"id\" > 2");
            for (String name : List.of("customer", "counted")) {
                WatchedTable table = shop.table(name);
                table.begin(Optional.empty());
                for (int id : List.of(100, 101, 1_000, 1_001, 2_500)) {
                    shop.sql("update \"" + name + "\" set \"name\" = 'x'"
                            + (name.equals("counted") ? ", \"version\" = 2" : "") + " where \"id\" = " + id);
                    assertThat(next(shop, table)).containsExactly(changed(shop, name, id));
                }
                shop.sql("delete from \"" + name + "\" where \"id\" = 1001");
                assertThat(next(shop, table)).containsExactly(new Difference("1001", Optional.empty()));
                table.close();
            }
        }
    }

    /** The second one is told although the database could not be read by then. */
    @Test
    void streamsOfATableShareOneLook() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable first = shop.table("customer");
            WatchedTable second = shop.table("customer");
            first.begin(Optional.empty());
            shop.sql("delete from \"customer\" where \"id\" = 2");
            second.begin(Optional.empty());
            assertThat(differences(second.next())).as("no look is due").isEmpty();

            assertThat(next(shop, first)).hasSize(1);
            shop.closeDatabase();
            assertThat(differences(second.next())).hasSize(1);
            assertThat(differences(second.next())).isEmpty();

            shop.pass(SECOND);
            assertThat(first.next()).isEqualTo(new News.Unavailable());
            assertThat(second.next()).isEqualTo(new News.Unavailable());
        }
    }

    @Test
    void looksTakeATenthOfTheTimeAtMost() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable table = shop.table("customer");
            // The clock is read at both ends of a look.
            shop.slowly(SECOND);
            table.begin(Optional.empty());
            shop.slowly(Duration.ZERO);
            shop.sql("delete from \"customer\" where \"id\" = 2");

            shop.pass(Duration.ofSeconds(7));
            assertThat(differences(table.next())).isEmpty();
            shop.pass(Duration.ofSeconds(2));
            assertThat(differences(table.next())).hasSize(1);
        }
    }

    @Test
    void aLookThatWasSlowOnceIsFollowedByAnotherWithinAMinute() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable table = shop.table("customer");
            shop.slowly(Duration.ofSeconds(10));
            table.begin(Optional.empty());
            shop.slowly(Duration.ZERO);
            shop.sql("delete from \"customer\" where \"id\" = 2");
            // Ten seconds have passed since the pause began: the clock was read for it.
            shop.pass(Duration.ofSeconds(49));
            assertThat(differences(table.next())).isEmpty();
            shop.pass(Duration.ofSeconds(2));
            assertThat(differences(table.next())).hasSize(1);
        }
    }

    @Test
    void afterALookThatFailedTheNextOneIsTriedAfterASecondHoweverLongItTook() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable table = shop.table("customer");
            table.begin(Optional.empty());
            shop.closeDatabase();
            shop.pass(SECOND);
            shop.slowly(SECOND);
            assertThat(table.next()).isEqualTo(new News.Unavailable());
            shop.slowly(Duration.ZERO);
            shop.pass(SECOND);

            long before = shop.clockWasRead();
            table.next();
            assertThat(shop.clockWasRead() - before).as("for a look").isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ChangeLog.MOST, ChangeLog.MOST + 1})
    void moreChangesThanCanBeToldOneByOneAreToldAsOne(int rows) {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable table = shop.table("customer");
            String before = ((News.Told) table.begin(Optional.empty())).name();
            shop.sql("insert into \"customer\" select x + 2, 'n' from system_range(1, " + rows + ")");
            shop.pass(SECOND);
            News news = table.next();
            if (rows <= ChangeLog.MOST) {
                assertThat(differences(news)).hasSize(rows);
            } else {
                assertThat(anew(news)).isTrue();
                assertThat(anew(shop.table("customer").begin(Optional.of(before))))
                        .isTrue();
            }
            shop.sql("delete from \"customer\" where \"id\" = 1");
            assertThat(next(shop, table)).containsExactly(new Difference("1", Optional.empty()));
        }
    }

    @Test
    void whoIsToldTooLateReadsAnew() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable quick = shop.table("customer");
            WatchedTable slow = shop.table("customer");
            quick.begin(Optional.empty());
            slow.begin(Optional.empty());
            shop.sql("insert into \"customer\" select x + 2, 'n' from system_range(1, 6000)");
            assertThat(next(shop, quick)).hasSize(6_000);
            shop.sql("update \"customer\" set \"name\" = 'm' where \"id\" > 2");
            assertThat(next(shop, quick)).hasSize(6_000);

            assertThat(anew(slow.next())).isTrue();
            assertThat(differences(slow.next())).isEmpty();
        }
    }

    @OnEveryEngine
    void theRowsOfATableThatLosesAColumnAreReadAnew(Engine engine) {
        try (WatchedShop shop = WatchedShop.withStoppedClock(engine)) {
            for (String name : List.of("customer", "counted")) {
                WatchedTable table = shop.table(name);
                table.begin(Optional.empty());
                shop.sql("alter table \"" + name + "\" drop column \"name\"");
                shop.pass(SECOND);
                assertThat(anew(table.next())).as(name).isTrue();
                shop.sql("delete from \"" + name + "\" where \"id\" = 1");
                assertThat(next(shop, table)).containsExactly(new Difference("1", Optional.empty()));
                table.close();
            }
        }
    }

    @Test
    void aTableThatIsDroppedHasNoRowsAnyMore() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            WatchedTable table = shop.table("customer");
            table.begin(Optional.empty());
            shop.sql("drop table \"customer\"");
            assertThat(next(shop, table))
                    .extracting(Difference::etag)
                    .containsExactly(Optional.empty(), Optional.empty());
        }
    }

    @Test
    void allTablesTogetherHaveRoomForSoManyRows() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            shop.sql(
                    "insert into \"customer\" select x + 2, 'n' from system_range(1, 9998)",
                    "insert into \"counted\" select x + 2, 'n', 1 from system_range(1, 1998)");
            WatchedTable customer = shop.table("customer");
            WatchedTable counted = shop.table("counted");
            customer.begin(Optional.empty());
            assertThat(counted.begin(Optional.empty())).isInstanceOf(News.Told.class);
            shop.sql("insert into \"counted\" values (9999, 'n', 1)");
            shop.pass(SECOND);
            assertThat(counted.next()).isEqualTo(new News.TooMany());

            customer.close();
            shop.pass(SECOND);
            assertThat(counted.begin(Optional.empty()))
                    .as("the other one is left")
                    .isInstanceOf(News.Told.class);
        }
    }

    @Test
    void withoutAKeyATableOfAThousandRowsIsWatchedAndNoLargerOne() {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            shop.sql(
                    "create view \"names\" as select \"name\" from \"customer\"",
                    "insert into \"customer\" select x + 2, 'n' || x from system_range(1, 998)");
            WatchedTable table = shop.table("names");
            table.begin(Optional.empty());
            shop.sql("update \"customer\" set \"name\" = 'x' where \"id\" = 500");
            assertThat(next(shop, table))
                    .extracting(difference -> difference.etag().isPresent())
                    .containsExactlyInAnyOrder(true, false);

            shop.sql("insert into \"customer\" values (1001, 'n')");
            shop.pass(SECOND);
            assertThat(table.next()).isEqualTo(new News.TooMany());
            assertThat(shop.get("/changes/names").status()).isEqualTo(422);
        }
    }
}
