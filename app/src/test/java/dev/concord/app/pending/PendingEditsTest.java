package dev.concord.app.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class PendingEditsTest {
    static final Column CITY = column("city");
    static final Column PHONE = column("phone");
    static final Table TABLE = new Table(
            new TableId("", "customer"),
            Table.Type.TABLE,
            List.of(column("id"), CITY, PHONE),
            Optional.of(new Key("pk", List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");

    private final PendingEdits pending = new PendingEdits();

    @Test
    void anEditIsUnsavedFromTheFirstChangeToTheLastOneTakenBack() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        assertThat(pending.unsaved()).isEmpty();
        type(edit, CITY, "Ulm");
        assertThat(pending.unsaved()).containsExactly(edit);
        assertThat(pending.isUnsaved(key(1))).isTrue();
        type(edit, CITY, "Bonn");
        assertThat(pending.unsaved()).isEmpty();
        assertThat(pending.isUnsaved(key(1))).isFalse();
    }

    @Test
    void textThatIsNoValueYetIsUnsavedToo() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        edit.type(CITY, new FieldInput(Value.of("Bonn"), "?"));
        assertThat(pending.unsaved()).containsExactly(edit);
        assertThat(edit.draft().dirty()).isFalse();
        assertThat(edit.state().get().input("city")).isEqualTo(new FieldInput(Value.of("Bonn"), "?"));
    }

    @Test
    void theUnsavedAreListedInTheOrderTheyWereBegun() {
        PendingEdit first = pending.open(TABLE, row(1, "Bonn"));
        PendingEdit second = pending.open(TABLE, row(2, "Bonn"));
        type(second, CITY, "Ulm");
        type(first, CITY, "Ulm");
        type(second, PHONE, "1");
        assertThat(pending.unsaved()).containsExactly(second, first);
    }

    @Test
    void openingARecordThatIsBeingEditedGoesOnWithTheEdit() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        assertThat(pending.open(TABLE, row(1, "Köln"))).isSameAs(edit);
        assertThat(edit.draft().base()).contains(row(1, "Bonn"));
        assertThat(edit.draft().get("city")).isEqualTo(Value.of("Ulm"));
    }

    @Test
    void aCleanRecordReadAgainForgetsTheStepsOfTheColumnsThatHaveChanged() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        type(edit, PHONE, "1");
        edit.discard();
        assertThat(pending.open(TABLE, row(1, "Köln"))).isSameAs(edit);
        assertThat(edit.undo()).containsExactly("phone");
        assertThat(edit.draft().changes().values()).containsOnlyKeys("phone");
    }

    @Test
    void aTableDescribedAnewBeginsACleanEditAnew() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        Table wider = new Table(
                TABLE.id(),
                TABLE.type(),
                List.of(column("id"), CITY, PHONE, column("street")),
                TABLE.rowKey(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        assertThat(pending.open(wider, row(1, "Bonn"))).isNotSameAs(edit);
        assertThat(pending.find(key(1)).orElseThrow().table()).isEqualTo(wider);
    }

    @Test
    void theLastTwentyCleanEditsAreKeptAndEveryDirtyOne() {
        PendingEdit dirty = pending.open(TABLE, row(0, "Bonn"));
        type(dirty, CITY, "Ulm");
        PendingEdit clean = pending.open(TABLE, row(1, "Bonn"));
        for (int id = 2; id <= 20; id++) {
            pending.open(TABLE, row(id, "Bonn"));
        }
        assertThat(pending.find(key(1))).contains(clean);
        pending.open(TABLE, row(21, "Bonn"));
        assertThat(pending.find(key(1))).isEmpty();
        assertThat(pending.find(key(0))).contains(dirty);
    }

    @Test
    void anEditThatIsTypedIntoIsKeptAgainAlthoughItWasDropped() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        pending.drop(edit);
        assertThat(pending.find(key(1))).isEmpty();
        type(edit, CITY, "Ulm");
        assertThat(pending.find(key(1))).contains(edit);
        assertThat(pending.unsaved()).containsExactly(edit);
        pending.drop(edit);
        assertThat(pending.unsaved()).isEmpty();
    }

    @Test
    void twoNewRecordsAreTwoEditsAndWhatIsFilledInIsUnsaved() {
        PendingEdit empty = pending.begin(TABLE, Draft.newRow(TABLE.id()));
        PendingEdit filledIn = pending.begin(TABLE, Draft.newRow(TABLE.id()).with("city", Value.of("Ulm")));
        assertThat(empty.id()).isNotEqualTo(filledIn.id());
        assertThat(empty.key()).isEmpty();
        assertThat(pending.unsaved()).containsExactly(filledIn);
    }

    @Test
    void aNewRecordThatIsSavedGetsItsKeyAndKeepsWhatWasTypedMeanwhile() {
        PendingEdit edit = pending.begin(TABLE, Draft.newRow(TABLE.id()).with("city", Value.of("Ulm")));
        Draft sent = edit.draft();
        type(edit, PHONE, "1");
        AtomicInteger reported = new AtomicInteger();
        pending.unsaved().addListener((ListChangeListener<PendingEdit>) change -> reported.incrementAndGet());
        edit.settle(sent, row(7, "Ulm"));
        assertThat(edit.id()).isEqualTo(new EditId.Existing(key(7)));
        assertThat(edit.draft().changes()).isEqualTo(Row.of("phone", Value.of("1")));
        assertThat(pending.find(key(7))).contains(edit);
        assertThat(pending.isUnsaved(key(7))).isTrue();
        assertThat(reported).hasValue(1);
    }

    @Test
    void aSavedEditIsCleanForgetsItsDecisionsAndCanStillBeUndone() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        edit.keep(Resolution.of(RecordMerge.of(TABLE, edit.draft(), row(1, "Köln"), Set.of(), MergeRules.DEFAULT)));
        edit.settle(edit.draft(), row(1, "Ulm"));
        assertThat(edit.decisions()).isEmpty();
        assertThat(pending.unsaved()).isEmpty();
        assertThat(edit.undo()).containsExactly("city");
        assertThat(edit.draft().changes()).isEqualTo(Row.of("city", Value.of("Bonn")));
        assertThat(pending.unsaved()).containsExactly(edit);
    }

    static void type(PendingEdit edit, Column column, String text) {
        edit.type(column, new FieldInput(Value.of(text), ""));
        edit.endStep();
    }

    static Snapshot row(int id, String city) {
        Row row = Row.of("id", Value.of(id)).with("city", Value.of(city)).with("phone", Value.of("123"));
        return new Snapshot(key(id), row, Optional.empty(), Instant.EPOCH);
    }

    static RecordKey key(int id) {
        return new RecordKey(TABLE.id(), Row.of("id", Value.of(id)));
    }

    private static Column column(String name) {
        return new Column(name, "text", ValueKind.TEXT, 40, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
