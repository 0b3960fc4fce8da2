package dev.concord.app.pending;

import static dev.concord.app.pending.PendingEditsTest.CITY;
import static dev.concord.app.pending.PendingEditsTest.PHONE;
import static dev.concord.app.pending.PendingEditsTest.TABLE;
import static dev.concord.app.pending.PendingEditsTest.key;
import static dev.concord.app.pending.PendingEditsTest.row;
import static dev.concord.app.pending.PendingEditsTest.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Draft;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** Steps over many records: made, taken back and done again together, in the order they were made. */
class PendingStepsTest {
    private final PendingEdits pending = new PendingEdits();

    @Test
    void manyRecordsChangeInOneStepThatOneUndoTakesBack() {
        PendingEdit typed = pending.open(TABLE, row(1, "Bonn"));
        type(typed, PHONE, "1");
        fill(1, 2, 3);
        assertThat(cities(1, 2, 3)).containsExactly("Ulm", "Ulm", "Ulm");
        assertThat(pending.unsaved()).hasSize(3);
        assertThat(pending.undo()).hasSize(3);
        assertThat(cities(1, 2, 3)).containsExactly("Bonn", "Bonn", "Bonn");
        assertThat(pending.unsaved())
                .as("what was typed before is another step")
                .containsExactly(typed);
        assertThat(pending.undo()).containsExactly(typed);
        assertThat(pending.unsaved()).isEmpty();
        assertThat(pending.undo()).isEmpty();
    }

    @Test
    void manyRecordsAreMarkedAsDeletedInOneStepAndKeepTheirOtherChanges() {
        PendingEdit first = pending.open(TABLE, row(1, "Bonn"));
        type(first, CITY, "Kiel");
        pending.change(List.of(
                RecordChange.deletion(TABLE, row(1, "Bonn"), true),
                RecordChange.deletion(TABLE, row(2, "Bonn"), true)));
        assertThat(pending.unsaved())
                .hasSize(2)
                .allSatisfy(edit -> assertThat(edit.draft().deleted()).isTrue());
        assertThat(cities(1)).containsExactly("Kiel");
        assertThat(pending.undo()).hasSize(2);
        assertThat(pending.unsaved()).containsExactly(first);
        assertThat(first.draft().deleted()).isFalse();
        pending.redo();
        first.discard();
        assertThat(first.dirty()).isFalse();
        first.undo();
        assertThat(first.draft().deleted()).isTrue();
    }

    @Test
    void stepsAreDoneAgainInTheOrderTheyWereMade() {
        fill(1, 2);
        PendingEdit third = pending.open(TABLE, row(3, "Bonn"));
        type(third, CITY, "Kiel");
        pending.undo();
        pending.undo();
        assertThat(pending.redo()).hasSize(2);
        assertThat(cities(1, 2, 3)).containsExactly("Ulm", "Ulm", "Bonn");
        assertThat(pending.redo()).containsExactly(third);
        assertThat(pending.redo()).isEmpty();
        assertThat(pending.undo())
                .as("the last one done again is the first one taken back")
                .containsExactly(third);
    }

    @Test
    void nothingIsDoneAgainAfterAnotherStep() {
        fill(1, 2);
        pending.undo();
        type(pending.open(TABLE, row(3, "Bonn")), CITY, "Kiel");
        assertThat(pending.redo()).isEmpty();
        assertThat(cities(1, 2, 3)).containsExactly("Bonn", "Bonn", "Kiel");
    }

    @Test
    void undoOfOneRecordTakesItsStepBackOfAllRecords() {
        fill(1, 2, 3);
        PendingEdit second = pending.find(key(2)).orElseThrow();
        type(second, PHONE, "1");
        PendingEdit first = pending.find(key(1)).orElseThrow();
        assertThat(first.undo()).containsExactly("city");
        assertThat(cities(1, 2, 3))
                .as("the second was changed since, and stays")
                .containsExactly("Bonn", "Ulm", "Bonn");
        assertThat(first.redo()).containsExactly("city");
        assertThat(cities(1, 2, 3)).containsExactly("Ulm", "Ulm", "Ulm");
    }

    @Test
    void aStepOfManyIsReportedOnce() {
        List<Integer> reported = new ArrayList<>();
        pending.unsaved().addListener((ListChangeListener<PendingEdit>)
                change -> reported.add(pending.unsaved().size()));
        int before = pending.changes().get();
        fill(1, 2, 3);
        assertThat(reported).containsExactly(3);
        assertThat(pending.changes().get()).isEqualTo(before + 1);
        pending.undo();
        assertThat(reported).containsExactly(3, 0);
    }

    @Test
    void whatIsNoValueOfTheColumnIsKeptAsTyped() {
        pending.change(List.of(
                new RecordChange(TABLE, row(1, "Bonn"), Map.of("city", new FieldInput(Value.of("Bonn"), "?")))));
        assertThat(pending.unsaved()).hasSize(1);
        assertThat(pending.find(key(1)).orElseThrow().state().get().unreadable())
                .containsEntry("city", "?");
    }

    @Test
    void everythingDiscardedTogetherComesBackTogether() {
        fill(1, 2);
        type(pending.open(TABLE, row(3, "Bonn")), CITY, "Kiel");
        pending.discardAll();
        assertThat(pending.unsaved()).isEmpty();
        pending.undo();
        assertThat(cities(1, 2, 3)).containsExactly("Ulm", "Ulm", "Kiel");
    }

    @Test
    void aThousandRecordsTakenBackCanBeDoneAgain() {
        int[] ids = IntStream.rangeClosed(1, 1000).toArray();
        fill(ids);
        pending.undo();
        for (int id = 2001; id <= 2100; id++) {
            pending.open(TABLE, row(id, "Bonn"));
        }
        assertThat(pending.redo()).hasSize(1000);
        assertThat(cities(ids)).containsOnly("Ulm");
    }

    @Test
    void aRecordUnderAnotherKeyIsFoundByThatAlone() {
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        edit.rebase(Draft.of(row(9, "Bonn")).with("city", Value.of("Ulm")));
        assertThat(pending.find(key(1))).isEmpty();
        assertThat(pending.find(key(9))).contains(edit);
        assertThat(pending.isUnsaved(key(9))).isTrue();
    }

    private void fill(int... ids) {
        pending.change(IntStream.of(ids)
                .mapToObj(id ->
                        new RecordChange(TABLE, row(id, "Bonn"), Map.of("city", new FieldInput(Value.of("Ulm"), ""))))
                .toList());
    }

    private List<String> cities(int... ids) {
        return IntStream.of(ids)
                .mapToObj(id ->
                        pending.find(key(id)).orElseThrow().draft().get("city").text())
                .toList();
    }
}
