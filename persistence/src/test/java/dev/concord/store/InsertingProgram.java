package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.drafts.Sending;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A program of its own in which somebody types one new record after the other and saves each, in several databases at the
 * same time, as the window does it: kept on the disk, noted as being saved, inserted, and not kept any more. It prints the
 * words of each record once they are kept, until it is killed.
 */
final class InsertingProgram {
    private InsertingProgram() {}

    static DraftFolder folder(Path root, String database) {
        return new DraftArchive(root, Sealing.PLAIN).of(new DraftedDatabase(database, database, database, ""));
    }

    /** Creates a table whose keys the database makes, and one whose keys are typed. */
    static void createTables(Database database, String autoKey) {
        TestDatabase.execute(
                database,
                "create table note (id " + autoKey + ", words varchar(100))",
                "create table item (id integer not null primary key, words varchar(100))");
    }

    static RecordStore store(Database database) {
        return new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    }

    static TableId table(RecordStore store, String name) {
        return store.catalog().tables().stream()
                .map(summary -> summary.id())
                .filter(id -> id.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    static String column(TableId table, String name) {
        return table.name().equals("NOTE") || table.name().equals("ITEM") ? name.toUpperCase(Locale.ROOT) : name;
    }

    /**
     * Inserts until it is killed.
     *
     * @param arguments the folder of the drafts, a number to begin with; then for each database its name,
     *     address, user and password
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 2; i < arguments.length; i += 4) {
            List<String> own = List.of(arguments).subList(i, i + 4);
            threads.add(Thread.ofPlatform()
                    .start(() -> insert(Path.of(arguments[0]), Integer.parseInt(arguments[1]), own)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void insert(Path root, int first, List<String> own) {
        DatabaseSettings settings = new DatabaseSettings(own.get(1), own.get(2), new Secret(own.get(3)), false);
        try (Database database = TestDatabase.open(settings);
                DraftSession session = folder(root, own.get(0)).begin()) {
            RecordStore store = store(database);
            for (int number = first; ; number++) {
                insert(store, session, own.get(0), number);
            }
        } catch (IOException e) {
            print(own.get(0) + " " + e);
        }
    }

    private static void insert(RecordStore store, DraftSession session, String database, int number)
            throws IOException {
        TableId table = table(store, number % 2 == 0 ? "note" : "item");
        String words = "words" + number;
        Draft typed = Draft.newRow(table).with(column(table, "words"), Value.of(words));
        Draft draft = number % 2 == 0 ? typed : typed.with(column(table, "id"), Value.of(number));
        KeptDraft kept = new KeptDraft(
                UUID.randomUUID(), draft, Map.of(), Optional.empty(), false, words, Instant.now(), Optional.empty());
        session.put(kept);
        session.flush();
        print(database + " " + words);
        session.sending(kept.id(), Sending.of(draft));
        if (!(store.insert(draft) instanceof Outcome.Saved)) {
            throw new IOException("not inserted");
        }
        session.remove(kept.id());
        if (number % 3 == 0) {
            // Otherwise a later change brings it to the disk.
            session.flush();
        }
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
