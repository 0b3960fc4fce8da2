package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.ReferringKey.OnDelete;
import dev.concord.query.DependentRows.Dependents;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.util.List;
import java.util.stream.IntStream;

/** What hangs on rows that are to be deleted. */
class DependentRowsTest {

    @OnEveryEngine
    void whatRefersToRowsIsCountedWithWhatTheDatabaseDoesToIt(Engine engine) {
        try (Shop shop = shop(engine)) {
            List<Dependents> found = shop.store().dependents().of(shop.id("customer"), rows(1, 2));
            assertThat(found).extracting(one -> one.key().from().name()).containsExactly("invoice", "note", "visit");
            assertThat(found)
                    .extracting(one -> one.key().onDelete())
                    .containsExactly(OnDelete.REFUSE, OnDelete.DELETE, OnDelete.CLEAR);
            assertThat(found).extracting(one -> one.rows().orElseThrow()).containsExactly(1L, 3L, 2L);
            assertThat(found.get(1).further()).singleElement().satisfies(lines -> {
                assertThat(lines.key().from().name()).isEqualTo("mark");
                assertThat(lines.rows()).contains(4L);
            });
            assertThat(found.get(0).further()).isEmpty();
            assertThat(shop.store().dependents().of(shop.id("customer"), rows(3)))
                    .isEmpty();
        }
    }

    @OnEveryEngine
    void rowsThatAreDeletedTogetherDoNotHoldEachOther(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"node\" (\"id\" integer not null primary key, \"parent\" integer,"
                        + " foreign key (\"parent\") references \"node\" (\"id\"))",
                "insert into \"node\" values (1, null)",
                "insert into \"node\" values (2, 1)",
                "insert into \"node\" values (3, 2)")) {
            assertThat(shop.store().dependents().of(shop.id("node"), rows(1, 2)))
                    .extracting(one -> one.rows().orElseThrow())
                    .containsExactly(1L);
            assertThat(shop.store().dependents().of(shop.id("node"), rows(1, 2, 3)))
                    .isEmpty();
        }
    }

    @OnEveryEngine
    void manyRowsAreCountedInSeveralQueries(Engine engine) {
        try (Shop shop = shop(engine)) {
            List<Dependents> found = shop.store()
                    .dependents()
                    .of(shop.id("customer"), rows(IntStream.rangeClosed(1, 700).toArray()));
            assertThat(found).extracting(one -> one.rows().orElseThrow()).containsExactly(1L, 4L, 2L);
        }
    }

    private static List<Row> rows(int... ids) {
        return IntStream.of(ids).mapToObj(id -> Row.of("id", Value.of(id))).toList();
    }

    private static Shop shop(Engine engine) {
        return new Shop(
                engine,
                "create table \"customer\" (\"id\" integer not null primary key)",
                "create table \"invoice\" (\"id\" integer not null primary key, \"customer\" integer,"
                        + " foreign key (\"customer\") references \"customer\" (\"id\"))",
                "create table \"note\" (\"id\" integer not null primary key, \"customer\" integer,"
                        + " foreign key (\"customer\") references \"customer\" (\"id\") on delete cascade)",
                "create table \"mark\" (\"id\" integer not null primary key, \"note\" integer,"
                        + " foreign key (\"note\") references \"note\" (\"id\") on delete cascade)",
                "create table \"visit\" (\"id\" integer not null primary key, \"customer\" integer,"
                        + " foreign key (\"customer\") references \"customer\" (\"id\") on delete set null)",
                "insert into \"customer\" values (1), (2), (3), (600)",
                "insert into \"invoice\" values (1, 1)",
                "insert into \"note\" values (1, 1), (2, 1), (3, 2), (4, 600)",
                "insert into \"mark\" values (1, 1), (2, 1), (3, 2), (4, 3), (5, 4)",
                "insert into \"visit\" values (1, 2), (2, 2), (3, null)");
    }
}
