package dev.concord.app.inplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.pending.RecordChange;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Editing in cells, where records are read sooner or later. */
class CellEditModelTest {
    private static final Column CITY = column("city", ValueKind.TEXT, true, Generation.NONE);
    private static final Column STOCK = column("stock", ValueKind.INTEGER, false, Generation.NONE);
    private static final Column TOTAL = column("total", ValueKind.INTEGER, true, Generation.COMPUTED);
    private static final Table TABLE = new Table(
            new TableId("", "customer"),
            Table.Type.TABLE,
            List.of(column("id", ValueKind.INTEGER, false, Generation.NONE), CITY, STOCK, TOTAL),
            Optional.of(new Key("pk", List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");

    private final PendingEdits pending = new PendingEdits();
    /** What the database holds. */
    private final Map<RecordKey, Snapshot> rows = new HashMap<>();
    /** Reads that are not answered yet. */
    private final List<Runnable> reads = new ArrayList<>();

    private final CellEditModel model = new CellEditModel(new Opener(), Texts.of(Locale.UK));

    CellEditModelTest() {
        put(1, "Bonn", 40);
        put(2, "Köln", 7);
    }

    private final class Opener implements EditOpener {
        @Override
        public FieldLock lock(Table table, Column column, boolean isNew) {
            return new EditableColumns(table, Set.of()).lock(column, isNew);
        }

        @Override
        public boolean quantity(Table table, Column column) {
            return column.equals(STOCK);
        }

        @Override
        public void open(RecordKey key, Column column, Consumer<OpenedEdit> then) {
            reads.add(() -> then.accept(Optional.ofNullable(rows.get(key))
                    .<OpenedEdit>map(row -> new OpenedEdit.Ready(pending.open(TABLE, row)))
                    .orElseGet(() -> new OpenedEdit.Unread("It is gone."))));
        }
    }

    @Test
    void whatIsTypedIsPendingWithEveryKeystrokeAndOneStep() {
        CellEdit edit = begin(1, CITY);
        answer();
        type(edit, "U");
        assertThat(city(1)).isEqualTo("U");
        type(edit, "Ul");
        type(edit, "Ulm");
        assertThat(model.end()).isTrue();
        assertThat(city(1)).isEqualTo("Ulm");
        pending.undo();
        assertThat(city(1)).isEqualTo("Bonn");
    }

    @Test
    void escTakesBackWhatWasTypedHereAndNothingElse() {
        pending.change(List.of(new RecordChange(TABLE, row(1), Map.of("city", new FieldInput(Value.of("Kiel"), "")))));
        CellEdit edit = begin(1, CITY, "Kiel");
        answer();
        type(edit, "U");
        type(edit, "Ul");
        model.cancel();
        assertThat(city(1)).isEqualTo("Kiel");
        assertThat(model.shown().get()).isEmpty();
    }

    @Test
    void whatIsTypedBeforeTheRecordIsReadIsWrittenThen() {
        CellEdit edit = begin(1, CITY);
        type(edit, "Ulm");
        assertThat(model.end()).isTrue();
        CellEdit next = begin(2, CITY, "Köln");
        type(next, "Kiel");
        answer();
        assertThat(city(1)).isEqualTo("Ulm");
        assertThat(city(2)).isEqualTo("Kiel");
        assertThat(model.shown().get()).contains(next);
    }

    @Test
    void aValueChangedUnseenIsShownBeforeItIsReplaced() {
        CellEdit edit = begin(1, CITY);
        type(edit, "Ulm");
        put(1, "Kiel", 40);
        answer();
        assertThat(edit.message().get()).contains("Kiel");
        assertThat(pending.unsaved()).isEmpty();
        assertThat(model.end()).as("Enter takes what was typed").isTrue();
        assertThat(city(1)).isEqualTo("Ulm");
        assertThat(pending.find(key(1))
                        .orElseThrow()
                        .draft()
                        .base()
                        .orElseThrow()
                        .row()
                        .get("city"))
                .isEqualTo(Value.of("Kiel"));
    }

    @Test
    void anEditThatHadEndedComesBackWhenTheValueWasChangedUnseen() {
        CellEdit edit = begin(1, CITY);
        type(edit, "Ulm");
        model.end();
        put(1, "Kiel", 40);
        answer();
        assertThat(model.shown().get()).contains(edit);
        model.cancel();
        assertThat(pending.unsaved()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadKeepsWhatWasTypedAndIsTriedAgain() {
        Snapshot row = row(1);
        rows.remove(key(1));
        CellEdit edit = begin(1, CITY);
        type(edit, "Ulm");
        answer();
        assertThat(edit.message().get()).isEqualTo("It is gone.");
        assertThat(model.end()).isFalse();
        rows.put(key(1), row);
        answer();
        assertThat(edit.value().get()).isEqualTo(Value.of("Ulm"));
        assertThat(edit.message().get()).as("it could be read").isEmpty();
        assertThat(model.end()).isTrue();
        assertThat(city(1)).isEqualTo("Ulm");
    }

    @Test
    void turningToAnotherCellIsNoAnswerToWhatWasChangedUnseen() {
        CellEdit edit = begin(1, CITY);
        type(edit, "Ulm");
        put(1, "Kiel", 40);
        answer();
        assertThat(model.leave()).isFalse();
        assertThat(model.begin(target(2, CITY, Value.of("Köln")), false)).isFalse();
        model.put(target(2, CITY, Value.of("Köln")), Value.ofNull());
        assertThat(model.shown().get()).contains(edit);
        assertThat(pending.unsaved()).isEmpty();
        assertThat(reads).as("nothing is read again").isEmpty();
        assertThat(model.end()).isTrue();
        assertThat(city(1)).isEqualTo("Ulm");
        assertThat(model.begin(target(2, CITY, Value.of("Köln")), false)).isTrue();
    }

    @Test
    void twoValuesChangedUnseenAreAskedAboutOneAfterTheOther() {
        CellEdit first = begin(1, CITY);
        type(first, "Ulm");
        CellEdit second = begin(2, CITY, "Köln");
        type(second, "Bern");
        put(1, "Kiel", 40);
        put(2, "Jena", 7);
        model.end();
        answer();
        assertThat(model.shown().get()).contains(first);
        model.end();
        assertThat(model.shown().get()).contains(second);
        assertThat(city(1)).isEqualTo("Ulm");
        model.cancel();
        assertThat(model.shown().get()).isEmpty();
        assertThat(city(2)).isEqualTo("Jena");
    }

    @Test
    void aChangeOfAQuantityIsAddedAndShownAsASum() {
        assertThat(model.beginsDifference(target(1, STOCK, Value.of(40)), "+")).isTrue();
        assertThat(model.beginsDifference(target(1, STOCK, Value.of(40)), "5")).isFalse();
        assertThat(model.beginsDifference(target(1, CITY, Value.of("Bonn")), "+"))
                .isFalse();
        model.begin(target(1, STOCK, Value.of(40)), true);
        answer();
        CellEdit edit = model.shown().get().orElseThrow();
        edit.value().set(Value.of(35));
        model.end();
        PendingEdit open = pending.find(key(1)).orElseThrow();
        assertThat(open.draft().get("stock")).isEqualTo(Value.of(35));
        assertThat(open.draft().added()).containsExactly("stock");
        pending.undo();
        assertThat(open.dirty()).isFalse();
        pending.redo();
        assertThat(open.draft().added()).containsExactly("stock");
    }

    @Test
    void aChangeOfANumberThatWasSetBeforeIsTheNumber() {
        pending.change(List.of(new RecordChange(TABLE, row(1), Map.of("stock", new FieldInput(Value.of(100), "")))));
        model.begin(target(1, STOCK, Value.of(100)), true);
        answer();
        CellEdit edit = model.shown().get().orElseThrow();
        assertThat(edit.from()).isEqualTo(Value.of(100));
        edit.value().set(Value.of(105));
        model.end();
        PendingEdit open = pending.find(key(1)).orElseThrow();
        assertThat(open.draft().get("stock")).isEqualTo(Value.of(105));
        assertThat(open.draft().added()).isEmpty();
    }

    @Test
    void whatCannotBeChangedSaysWhy() {
        assertThat(model.begin(target(1, TOTAL, Value.of(1)), false)).isFalse();
        assertThat(model.refusal().get()).isEqualTo("total is calculated by the database.");
        model.put(target(1, STOCK, Value.of(40)), Value.ofNull());
        assertThat(model.refusal().get()).isEqualTo("stock must have a value.");
        assertThat(reads).isEmpty();
    }

    @Test
    void aValueIsPutOnlyInPlaceOfOneThatWasSeen() {
        model.put(target(1, CITY, Value.of("Bonn")), Value.ofNull());
        model.put(target(2, CITY, Value.of("Bonn")), Value.ofNull());
        answer();
        assertThat(pending.find(key(1)).orElseThrow().draft().get("city")).isEqualTo(Value.ofNull());
        assertThat(city(2)).isEqualTo("Köln");
        assertThat(model.refusal().get()).contains("city was changed meanwhile");
    }

    @Test
    void aValueIsCopiedFromAnotherRecord() {
        model.copy(key(2), target(1, CITY, Value.of("Bonn")));
        answer();
        answer();
        assertThat(city(1)).isEqualTo("Köln");
    }

    private CellEdit begin(int id, Column column) {
        return begin(id, column, "Bonn");
    }

    private CellEdit begin(int id, Column column, String shown) {
        model.begin(target(id, column, Value.of(shown)), false);
        return model.shown().get().orElseThrow();
    }

    private static CellTarget target(int id, Column column, Value shown) {
        return new CellTarget(TABLE, key(id), column, shown, UnaryOperator.identity());
    }

    private static void type(CellEdit edit, String text) {
        edit.value().set(Value.of(text));
    }

    private void answer() {
        List<Runnable> now = List.copyOf(reads);
        reads.clear();
        now.forEach(Runnable::run);
    }

    private String city(int id) {
        return pending.find(key(id)).orElseThrow().draft().get("city").text();
    }

    private void put(int id, String city, int stock) {
        Row row = Row.of("id", Value.of(id)).with("city", Value.of(city)).with("stock", Value.of(stock));
        rows.put(key(id), new Snapshot(key(id), row, Optional.empty(), Instant.EPOCH));
    }

    private Snapshot row(int id) {
        return Objects.requireNonNull(rows.get(key(id)));
    }

    private static RecordKey key(int id) {
        return new RecordKey(TABLE.id(), Row.of("id", Value.of(id)));
    }

    private static Column column(String name, ValueKind kind, boolean nullable, Generation generation) {
        return new Column(name, "text", kind, 40, 0, nullable, Optional.empty(), generation, List.of(), "");
    }
}
