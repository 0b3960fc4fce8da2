package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of as many columns as the database allows open, digest and save like others. */
@LockingContract
class WideTablesTest {

    /** The most columns that a table can have; MariaDB's pages hold no more than these, whatever they are. */
    private static int most(Engine engine) {
        return switch (engine) {
            case H2 -> 16_384;
            case POSTGRESQL -> 1600;
            case MARIADB -> 1017;
            case SQLITE -> 2000;
        };
    }

    private static Shop wide(Engine engine, int columns) {
        // Short enough for MariaDB and PostgreSQL, whose rows do not leave a page of 8 kB with fewer than a pointer
        // each.
        String type = engine == Engine.POSTGRESQL || engine == Engine.SQLITE ? "text" : "varchar(1)";
        return new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, "
                        + IntStream.rangeClosed(2, columns)
                                .mapToObj(i -> "\"c" + i + "\" " + type)
                                .collect(Collectors.joining(", "))
                        + ")",
                "insert into \"t\" (\"id\", \"c2\") values (1, 'a')",
                "insert into \"t\" (\"id\", \"c2\") values (2, 'b')",
                "insert into \"t\" (\"id\", \"c2\") values (3, 'c')");
    }

    @OnEveryEngine
    void aTableOfAsManyColumnsAsTheDatabaseAllowsIsReadAndSaved(Engine engine) {
        int most = most(engine);
        try (Shop shop = wide(engine, most)) {
            Snapshot base = shop.first("t");
            assertThat(base.row().columns().list()).hasSize(most);
            Snapshot saved =
                    shop.saved(Draft.of(base).with("c" + most, Value.of("z")).with("c2", Value.ofNull()));
            assertThat(shop.first("t")).satisfies(now -> {
                assertThat(now.row()).isEqualTo(saved.row());
                assertThat(now.token()).isEqualTo(saved.token());
                assertThat(now.row().get("c" + most)).isEqualTo(Value.of("z"));
            });

            shop.sql("update \"t\" set \"c" + (most - 1) + "\" = 'y' where \"id\" = 1");
            assertThat(shop.store().save(Draft.of(saved).with("c2", Value.of("x"))))
                    .isInstanceOf(Outcome.Stale.class);
            assertThat(shop.store().delete(saved)).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void itsPagesAndBatchesAreReadAndSavedToo(Engine engine) {
        int most = most(engine);
        try (Shop shop = wide(engine, most)) {
            for (List<Sort> sort : List.of(
                    List.<Sort>of(),
                    List.of(new Sort("c2", false)),
                    List.of(new Sort("c3", true), new Sort("c" + most, true)))) {
                Page first = shop.store().page(PageRequest.first(shop.id("t"), sort, 2));
                Page second = shop.store()
                        .page(PageRequest.first(shop.id("t"), sort, 2)
                                .after(first.next().orElseThrow()));
                assertThat(first.rows()).hasSize(2);
                assertThat(second.rows()).hasSize(1).doesNotContainAnyElementsOf(first.rows());
            }
            List<Draft> drafts = new ArrayList<>();
            shop.store()
                    .findAll(
                            shop.id("t"),
                            IntStream.rangeClosed(1, 3)
                                    .mapToObj(id -> shop.key("t", Row.of("id", Value.of(id))))
                                    .toList())
                    .values()
                    .forEach(row -> drafts.add(Draft.of(row).with("c" + most, Value.of("q"))));
            assertThat(shop.store().saveAll(drafts, BatchPolicy.ABORT_ALL).complete())
                    .isTrue();
            assertThat(shop.first("t").row().get("c" + most)).isEqualTo(Value.of("q"));
        }
    }

    /** Every column is given a value, more than there may be parameters in older databases. */
    @OnEveryEngine
    void aNewRowAndASaveOfAllItsColumnsAreOneStatementEach(Engine engine) {
        int most = Math.min(most(engine), 2000);
        try (Shop shop = wide(engine, most)) {
            Draft fresh = Draft.newRow(shop.id("t")).with("id", Value.of(7));
            for (int i = 2; i <= most; i++) {
                fresh = fresh.with("c" + i, Value.of("a"));
            }
            Snapshot inserted = shop.inserted(fresh);
            Draft all = Draft.of(inserted);
            for (int i = 2; i <= most; i++) {
                all = all.with("c" + i, Value.of("b"));
            }
            assertThat(shop.saved(all).row().get("c" + most)).isEqualTo(Value.of("b"));
        }
    }

    /** Where the sizes and digests of large values do not fit beside so many columns, they are read after them. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void aLargeValueInAWideTableIsComparedToItsLastByte(Engine engine) {
        String large = engine == Engine.SQLITE ? "printf('%.*c', 17000000, 'a')" : "repeat('a', 17000000)";
        try (Shop shop = wide(engine, 1200)) {
            shop.sql("update \"t\" set \"c1100\" = " + large + " || 'x' where \"id\" = 1");
            Snapshot base = shop.first("t");
            assertThat(base.row().get("c1100"))
                    .isInstanceOfSatisfying(
                            Value.Large.class, value -> assertThat(value.size()).isEqualTo(17_000_001));
            assertThat(base.row().get("c1099")).isEqualTo(Value.ofNull());
            Snapshot saved = shop.saved(Draft.of(base).with("c2", Value.of("b")));
            assertThat(saved.row().get("c1100")).isEqualTo(base.row().get("c1100"));
            assertThat(shop.store().findAll(shop.id("t"), List.of(base.key())).get(base.key()))
                    .extracting(Snapshot::token)
                    .isEqualTo(saved.token());

            shop.sql("update \"t\" set \"c1100\" = " + large + " || 'y' where \"id\" = 1");
            assertThat(shop.store().save(Draft.of(saved).with("c2", Value.of("lost"))))
                    .isInstanceOf(Outcome.Stale.class);
        }
    }
}
