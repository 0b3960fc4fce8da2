package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program is killed at a random moment while it saves: every save it was told of is in the database. */
@LongRun
@LockingContract
class KilledProgramTest {
    private static final String H2_FILE = "h2-file";

    private final Random random = new Random();

    @Test
    void everySaveThatWasAcknowledgedIsThereAfterTheProgramWasKilled() throws IOException {
        Map<String, DatabaseSettings> databases = new LinkedHashMap<>();
        databases.put(H2_FILE, TestDatabase.freshH2File());
        databases.put("postgresql", Engine.POSTGRESQL.freshDatabase());
        databases.put("mariadb", Engine.MARIADB.freshDatabase());
        databases.put("sqlite", Engine.SQLITE.freshDatabase());
        databases.put("sqlite-wal", withWal(Engine.SQLITE.freshDatabase()));
        for (DatabaseSettings settings : databases.values()) {
            try (Database database = TestDatabase.open(settings)) {
                SavingProgram.createTable(database);
            }
        }
        int kills = Length.kills(3, 60);
        SavingProgram next = SavingProgram.on(databases);
        for (int kill = 1; kill <= kills; kill++) {
            SavingProgram program = next.ready();
            if (kill < kills) {
                next = SavingProgram.on(databases);
            }
            Map<String, Map<Integer, Integer>> acknowledged = program.go().killedAfter(random.nextInt(1, 300));
            removeDeadLock(databases.get(H2_FILE));
            databases.forEach((name, settings) ->
                    assertNothingMissing(name, settings, acknowledged.getOrDefault(name, Map.of())));
        }
    }

    /** Whoever opened the file first serves it to the others: it acknowledges their saves, and writes them. */
    @ParameterizedTest(name = "first opened {0}")
    @EnumSource
    void everySaveThatWasAcknowledgedIsThereAfterTheProgramThatServesTheFileWasKilled(FirstToOpen first)
            throws Exception {
        for (int round = 0; round < Length.kills(2, 10); round++) {
            DatabaseSettings settings = TestDatabase.freshH2File();
            try (Database database = TestDatabase.open(settings)) {
                SavingProgram.createTable(database);
            }
            try (SavingProgram serving = SavingProgram.on(Map.of(first.name, first.opening(settings)))
                            .ready();
                    Database database = TestDatabase.open(settings)) {
                Map<Integer, Integer> acknowledged =
                        SavingProgram.saveDuring(database, random.nextInt(1, 50), serving::kill);
                assertThat(acknowledged).isNotEmpty();
                assertNothingMissing(first.name, settings, acknowledged);
            }
        }
    }

    /** What has the file open first. */
    enum FirstToOpen {
        CONCORD("by Concord"),
        /** Any program that uses H2 as it is. */
        OTHER("by another program") {
            @Override
            DatabaseSettings opening(DatabaseSettings settings) {
                String file = settings.address().replace(".mv.db", "");
                return new DatabaseSettings(
                        SavingProgram.PLAIN + "jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE",
                        settings.user(),
                        settings.password(),
                        false);
            }
        };

        private final String name;

        FirstToOpen(String name) {
            this.name = name;
        }

        DatabaseSettings opening(DatabaseSettings settings) {
            return settings;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Nothing but an administrator may set when H2 writes, and still a save of everybody is kept. */
    @Test
    void theSavesOfAUserWithFewRightsAreThereToo() throws IOException {
        DatabaseSettings owner = TestDatabase.freshH2File();
        try (Database database = TestDatabase.open(owner)) {
            SavingProgram.createTable(database);
            TestDatabase.execute(database, "create user ana password 'pw'", "grant all on item to ana");
        }
        DatabaseSettings ana = new DatabaseSettings(owner.address(), "ana", new Secret("pw"), false);
        Map<Integer, Integer> acknowledged = SavingProgram.on(Map.of(H2_FILE, ana))
                .ready()
                .go()
                .killedAfter(50)
                .getOrDefault(H2_FILE, Map.of());
        assertThat(acknowledged).isNotEmpty();
        removeDeadLock(owner);
        assertNothingMissing(H2_FILE, owner, acknowledged);
    }

    private static DatabaseSettings withWal(DatabaseSettings sqlite) {
        TestDatabase.create("jdbc:sqlite:" + sqlite.address(), "pragma journal_mode = wal");
        return sqlite;
    }

    /** The next to open the file would wait two seconds to be sure that its owner is dead. */
    private static void removeDeadLock(DatabaseSettings h2) throws IOException {
        Files.deleteIfExists(Path.of(h2.address().replace(".mv.db", ".lock.db")));
    }

    /** A row may also hold the one save that was carried out and not acknowledged any more. */
    private static void assertNothingMissing(
            String name, DatabaseSettings settings, Map<Integer, Integer> acknowledged) {
        try (Database database = TestDatabase.open(settings)) {
            Map<Integer, Integer> stored = SavingProgram.stored(database);
            acknowledged.forEach((row, save) ->
                    assertThat(stored.get(row)).as(name + ", row " + row).isGreaterThanOrEqualTo(save));
        }
    }
}
