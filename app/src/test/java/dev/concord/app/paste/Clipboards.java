package dev.concord.app.paste;

import dev.concord.app.paste.CellVerdict.Cannot;
import dev.concord.app.paste.PasteAnswer.Judged;
import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import dev.concord.store.RecordStore;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.ui.text.Texts;
import dev.concord.version.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A database whose cells are changed by blocks, and what is said about it. */
final class Clipboards implements AutoCloseable, PasteListener {
    static final Texts TEXTS = Texts.of(Locale.UK);

    final Shop shop;
    final PendingEdits pending = new PendingEdits();
    final List<String> said = new ArrayList<>();
    boolean asked;
    Optional<Runnable> undo = Optional.empty();
    private Work work = Work.immediate();
    private Texts texts = TEXTS;

    Clipboards(Engine engine, String... statements) {
        shop = new Shop(engine, statements);
    }

    /** Customers, their salesmen, and a column for each kind of reason. */
    static Clipboards customers(Engine engine) {
        String word = engine == Engine.MARIADB ? "enum('new', 'old')" : "varchar(5)";
        return new Clipboards(
                engine,
                "create table \"salesman\" (\"id\" integer not null primary key, \"name\" varchar(40), \"town\" varchar(40))",
                "create table \"customer\" (\"id\" int not null primary key, \"name\" varchar(10) not null,"
                        + " \"note\" varchar(40), \"credit\" decimal(8,2), \"since\" date, \"points\" integer not null,"
                        + " \"salesman_id\" integer, \"state\" " + word + ","
                        + " \"twice\" integer generated always as (\"points\" * 2)"
                        + (engine == Engine.POSTGRESQL || engine == Engine.SQLITE ? " stored" : "") + ","
                        + " foreign key (\"salesman_id\") references \"salesman\" (\"id\"))",
                "insert into \"salesman\" values (17, 'Nowak', 'Graz'), (18, 'Berg', 'Linz'), (19, 'Berg', 'Wien')",
                "insert into \"customer\" (\"id\", \"name\", \"note\", \"credit\", \"since\", \"points\", \"salesman_id\", \"state\") values"
                        + " (1, 'Ana', 'first', 10.25, '2020-01-31', 1, 17, 'new'),"
                        + " (2, 'Bob', '', null, null, 2, null, 'old'),"
                        + " (3, 'Cleo', null, 30.75, '2021-01-31', 3, 18, 'new'),"
                        + " (4, 'Dan', 'fourth', 40.75, '2022-01-31', 4, null, null)");
    }

    Clipboards in(Locale locale) {
        texts = Texts.of(Locale.UK, locale);
        return this;
    }

    Clipboards working(Work other) {
        work = other;
        return this;
    }

    RecordStore store() {
        return shop.store();
    }

    PasteServices services() {
        return new PasteServices(store(), pending, work, texts);
    }

    /** The cells from a row, by its place, and a column on: so many are selected, and so many rows are loaded. */
    PasteTarget target(String name, int row, String column, int height, int width, int loaded) {
        Table table = shop.table(name);
        Page page = store().page(PageRequest.first(table.id(), List.of(), loaded));
        List<RecordKey> all = store().page(PageRequest.first(table.id(), List.of(), 100_000)).rows().stream()
                .map(one -> key(table, one))
                .toList();
        List<RowRun.ShownRow> shown = page.rows().stream()
                .skip(row)
                .map(one -> new RowRun.ShownRow(key(table, one), one))
                .toList();
        List<Column> columns = table.columns().stream()
                .dropWhile(one -> !one.name().equals(column))
                .toList();
        Optional<PageRequest> further = page.next().map(PageRequest.first(table.id(), List.of(), loaded)::after);
        return new PasteTarget(
                EditableColumns.of(table, TablePolicy.DEFAULT),
                new RowRun(
                        Optional.of(all.get(row)),
                        shown,
                        further,
                        List.of(),
                        new RowRun.Until(all.get(row + height - 1))),
                columns,
                width);
    }

    PasteTarget target(String column, int height, int width) {
        return target("customer", 0, column, height, width, 200);
    }

    private static RecordKey key(Table table, Row row) {
        return new RecordKey(
                table.id(), row.only(table.rowKey().map(Key::columns).orElseThrow()));
    }

    PasteModel paste(PasteTarget target, String text) {
        return started(PasteModel.block(target, text, false, services(), this));
    }

    PasteModel started(PasteModel model) {
        model.start();
        return model;
    }

    static Judged judged(PasteModel model) {
        return (Judged) model.answer().get();
    }

    /** What happens to each cell that changes or cannot, in short. */
    static List<String> lines(PasteModel model) {
        PasteText words = new PasteText(TEXTS);
        return judged(model).cells().lines().stream()
                .map(line -> line.record() + " " + line.column().name() + ": "
                        + words.input(line.before(), line.column())
                        + (line.verdict() instanceof Cannot cannot
                                ? " ✗ " + cannot.obstacle() + " " + words.asked(line)
                                : " → " + words.asked(line)))
                .toList();
    }

    /** Saves everything that is pending. */
    void save() {
        assertComplete(store().saveAll(
                        pending.unsaved().stream().map(PendingEdit::draft).toList(), BatchPolicy.ABORT_ALL)
                .complete());
    }

    private static void assertComplete(boolean complete) {
        if (!complete) {
            throw new AssertionError("Not everything was saved");
        }
    }

    /** The values of a column in the database, in the order of the key. */
    List<String> column(String table, String column) {
        return store().page(PageRequest.first(shop.id(table), List.of(), 100_000)).rows().stream()
                .map(row -> text(row.get(column)))
                .toList();
    }

    /** The values of a column as they are edited, in the order of the edits. */
    List<String> edited(String column) {
        return pending.unsaved().stream()
                .map(edit -> text(edit.draft().get(column)))
                .toList();
    }

    private static String text(Value value) {
        return value.isNull() ? "NULL" : value.text();
    }

    static String tabs(String... cells) {
        return String.join("\t", cells);
    }

    static String numbered(int lines, String text) {
        return String.join(
                "\n", IntStream.range(0, lines).mapToObj(i -> text + i).toList());
    }

    @Override
    public void ask() {
        asked = true;
    }

    @Override
    public void ended() {
        asked = false;
    }

    @Override
    public void say(String sentence, Optional<Runnable> back) {
        said.add(sentence);
        undo = back;
    }

    @Override
    public void close() {
        shop.close();
    }
}
