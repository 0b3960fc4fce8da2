package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Concord beside programs that guard the same row differently. Each writer appends marks of its own to one text; whatever was
 * acknowledged to a writer must be in the text at the end.
 */
@LockingContract
@LongRun
class MixedWritersTest {
    private static final int EACH = Length.of(60, 400);

    /** A writer's way of appending a mark to the text; false when the writer was told that it did not happen. */
    interface Appending {
        boolean append(Shop shop, RecordStore store, String mark) throws SQLException;
    }

    /** Another program, or another installation of Concord. */
    @SuppressWarnings("ImmutableEnumChecker") // A guard by a function would not be; none is used here.
    enum Writer implements Appending {
        /** Concord, where somebody has decided that saves move the version. */
        CONCORD_MOVING_THE_VERSION(OnEveryGuard.BOTH) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) {
                return save(store, mark);
            }
        },
        /** Concord, where somebody has decided that saves leave the version alone, or there is none. */
        CONCORD_BY_CHECKSUM(OnEveryGuard.DIGEST) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) {
                return save(store, mark);
            }
        },
        /** Concord moving a time. */
        CONCORD_MOVING_A_TIME(OnEveryGuard.TIME) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) {
                return save(store, mark);
            }
        },
        /** Concord, where somebody has said that every program moves the version. */
        CONCORD_BY_THE_VERSION_ALONE(OnEveryGuard.COUNTER) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) {
                return save(store, mark);
            }
        },
        /** A program with an object-relational mapper: reads, then checks and moves the version. */
        MAPPER(OnEveryGuard.DIGEST) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) throws SQLException {
                return changed(
                        shop,
                        "\"version\"",
                        "update \"item\" set \"name\" = ?, \"version\" = \"version\" + 1 where \"id\" = 1 and \"version\" = ?",
                        mark);
            }
        },
        /** Plain SQL that moves nothing. */
        PLAIN_SQL(OnEveryGuard.DIGEST) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) throws SQLException {
                return changed(shop, "1", "update \"item\" set \"name\" = concat(\"name\", ?) where \"id\" = ?", mark);
            }
        },
        /** Plain SQL that sets the time in whole seconds. */
        PLAIN_SQL_WITH_WHOLE_SECONDS(OnEveryGuard.DIGEST) {
            @Override
            public boolean append(Shop shop, RecordStore store, String mark) throws SQLException {
                return changed(
                        shop,
                        "1",
                        "update \"item\" set \"name\" = concat(\"name\", ?), \"updated_at\" = '2026-11-01 08:00:00' where \"id\" = ?",
                        mark);
            }
        };

        private final Guard guard;

        Writer(Guard guard) {
            this.guard = guard;
        }

        /** Returns a store of the writer's own, as another installation has one. */
        RecordStore store(Shop shop) {
            Policies policies = Policies.DEFAULT.with(shop.id("item"), TablePolicy.DEFAULT.withGuard(guard));
            return new RecordStore(shop.database(), new Catalog(shop.database()), policies);
        }

        private static TableId item(RecordStore store) {
            return store.policies().byTable().keySet().iterator().next();
        }

        private static boolean save(RecordStore store, String mark) {
            RecordKey key = new RecordKey(item(store), Row.of("id", Value.of(1)));
            Snapshot base = store.find(key).orElseThrow();
            String text = base.row().get("name").text();
            return store.save(Draft.of(base).with("name", Value.of(text + mark))) instanceof Outcome.Saved;
        }

        /** Reads the text and what the statement's second parameter is, and writes in a transaction of its own. */
        private static boolean changed(Shop shop, String read, String update, String mark) throws SQLException {
            try (Connection connection = shop.database().dataSource().getConnection()) {
                String text;
                int number;
                try (PreparedStatement select = connection.prepareStatement(
                                shop.quoted("select \"name\", " + read + " from \"item\" where \"id\" = 1"));
                        ResultSet row = select.executeQuery()) {
                    row.next();
                    text = row.getString(1);
                    number = row.getInt(2);
                }
                try (PreparedStatement statement = connection.prepareStatement(shop.quoted(update))) {
                    statement.setString(1, update.contains("concat") ? mark : text + mark);
                    statement.setInt(2, number);
                    return statement.executeUpdate() == 1;
                } catch (SQLException e) {
                    // A deadlock, or SQLite's file was locked: nothing was acknowledged.
                    return false;
                }
            }
        }
    }

    static Stream<Arguments> pairs() {
        List<List<Writer>> pairs = List.of(
                List.of(Writer.CONCORD_MOVING_THE_VERSION, Writer.CONCORD_BY_CHECKSUM),
                List.of(Writer.CONCORD_MOVING_THE_VERSION, Writer.MAPPER),
                List.of(Writer.CONCORD_MOVING_THE_VERSION, Writer.PLAIN_SQL),
                List.of(Writer.CONCORD_BY_CHECKSUM, Writer.PLAIN_SQL),
                List.of(Writer.CONCORD_BY_THE_VERSION_ALONE, Writer.MAPPER),
                List.of(Writer.CONCORD_MOVING_A_TIME, Writer.CONCORD_MOVING_A_TIME),
                List.of(Writer.CONCORD_MOVING_A_TIME, Writer.PLAIN_SQL_WITH_WHOLE_SECONDS));
        return Stream.of(Engine.values())
                .flatMap(engine -> pairs.stream().map(pair -> Arguments.of(engine, pair.getFirst(), pair.getLast())));
    }

    @ParameterizedTest(name = "{0}: {1} beside {2}")
    @MethodSource("pairs")
    void nothingThatWasAcknowledgedIsOverwritten(Engine engine, Writer one, Writer other) throws Exception {
        try (Shop shop = new Shop(engine, table(engine));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CyclicBarrier together = new CyclicBarrier(2);
            Future<List<String>> first = threads.submit(appending(shop, one, "a", together));
            Future<List<String>> second = threads.submit(appending(shop, other, "b", together));
            Set<String> acknowledged = new HashSet<>(first.get(5, TimeUnit.MINUTES));
            acknowledged.addAll(second.get(5, TimeUnit.MINUTES));
            String text = shop.item().row().get("name").text();
            assertThat(List.of(text.split(" "))).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(EACH / 2);
        }
    }

    private static String[] table(Engine engine) {
        String text = engine == Engine.MARIADB ? "longtext" : "text";
        return new String[] {
            "create table \"item\" (\"id\" integer not null primary key, \"name\" " + text
                    + " not null, \"version\" integer not null, \"updated_at\" LOCALTIME6 not null)",
            "insert into \"item\" values (1, 'text', 1, '2026-01-01 10:00:00')"
        };
    }

    private static Callable<List<String>> appending(Shop shop, Writer writer, String who, CyclicBarrier together) {
        return () -> {
            RecordStore store = writer.store(shop);
            List<String> acknowledged = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                together.await(1, TimeUnit.MINUTES);
                String mark = who + i;
                if (writer.append(shop, store, " " + mark)) {
                    acknowledged.add(mark);
                }
            }
            return acknowledged;
        };
    }
}
