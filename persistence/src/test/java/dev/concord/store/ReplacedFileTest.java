package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.RetryOutcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transactions;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database file is replaced, moved or deleted while it is open, as synchronisation clients do: nothing is saved into a
 * file that nobody finds again, and nothing lands in the file that took its place.
 */
@LockingContract
class ReplacedFileTest {

    /** The kinds of files that are opened. */
    enum Kind {
        SQLITE_ROLLBACK(Engine.SQLITE) {
            @Override
            DatabaseSettings create() {
                return Engine.SQLITE.freshDatabase();
            }
        },
        SQLITE_WAL(Engine.SQLITE) {
            @Override
            DatabaseSettings create() {
                DatabaseSettings settings = Engine.SQLITE.freshDatabase();
                TestDatabase.create("jdbc:sqlite:" + settings.address(), "pragma journal_mode = wal");
                return settings;
            }
        },
        H2(Engine.H2) {
            @Override
            DatabaseSettings create() {
                return TestDatabase.freshH2File();
            }
        };

        private final Engine engine;

        Kind(Engine engine) {
            this.engine = engine;
        }

        abstract DatabaseSettings create();

        Shop shop(DatabaseSettings settings) {
            return new Shop(engine, settings).guardedBy("item", OnEveryGuard.COUNTER);
        }

        /** A database with the row of one person in it, closed again. */
        Path with(String name) {
            DatabaseSettings settings = create();
            try (Shop shop = Shop.withItemsAt(engine, settings).guardedBy("item", OnEveryGuard.COUNTER)) {
                shop.saved(Draft.of(shop.item()).with("name", Value.of(name)));
            }
            return Path.of(settings.address());
        }

        DatabaseSettings settings(Path file) {
            return new DatabaseSettings(file.toString(), engine == Engine.H2 ? "sa" : "", Secret.NONE, false);
        }

        /** What another program finds in the file. */
        String nameIn(Path file) {
            try (Shop shop = shop(settings(file))) {
                return shop.item().row().get("name").text();
            }
        }
    }

    /** What happens to the file. */
    enum Fate {
        REPLACED {
            @Override
            void happen(Path file, Path other) throws IOException {
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            }
        },
        MOVED {
            @Override
            void happen(Path file, Path other) throws IOException {
                Files.move(file, moved(file));
            }
        },
        DELETED {
            @Override
            void happen(Path file, Path other) throws IOException {
                Files.delete(file);
            }
        };

        /** Where a file is after it was moved. */
        static Path moved(Path file) {
            return file.resolveSibling("moved-" + file.getFileName());
        }

        abstract void happen(Path file, Path other) throws IOException;
    }

    static Stream<Arguments> everyFate() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Fate.values()).map(fate -> Arguments.of(kind, fate)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFate")
    void everyWriteIsRefusedWithTheReasonAndReadingIsAFault(Kind kind, Fate fate) throws IOException {
        Path file = kind.with("mine");
        Path other = kind.with("colleague");
        try (Shop shop = kind.shop(kind.settings(file))) {
            RecordStore store = shop.store();
            Snapshot base = shop.saved(Draft.of(shop.item()).with("stock", Value.of(1)));
            Draft draft = Draft.of(base).with("name", Value.of("lost?"));
            Draft added = shop.newItem(2);
            fate.happen(file, other);
            assertReplaced(store.save(draft));
            assertReplaced(store.insert(added));
            assertReplaced(store.delete(base));
            assertReplaced(store.increment(base.key(), Increment.of("stock", 1)));
            assertReplaced(((NotSaved) store.saveAll(List.of(draft), BatchPolicy.ABORT_ALL)
                            .entries()
                            .getFirst())
                    .why());
            assertReplaced(
                    ((LockOutcome.Undone<Integer>) store.locked(base.key(), base.token(), LockWait.noWait(), _ -> 0))
                            .why());
            assertReplaced(((RetryOutcome.NotSaved) store.retry(base.key(), same -> same, Retry.STANDARD)).last());
            assertThatThrownBy(() -> store.find(base.key()))
                    .isInstanceOfSatisfying(StoreFault.class, fault -> assertThat(
                                    new Transactions(shop.database()).reported(fault, SqlFault.Kind.FILE_REPLACED))
                            .isTrue());
        }
    }

    /** What was saved before may still be in the log of the old file, which lies beside the new one. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Kind.class)
    void theFileThatTookThePlaceHoldsWhatTheColleagueSaved(Kind kind) throws IOException {
        Path file = kind.with("before");
        Path other = kind.with("colleague");
        try (Shop shop = kind.shop(kind.settings(file))) {
            Snapshot mine = shop.saved(Draft.of(shop.item()).with("name", Value.of("mine")));
            Fate.REPLACED.happen(file, other);
            assertReplaced(shop.store().save(Draft.of(mine).with("name", Value.of("lost?"))));
        }
        assertThat(kind.nameIn(file)).isEqualTo("colleague");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Kind.class)
    void theFileThatWasMovedHoldsWhatWasSavedBefore(Kind kind) throws IOException {
        Path file = kind.with("before");
        try (Shop shop = kind.shop(kind.settings(file))) {
            Snapshot mine = shop.saved(Draft.of(shop.item()).with("name", Value.of("mine")));
            Fate.MOVED.happen(file, file);
            assertReplaced(shop.store().save(Draft.of(mine).with("name", Value.of("lost?"))));
        }
        assertThat(kind.nameIn(Fate.moved(file))).isEqualTo("mine");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Kind.class)
    void aFileReplacedDuringAWriteIsNotReportedAsSaved(Kind kind) throws IOException {
        Path file = kind.with("mine");
        Path other = kind.with("colleague");
        try (Shop shop = kind.shop(kind.settings(file))) {
            Snapshot base = shop.item();
            LockOutcome<SaveOutcome> outcome = shop.store().locked(base.key(), base.token(), LockWait.noWait(), row -> {
                SaveOutcome written = row.update(Row.of("name", Value.of("lost?")));
                happen(Fate.REPLACED, file, other);
                return written;
            });
            assertReplaced(((LockOutcome.Undone<SaveOutcome>) outcome).why());
        }
        assertThat(kind.nameIn(file)).isEqualTo("colleague");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Kind.class)
    void aFileThatIsPutBackCanBeSavedToAgain(Kind kind) throws IOException {
        Path file = kind.with("mine");
        try (Shop shop = kind.shop(kind.settings(file))) {
            Draft draft = Draft.of(shop.item()).with("name", Value.of("saved"));
            Fate.MOVED.happen(file, file);
            assertReplaced(shop.store().save(draft));
            Files.move(Fate.moved(file), file);
            shop.saved(draft);
        }
        assertThat(kind.nameIn(file)).isEqualTo("saved");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Kind.class)
    void theNewFileIsOpenedOnceTheOldOneIsClosed(Kind kind) throws IOException {
        Path file = kind.with("mine");
        Path other = kind.with("colleague");
        try (Shop old = kind.shop(kind.settings(file))) {
            old.item();
            Fate.REPLACED.happen(file, other);
            if (kind == Kind.H2) {
                assertThat(DatabaseOpener.open(kind.settings(file)))
                        .isInstanceOfSatisfying(OpenOutcome.Failed.class, failed -> assertThat(failed.reason())
                                .isEqualTo(OpenOutcome.Reason.FILE_REPLACED));
            } else {
                assertThat(kind.nameIn(file)).isEqualTo("colleague");
            }
        }
        try (Shop now = kind.shop(kind.settings(file))) {
            assertThat(now.item().row().get("name")).isEqualTo(Value.of("colleague"));
            now.saved(Draft.of(now.item()).with("name", Value.of("after")));
        }
        assertThat(kind.nameIn(file)).isEqualTo("after");
    }

    /** What is written into a log that was deleted is never found again. */
    @Test
    void aWriteIsRefusedOnceTheLogWasDeleted() throws IOException {
        Path file = Kind.SQLITE_WAL.with("mine");
        try (Shop shop = Kind.SQLITE_WAL.shop(Kind.SQLITE_WAL.settings(file))) {
            Snapshot base = shop.saved(Draft.of(shop.item()).with("stock", Value.of(1)));
            Files.delete(file.resolveSibling(file.getFileName() + "-wal"));
            assertReplaced(shop.store().save(Draft.of(base).with("name", Value.of("lost?"))));
        }
    }

    /** Closing a file releases all locks that SQLite has on it in the same process, unless it is not opened beside SQLite. */
    @Test
    void openingAFileInAnotherWindowDoesNotReleaseTheLockOfAWrite() throws Exception {
        DatabaseSettings settings = Kind.SQLITE_ROLLBACK.create();
        try (Database database = TestDatabase.open(settings)) {
            SavingProgram.createTable(database);
            try (SavingProgram other =
                            SavingProgram.on(Map.of("other", settings)).ready();
                    Connection writing = database.dataSource().getConnection();
                    Statement statement = writing.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("update item set stock = 1000 where id = 0");
                TestDatabase.open(settings).close();
                assertThat(other.go().next()).isEqualTo("other 1 not saved");
                statement.execute("COMMIT");
            }
            assertThat(SavingProgram.stored(database)).containsEntry(0, 1000);
        }
    }

    private static void happen(Fate fate, Path file, Path other) {
        try {
            fate.happen(file, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertReplaced(Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.FILE_REPLACED));
    }
}
