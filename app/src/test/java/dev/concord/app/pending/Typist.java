package dev.concord.app.pending;

import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.Sealing;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A program in which somebody types, in records and in a new one, saves, and types on, until it is killed. Each line of
 * its output is one keystroke: the time in milliseconds, the record, and what stands in its field; a record that is
 * saved has nothing more to say than {@code -}.
 */
final class Typist {
    private static final Column CITY =
            new Column("city", "text", ValueKind.TEXT, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    private static final Table TABLE = new Table(
            new TableId("", "customer"),
            Table.Type.TABLE,
            List.of(CITY),
            Optional.of(new Key("pk", List.of("city"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");
    private static final int RECORDS = 4;

    private Typist() {}

    static DraftFolder folder(Path root) {
        return new DraftArchive(root, Sealing.PLAIN).of(new DraftedDatabase("ab12", "Shop", "shop", ""));
    }

    /**
     * Types until it is killed.
     *
     * @param arguments the folder of the drafts, and a number that decides what is typed
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        ScheduledExecutorService fx = Executors.newSingleThreadScheduledExecutor();
        ScheduledExecutorService background = Executors.newScheduledThreadPool(2);
        Work work = Work.of(
                background,
                fx,
                (after, task) -> {
                    Future<?> _ = background.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
                },
                fault -> Runtime.getRuntime().halt(1));
        DraftStorage storage = new DraftStorage(
                folder(Path.of(arguments[0])).begin(),
                edit -> edit.key().map(RecordKey::label).orElse("new"),
                work,
                Texts.of(Locale.UK));
        PendingEdits pending = new PendingEdits(storage);
        Random random = new Random(Long.parseLong(arguments[1]));
        List<PendingEdit> edits = new ArrayList<>();
        PrintStream out = System.out;
        fx.submit(() -> {
                    for (int record = 0; record < RECORDS; record++) {
                        edits.add(pending.open(TABLE, row("record " + record)));
                    }
                    edits.add(pending.begin(TABLE, Draft.newRow(TABLE.id())));
                })
                .get();
        Future<?> _ = fx.scheduleAtFixedRate(() -> type(edits, random, out), 0, 5, TimeUnit.MILLISECONDS);
    }

    private static void type(List<PendingEdit> edits, Random random, PrintStream out) {
        int record = random.nextInt(edits.size());
        PendingEdit edit = edits.get(record);
        String name = edit.key().map(RecordKey::label).orElse("new");
        if (random.nextInt(20) == 0 && edit.dirty() && edit.key().isPresent()) {
            // The database has it: its key stays, so that the draft of the next keystroke has the same name.
            edit.settle(edit.draft(), row(name));
            Draft clean = Draft.of(row(name));
            edit.rebase(clean);
        } else {
            String before = edit.draft().changes().get("city").text();
            String text = (before.length() > 30 ? "" : before) + (char) ('a' + random.nextInt(26));
            String unreadable = random.nextInt(5) == 0 ? text + "?" : "";
            edit.type(CITY, new FieldInput(Value.of(text), unreadable));
        }
        // Text that is no value yet stays when the rest is saved.
        String kept = edit.draft().changes().get("city").text() + "\t"
                + edit.state().get().unreadable().getOrDefault("city", "");
        out.println(System.currentTimeMillis() + "\t" + name + "\t" + (edit.dirty() ? kept : "-"));
        out.flush();
    }

    private static Snapshot row(String city) {
        Row row = Row.of("city", Value.of(city));
        return new Snapshot(new RecordKey(TABLE.id(), row), row, Optional.empty(), Instant.EPOCH);
    }
}
