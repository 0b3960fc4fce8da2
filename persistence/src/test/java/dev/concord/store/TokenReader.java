package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.version.Policies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the token of row 1 of the first table, in a process of its own, perhaps after writing a column of it again. */
final class TokenReader {
    private TokenReader() {}

    /** Reads the token in another process, with more options for its JVM. */
    static String inAnotherProcess(DatabaseSettings settings, List<String> options)
            throws IOException, InterruptedException {
        return run(settings, options, List.of());
    }

    /** The same after a column was cleared, saved, set to what it was and saved. */
    static String afterWritingInAnotherProcess(DatabaseSettings settings, String column, List<String> options)
            throws IOException, InterruptedException {
        return run(settings, options, List.of(column));
    }

    private static String run(DatabaseSettings settings, List<String> options, List<String> columns)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        // Starts in less time, and most have little to do.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TokenReader.class.getName()));
        command.addAll(
                List.of(settings.address(), settings.user(), settings.password().reveal()));
        command.addAll(columns);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.strip();
    }

    public static void main(String[] args) {
        DatabaseSettings settings = new DatabaseSettings(args[0], args[1], new Secret(args[2]), false);
        OpenOutcome outcome = DatabaseOpener.open(settings);
        if (!(outcome instanceof OpenOutcome.Opened opened)) {
            throw new AssertionError(outcome);
        }
        try (Database database = opened.database()) {
            Catalog catalog = new Catalog(database);
            TableId table = catalog.tables().getFirst().id();
            RecordStore store = new RecordStore(database, catalog, Policies.DEFAULT);
            RecordKey key = new RecordKey(table, Row.of("id", Value.of(1)));
            for (String column : List.of(args).subList(3, args.length)) {
                writeAgain(store, store.find(key).orElseThrow(), column);
            }
            System.out.println(
                    store.find(key).orElseThrow().token().orElseThrow().text());
        }
    }

    /** Cleared first, because a draft that sets what is there already changes nothing. */
    private static void writeAgain(RecordStore store, Snapshot base, String column) {
        Snapshot cleared = saved(store.save(Draft.of(base).with(column, Value.ofNull())));
        saved(store.save(Draft.of(cleared).with(column, base.row().get(column))));
    }

    private static Snapshot saved(SaveOutcome outcome) {
        if (outcome instanceof Outcome.Saved saved) {
            return saved.snapshot();
        }
        throw new AssertionError(outcome);
    }
}
