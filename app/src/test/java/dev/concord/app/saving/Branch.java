package dev.concord.app.saving;

import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.WriteMark;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.journal.MergeJournal;
import dev.concord.merge.Choice;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A real database of customers, a person with unsaved edits of them, and a colleague who is faster. */
final class Branch implements SavingListener, AutoCloseable {
    static final Texts TEXTS = Texts.of(Locale.UK);
    private static final TableId ID = new TableId("PUBLIC", "CUSTOMER");

    /** What the model told of, as "saved 3", "decide 4 (1 of 2)", "open 5" and "closed". */
    final List<String> told = new ArrayList<>();

    Optional<RecordMerge> asked = Optional.empty();
    private Optional<Unsaved> askedOf = Optional.empty();

    private final Database database;
    private final RecordStore store;
    private final Table table;
    private Optional<MergeJournal> journal = Optional.empty();

    /** Customers 1 to the number given, all in Bonn. */
    Branch(int customers) {
        database = switch (DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID()))) {
            case OpenOutcome.Opened opened -> opened.database();
            case OpenOutcome.Failed failed -> throw new IllegalStateException(failed.detail());
        };
        run("create table customer (id int primary key, city varchar(20), phone varchar(20),"
                + " credit int constraint ck_credit check (credit < 100))");
        for (int id = 1; id <= customers; id++) {
            run("insert into customer values (" + id + ", 'Bonn', '100', 5)");
        }
        store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        table = store.catalog().table(ID).orElseThrow();
    }

    /** The edit of one customer as the database holds it now. */
    Unsaved edit(int id, String column, Value value) {
        return of(id, Draft.of(row(id)).with(column, value), true);
    }

    Unsaved moves(int id, String city) {
        return edit(id, "CITY", Value.of(city));
    }

    /** An edit with text in a field that is no value yet. */
    Unsaved halfTyped(int id) {
        return of(id, Draft.of(row(id)).with("CITY", Value.of("Kiel")), false);
    }

    Unsaved fresh(int id) {
        return of(id, Draft.newRow(ID).with("ID", Value.of(id)).with("CITY", Value.of("Kiel")), true);
    }

    Unsaved deletes(int id) {
        return of(id, Draft.of(row(id)).deleted(true), true);
    }

    private Unsaved of(int id, Draft draft, boolean readable) {
        return new Unsaved("Customer " + id, table, draft, readable, WriteMark.NONE);
    }

    SavingModel model(Work work, Unsaved... records) {
        return new SavingModel(List.of(records), writes(), Policies.DEFAULT, Merging.DEFAULT, work, TEXTS, this);
    }

    /** Merges are kept in a folder from now on. */
    MergeJournal keepIn(Path folder) {
        return keepIn(new MergeJournal(folder));
    }

    /** Merges are written to a journal from now on. */
    MergeJournal keepIn(MergeJournal kept) {
        journal = Optional.of(kept);
        return kept;
    }

    private MergedWrites writes() {
        return journal.map(kept -> MergedWrites.keptIn(kept, "Branch", store))
                .orElseGet(() -> MergedWrites.unkept(store));
    }

    void colleague(int id, String column, String value) {
        run("update customer set " + column + " = '" + value + "' where id = " + id);
    }

    void colleagueDeletes(int id) {
        run("delete from customer where id = " + id);
    }

    boolean there(int id) {
        return store.find(new RecordKey(ID, Row.of("ID", Value.of(id)))).isPresent();
    }

    String text(int id, String column) {
        return row(id).row().get(column).text();
    }

    /** The person decides every column of the record asked about in one way, and saves. */
    void decide(SavingModel model, Choice choice) {
        RecordMerge merge = asked.orElseThrow();
        Resolution decision = Resolution.of(merge);
        for (var field : merge.decisions()) {
            decision = decision.choose(field.name(), choice);
        }
        Draft sent = decision.toDraft();
        Outcome.Saved saved = (Outcome.Saved) store.save(sent);
        model.deciding().decided(askedOf.orElseThrow(), decision, sent, saved.snapshot());
    }

    @Override
    public void saved(Unsaved record, Draft sent, Snapshot now) {
        told.add("saved " + now.key().label());
    }

    @Override
    public void deleted(Unsaved record, Snapshot row) {
        told.add("deleted " + record.title() + " with " + row.row().get("PHONE").text());
    }

    @Override
    public void kept(Unsaved record, Snapshot theirs) {
        told.add("kept " + record.title() + " with " + theirs.row().get("PHONE").text());
    }

    @Override
    public void decideDeletion(Unsaved record, Snapshot mine, Snapshot theirs) {
        askedOf = Optional.of(record);
        told.add("delete " + record.title() + "?");
    }

    @Override
    public void decide(Unsaved record, RecordMerge merge, String place) {
        askedOf = Optional.of(record);
        asked = Optional.of(merge);
        told.add("decide " + merge.theirs().key().label() + " (" + place + ")");
    }

    @Override
    public void open(Unsaved record) {
        told.add("open " + record.title());
    }

    @Override
    public void closed() {
        told.add("closed");
    }

    private Snapshot row(int id) {
        return store.find(new RecordKey(ID, Row.of("ID", Value.of(id)))).orElseThrow();
    }

    private void run(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
