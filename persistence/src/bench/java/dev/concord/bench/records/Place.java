package dev.concord.bench.records;

import dev.concord.bench.DiskPostgres;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where rows are saved. Each is opened once and stays open: ours and the peers share its pool of connections. */
public enum Place {
    /** A file as Concord opens it: a commit is written before it is acknowledged, and does not wait for the disk. */
    H2_FILE("H2 file") {
        @Override
        DatabaseSettings create() {
            return TestDatabase.freshH2File();
        }
    },
    /** A file as H2 writes it by itself, up to half a second later: shows the price of writing at once. */
    H2_FILE_LATER("H2 file, written later") {
        @Override
        DatabaseSettings create() {
            DatabaseSettings file = TestDatabase.freshH2File();
            String base = file.address().replace(".mv.db", "");
            return new DatabaseSettings(
                    "jdbc:h2:file:" + base + ";WRITE_DELAY=500", file.user(), file.password(), false);
        }
    },
    /** A server as it comes: a commit waits until the disk has it. */
    POSTGRESQL("PostgreSQL") {
        @Override
        DatabaseSettings create() {
            return DiskPostgres.create(DiskPostgres.WAITING);
        }
    },
    /** The same server, not waiting for the disk: shows what the disk's time hides. */
    POSTGRESQL_ASYNC("PostgreSQL, not waiting for the disk") {
        @Override
        DatabaseSettings create() {
            DatabaseSettings settings = DiskPostgres.create("hasty");
            DiskPostgres.execute("ALTER DATABASE hasty SET synchronous_commit = off");
            return settings;
        }
    };

    private static final Map<Place, Database> OPEN = new ConcurrentHashMap<>();

    private final String label;

    Place(String label) {
        this.label = label;
    }

    abstract DatabaseSettings create();

    String label() {
        return label;
    }

    /** The open database, its tables filled. */
    Database database() {
        return OPEN.computeIfAbsent(this, place -> {
            Database database = TestDatabase.open(place.create());
            Item.fill(database);
            return database;
        });
    }
}
