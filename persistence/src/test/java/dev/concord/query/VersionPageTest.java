package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.RecordStore;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VersionPageTest {
    private static final int ROWS = 25;

    private static Shop shop(Engine engine, Guard guard, LockingMode mode) {
        Shop shop = new Shop(
                engine,
                "create table \"part\" (\"a\" integer not null, \"b\" varchar(10) not null, \"name\" varchar(20),"
                        + " \"version\" integer, primary key (\"a\", \"b\"))");
        for (int n = 1; n <= ROWS; n++) {
            shop.sql("insert into \"part\" values (" + n % 3 + ", 'k" + n + "', 'x', 1)");
        }
        return shop.policy("part", new TablePolicy(mode, guard, Set.of()));
    }

    private static Map<RecordKey, Value> versions(RecordStore store, Shop shop) {
        Map<RecordKey, Value> all = new LinkedHashMap<>();
        PageRequest first = PageRequest.first(shop.id("part"), List.of(), 10);
        Optional<PageRequest> request = Optional.of(first);
        while (request.isPresent()) {
            VersionPage page = store.versions(request.get()).orElseThrow();
            page.rows().forEach(row -> all.put(row.key(), row.version()));
            request = page.next().map(first::after);
        }
        return all;
    }

    private static Set<String> different(Map<RecordKey, Value> before, Map<RecordKey, Value> now) {
        Set<String> keys = new TreeSet<>();
        now.forEach((key, version) -> {
            if (!version.equals(before.get(key))) {
                keys.add(key.columns().get("b").text());
            }
        });
        return keys;
    }

    @OnEveryEngine
    void aVersionThatEveryWriteMovesIsReadWithEachKey(Engine engine) {
        Guard guard = new Guard.ByColumn("version", Guard.VersionKind.INTEGER);
        try (Shop shop = shop(engine, guard, LockingMode.OPTIONAL)) {
            RecordStore store = shop.store();
            Map<RecordKey, Value> before = versions(store, shop);
            assertThat(before).hasSize(ROWS);
            assertThat(store.find(before.keySet().iterator().next())).isPresent();
            assertThat(versions(store, shop)).isEqualTo(before);

            shop.sql("update \"part\" set \"name\" = 'y', \"version\" = 2 where \"b\" in ('k7', 'k19')");
            assertThat(different(before, versions(store, shop))).containsExactly("k19", "k7");
        }
    }

    /** In every mode, and also where the writer is not read with rows. */
    @OnEveryEngine
    void withoutOnePostgresShowsTheWriterAndOtherDatabasesNothing(Engine engine) {
        for (LockingMode mode : LockingMode.values()) {
            try (Shop shop = shop(engine, new Guard.ByDigest(), mode)) {
                RecordStore store = shop.store();
                if (engine != Engine.POSTGRESQL) {
                    assertThat(store.versions(PageRequest.first(shop.id("part"), List.of(), 10)))
                            .isEmpty();
                    continue;
                }
                Map<RecordKey, Value> before = versions(store, shop);
                assertThat(before).hasSize(ROWS);
                shop.sql("update \"part\" set \"name\" = 'y' where \"b\" in ('k7', 'k19')");
                assertThat(different(before, versions(store, shop))).containsExactly("k19", "k7");
            }
        }
    }

    /** Its column is in the database and moves with some writes only. */
    @Test
    void aVersionThatDoesNotProveARowUnchangedShowsNothing() {
        Guard weak = new Guard.ByBoth(new Guard.ByColumn("version", Guard.VersionKind.INTEGER));
        try (Shop shop = shop(Engine.H2, weak, LockingMode.OPTIONAL)) {
            PageRequest first = PageRequest.first(shop.id("part"), List.of(), 10);
            assertThat(shop.store().versions(first)).isEmpty();
        }
    }

    @Test
    void anotherOrderThanTheKeysIsRefused() {
        Guard guard = new Guard.ByColumn("version", Guard.VersionKind.INTEGER);
        try (Shop shop = shop(Engine.H2, guard, LockingMode.OPTIONAL)) {
            PageRequest sorted = PageRequest.first(shop.id("part"), List.of(new PageRequest.Sort("name", true)), 10);
            assertThatThrownBy(() -> shop.store().versions(sorted)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
