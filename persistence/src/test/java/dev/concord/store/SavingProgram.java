package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * A program of its own that saves to databases again and again, and prints each save once it was acknowledged, until it is
 * killed. It saves to all its databases at the same time, one thread for each, so that one kill meets them all.
 */
final class SavingProgram implements AutoCloseable {
    /** The rows it saves in turn; each holds the number of its last save. */
    static final int ROWS = 5;

    /** Begins the address of a database that the program only opens, with the driver alone. */
    static final String PLAIN = "plain:";

    private static final String READY = "ready";

    /** How many saves at most follow while something happens: it happens within fewer. */
    private static final int MOST_DURING = 2_000;

    private final Process process;
    private final BufferedReader output;

    /** The number of the last save of each row that was acknowledged, by database and row. */
    private final Map<String, Map<Integer, Integer>> acknowledged = new TreeMap<>();

    private SavingProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * Starts the program on databases that have the table. It does not open them before it is asked to be {@link #ready}, and
     * does not save before it is told to {@link #go}.
     */
    static SavingProgram on(Map<String, DatabaseSettings> databases) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        // Starts in less time.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dorg.jooq.no-logo=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SavingProgram.class.getName()));
        databases.forEach((name, settings) -> command.addAll(List.of(
                name, settings.address(), settings.user(), settings.password().reveal())));
        try {
            return new SavingProgram(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it open the databases, and waits until it has opened them all. */
    SavingProgram ready() {
        go();
        while (!READY.equals(next())) {}
        return this;
    }

    /** Lets it save. */
    SavingProgram go() {
        try {
            process.outputWriter().write("\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Kills the program as soon as so many saves were acknowledged; returns the last of each row, by database. */
    Map<String, Map<Integer, Integer>> killedAfter(int saves) {
        for (int i = 0; i < saves; i++) {
            note(next());
        }
        // Not by the process itself, which would close its output too.
        process.toHandle().destroyForcibly();
        output.lines().forEach(this::note);
        process.onExit().join();
        return acknowledged;
    }

    /** Waits for the next line it prints: a save, or that it could not save. */
    String next() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("The program ended by itself");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String line) {
        String[] words = line.split(" ", 3);
        if (words.length < 3 || !words[2].chars().allMatch(Character::isDigit)) {
            throw new AssertionError(line);
        }
        acknowledged
                .computeIfAbsent(words[0], _ -> new TreeMap<>())
                .put(Integer.valueOf(words[1]), Integer.valueOf(words[2]));
    }

    /** Kills the program before the end of the block that has it. */
    void kill() {
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        warmUp();
        System.in.read();
        int databases = arguments.length / 4;
        CountDownLatch opened = new CountDownLatch(databases);
        CountDownLatch told = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < databases; i++) {
            List<String> own = List.of(arguments).subList(4 * i, 4 * i + 4);
            threads.add(Thread.ofPlatform().start(() -> open(own, opened, told)));
        }
        opened.await();
        print(READY);
        System.in.read();
        told.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Loads the classes before it counts: the program before may still be saving. */
    private static void warmUp() {
        try (Database scratch = TestDatabase.open(DatabaseSettings.of("jdbc:h2:mem:"))) {
            createTable(scratch);
            new Rows(scratch).save(1);
        }
    }

    private static void open(List<String> database, CountDownLatch opened, CountDownLatch told) {
        String address = database.get(1);
        try {
            if (address.startsWith(PLAIN)) {
                Connection kept = DriverManager.getConnection(
                        address.substring(PLAIN.length()), database.get(2), database.get(3));
                try {
                    opened.countDown();
                    told.await();
                } finally {
                    Reference.reachabilityFence(kept);
                }
            } else {
                Saver saver = new Saver(
                        database.get(0),
                        TestDatabase.open(
                                new DatabaseSettings(address, database.get(2), new Secret(database.get(3)), false)));
                opened.countDown();
                told.await();
                saver.run();
            }
        } catch (SQLException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The whole line at once: what a killed program has printed is there, however little later it was killed. */
    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Creates the table, with all its rows. */
    static void createTable(Database database) {
        TestDatabase.execute(
                database, "create table item (id integer not null primary key, name varchar(50), stock integer)");
        for (int row = 0; row < ROWS; row++) {
            TestDatabase.execute(database, "insert into item values (" + row + ", 'tea', 0)");
        }
    }

    /** Returns the number of the last save that each row holds. */
    static Map<Integer, Integer> stored(Database database) {
        RecordStore store = store(database);
        TableId table = table(database);
        Map<Integer, Integer> stored = new TreeMap<>();
        for (int row = 0; row < ROWS; row++) {
            Snapshot snapshot = store.find(key(table, row)).orElseThrow();
            stored.put(row, Integer.valueOf(stock(snapshot).text()));
        }
        return stored;
    }

    private static RecordStore store(Database database) {
        return new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    }

    private static TableId table(Database database) {
        return new Catalog(database)
                .tables().stream()
                        .map(summary -> summary.id())
                        .filter(id -> id.name().equalsIgnoreCase("item"))
                        .findFirst()
                        .orElseThrow();
    }

    private static RecordKey key(TableId table, int row) {
        return new RecordKey(table, Row.of(idColumn(table), Value.of(row)));
    }

    private static String idColumn(TableId table) {
        return table.name().equals("ITEM") ? "ID" : "id";
    }

    private static String stockColumn(TableId table) {
        return table.name().equals("ITEM") ? "STOCK" : "stock";
    }

    private static Value stock(Snapshot snapshot) {
        return snapshot.row().get(stockColumn(snapshot.key().table()));
    }

    /**
     * Saves from this process, and after some saves lets something happen while it goes on saving: until a save is not carried
     * out, but not for ever.
     *
     * @return the number of the last save of each row that was acknowledged
     */
    static Map<Integer, Integer> saveDuring(Database database, int before, Runnable event) throws InterruptedException {
        Rows rows = new Rows(database);
        Map<Integer, Integer> acknowledged = rows.save(before);
        Thread happening = Thread.ofPlatform().start(event);
        for (int i = 0; i < MOST_DURING && rows.saveNext() instanceof Outcome.Saved; i++) {
            acknowledged.put(rows.row(), rows.last);
        }
        happening.join();
        return acknowledged;
    }

    /** Saves to one database for ever. */
    private record Saver(String name, Database database) {
        void run() {
            Rows rows = new Rows(database);
            while (rows.saveNext() instanceof Outcome.Saved) {
                print(name + " " + rows.row() + " " + rows.last);
            }
            print(name + " " + rows.row() + " not saved");
        }
    }

    /** The rows of one database, saved in turn. */
    private static final class Rows {
        private final RecordStore store;
        private final TableId table;
        private final List<Snapshot> known = new ArrayList<>();
        private int last;

        Rows(Database database) {
            store = store(database);
            table = table(database);
            for (int row = 0; row < ROWS; row++) {
                known.add(store.find(key(table, row)).orElseThrow());
                last = Math.max(last, Integer.parseInt(stock(known.getLast()).text()));
            }
        }

        int row() {
            return last % ROWS;
        }

        /** Returns the number of the last save of each row. */
        Map<Integer, Integer> save(int saves) {
            Map<Integer, Integer> acknowledged = new TreeMap<>();
            for (int i = 0; i < saves; i++) {
                assertThat(saveNext()).isInstanceOf(Outcome.Saved.class);
                acknowledged.put(row(), last);
            }
            return acknowledged;
        }

        SaveOutcome saveNext() {
            last++;
            SaveOutcome outcome = store.save(Draft.of(known.get(row())).with(stockColumn(table), Value.of(last)));
            if (outcome instanceof Outcome.Saved(Snapshot now)) {
                known.set(row(), now);
            }
            return outcome;
        }
    }
}
