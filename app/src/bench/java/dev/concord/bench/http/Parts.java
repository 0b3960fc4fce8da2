package dev.concord.bench.http;

import dev.concord.app.gateway.Gateway;
import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.ServedDatabase;
import dev.concord.app.journal.MergedWrites;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.dialect.Dialect;
import dev.concord.merge.Merging;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.io.IOException;
import java.net.URI;

/** A table of parts without a version column, its store, and a gateway that serves it. */
final class Parts implements AutoCloseable {
    static final int ROWS = 10_000;
    private static final String NAME = "part";

    private final Database database;
    private final RecordStore store;
    private final Gateway gateway;
    private final int port;

    Parts(DatabaseSettings settings) throws IOException {
        database = TestDatabase.open(settings);
        String series =
                (database.dialect() == Dialect.H2 ? "system_range(1, " : "generate_series(1, ") + ROWS + ") as s(n)";
        TestDatabase.execute(
                database,
                """
                create table "part" ("id" integer primary key, "name" varchar(100) not null,
                    "description" varchar(1000) not null, "price" decimal(12, 2) not null, "stock" integer not null,
                    "weight" double precision not null, "active" boolean not null, "made" date not null,
                    "changed" timestamp(6) not null, "shelf" varchar(20))""",
                "insert into \"part\" select n, 'Part number ' || n, repeat('It has its price and its place on a shelf. ', 4), "
                        + "n / 100.0, 0, n / 7.0, true, date '2026-01-01', timestamp '2026-01-01 12:00:00', 'A' || n from "
                        + series);
        store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        gateway = Gateway.start(
                new ServedDatabase(MergedWrites.unkept(store), Merging.DEFAULT), GatewayOptions.local(0), _ -> {});
        port = URI.create(gateway.address()).getPort();
    }

    int port() {
        return port;
    }

    /** The store reads a row. */
    Step read(int row) {
        RecordKey key = key(row);
        return () -> {
            if (store.find(key).isEmpty()) {
                throw new IllegalStateException("Nobody deletes this row");
            }
        };
    }

    /** The store saves a row under the token that the last save returned. */
    Step save(int row) {
        return new Step() {
            private Snapshot base = store.find(key(row)).orElseThrow();
            private int stock;

            @Override
            public void again() {
                base = saved(Draft.of(base).with("stock", Value.of(++stock)));
            }
        };
    }

    /** The store reads a row and saves it, as somebody does who has kept no more of it than its ETag. */
    Step readAndSave(int row) {
        RecordKey key = key(row);
        return new Step() {
            private int stock;

            @Override
            public void again() {
                saved(Draft.of(store.find(key).orElseThrow()).with("stock", Value.of(++stock)));
            }
        };
    }

    private Snapshot saved(Draft draft) {
        if (store.save(draft) instanceof Outcome.Saved(Snapshot snapshot)) {
            return snapshot;
        }
        throw new IllegalStateException("Nobody else writes this row");
    }

    /** GET of a row. */
    Step get(int row) throws IOException {
        return PlainConnection.repeating(port, PlainConnection.request("GET", path(row), "", ""));
    }

    /** PATCH of a row under the ETag that the last one returned. */
    Step patch(int row) throws IOException {
        PlainConnection connection = new PlainConnection(port);
        connection.exchange(PlainConnection.request("GET", path(row), "", ""));
        return new Step() {
            private int stock;

            @Override
            public void again() throws IOException {
                String body = "{\"data\":{\"type\":\"part\",\"id\":\"" + row + "\",\"attributes\":{\"stock\":" + ++stock
                        + "}}}";
                connection.exchange(
                        PlainConnection.request("PATCH", path(row), "If-Match: " + connection.tag() + "\r\n", body));
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private static String path(int row) {
        return "/api/" + NAME + "/" + row;
    }

    private RecordKey key(int row) {
        return new RecordKey(
                new TableId(database.dialect() == Dialect.H2 ? "PUBLIC" : "public", NAME), Row.of("id", Value.of(row)));
    }

    @Override
    public void close() {
        gateway.stop();
        database.close();
    }
}
