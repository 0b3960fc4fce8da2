package dev.concord.app.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be taken back, and for how long. */
class SavedStepsTest {
    private static final Table TABLE = new Table(
            new TableId("", "customer"),
            Table.Type.TABLE,
            List.of(column("id"), column("city"), column("note")),
            Optional.of(new Key("pk", List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");
    private static final Row ROW =
            Row.of("id", Value.of(1)).with("city", Value.of("Bonn")).with("note", Value.of("n"));

    private Instant now = Instant.EPOCH;
    private final SavedSteps steps = new SavedSteps(() -> now);

    @Test
    void theLastSaveComesFirstAndEachOnce() {
        SavedStep first = steps.add(List.of(saved()), false);
        SavedStep second = steps.add(List.of(saved(), saved()), false);
        steps.add(List.of(saved()), true);
        assertThat(steps.takeLast()).contains(second);
        assertThat(steps.take(second)).isFalse();
        assertThat(steps.takeLast()).contains(first);
        assertThat(steps.takeLast())
                .as("what took another one back is not offered of itself")
                .isEmpty();
    }

    @Test
    void aSaveCanBeTakenBackForAnHour() {
        SavedStep step = steps.add(List.of(saved()), false);
        now = now.plus(Duration.ofMinutes(59));
        SavedStep later = steps.add(List.of(saved()), false);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(steps.take(step)).isFalse();
        assertThat(steps.takeLast()).contains(later);
    }

    @Test
    void theOldestAreDroppedWhenThereAreManyButNeverTheLast() {
        SavedStep old = steps.add(List.of(saved()), false);
        SavedStep large = steps.add(Collections.nCopies(SavedSteps.MOST_RECORDS + 1, saved()), false);
        assertThat(steps.take(old)).isFalse();
        assertThat(steps.takeLast()).contains(large);
    }

    @Test
    void aChangeIsTakenBackOnTheRowThatWasSaved() {
        Snapshot after = snapshot(ROW.with("city", Value.of("Ulm")));
        SavedRecord record =
                new SavedRecord(TABLE, Draft.of(snapshot(ROW)).with("city", Value.of("Ulm")), Optional.of(after));
        assertThat(record.reversal()).containsInstanceOf(Reversal.Change.class).hasValueSatisfying(back -> {
            assertThat(((Reversal.Change) back).from()).isEqualTo(after);
            assertThat(((Reversal.Change) back).back().changes()).isEqualTo(Row.of("city", Value.of("Bonn")));
        });
    }

    @Test
    void whatIsTooLargeToBeHeldCannotBeTakenBack() {
        Value large = new Value.Large(Value.Large.Kind.TEXT, 1L << 25, "a1");
        Snapshot before = snapshot(ROW.with("note", large));
        assertThat(new SavedRecord(TABLE, Draft.of(before).deleted(true), Optional.empty()).reversal())
                .isEmpty();
        assertThat(new SavedRecord(
                                TABLE,
                                Draft.of(before).with("note", Value.of("short")),
                                Optional.of(snapshot(ROW.with("note", Value.of("short")))))
                        .reversal())
                .isEmpty();
    }

    private static SavedRecord saved() {
        return new SavedRecord(TABLE, Draft.newRow(TABLE.id()), Optional.of(snapshot(ROW)));
    }

    private static Snapshot snapshot(Row row) {
        return new Snapshot(new RecordKey(TABLE.id(), row.only(List.of("id"))), row, Optional.empty(), Instant.EPOCH);
    }

    private static Column column(String name) {
        return new Column(name, "text", ValueKind.TEXT, 40, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
