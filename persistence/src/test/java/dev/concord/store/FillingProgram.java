package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A program of its own that saves more and more to an H2 file until a save fails, then tries every other kind of write as well, and
 * prints how each ended. The last line is the number of the last save that was acknowledged, or that the row was deleted.
 */
final class FillingProgram {
    private static final int BYTES = 20_000;
    private static final int MOST_SAVES = 2_000;

    private FillingProgram() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        try (Database database = TestDatabase.open(new DatabaseSettings(arguments[0], "sa", Secret.NONE, false))) {
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
            RecordKey key = new RecordKey(store.catalog().tables().getFirst().id(), Row.of("ID", Value.of(1)));
            Snapshot base = store.find(key).orElseThrow();
            int saved = 0;
            Object outcome = "";
            for (int next = 1; next < MOST_SAVES; next++) {
                Draft draft = Draft.of(base).with("STOCK", Value.of(next)).with("NAME", Value.of(text(random)));
                outcome = store.save(draft);
                if (!(outcome instanceof Outcome.Saved(Snapshot now))) {
                    break;
                }
                base = now;
                saved = next;
            }
            tell("save", outcome);
            Snapshot last = base;
            Draft more = Draft.of(last).with("NAME", Value.of(text(random) + text(random)));
            List<Supplier<Object>> writes = List.of(
                    () -> store.save(more),
                    () -> store.delete(last),
                    () -> store.insert(Draft.newRow(key.table())
                            .with("ID", Value.of(2))
                            .with("NAME", Value.of(text(random) + text(random)))),
                    () -> first(store.saveAll(List.of(more), BatchPolicy.ABORT_ALL)),
                    () -> first(store.saveAll(List.of(more), BatchPolicy.SKIP_AND_REPORT)));
            String row = String.valueOf(saved);
            for (Supplier<Object> write : writes) {
                Object then = write.get();
                tell("then", then);
                row = then instanceof Outcome.Deleted ? "gone" : row;
            }
            System.out.println(row);
        }
    }

    private static Object first(BatchOutcome outcome) {
        return outcome.entries().getFirst() instanceof BatchOutcome.NotSaved(Outcome.Unwritten why) ? why : outcome;
    }

    private static void tell(String what, Object outcome) {
        String reason =
                outcome instanceof Outcome.Refused refused ? refused.reason().name() : "";
        System.out.println(what + " " + outcome.getClass().getSimpleName() + " " + reason);
    }

    /** A text that cannot be compressed. */
    private static String text(Random random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }
}
