package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final TableId CUSTOMER = new TableId("PUBLIC", "customer");

    private final Snapshot opened = snapshot("Ada", "London", 1);

    @Test
    void aNewDraftIsNotDirty() {
        assertThat(Draft.of(opened).dirty()).isFalse();
        assertThat(Draft.newRow(CUSTOMER).dirty()).isFalse();
    }

    @Test
    void aChangedValueIsSeenAndTheOthersAreTheBases() {
        Draft draft = Draft.of(opened).with("city", Value.of("Paris"));
        assertThat(draft.dirty()).isTrue();
        assertThat(draft.get("city")).isEqualTo(Value.of("Paris"));
        assertThat(draft.get("name")).isEqualTo(Value.of("Ada"));
        assertThat(draft.row().get("city")).isEqualTo(Value.of("Paris"));
    }

    @Test
    void typingTheOldValueBackIsNoChange() {
        Draft draft = Draft.of(opened).with("city", Value.of("Paris")).with("city", Value.of("London"));
        assertThat(draft.dirty()).isFalse();
    }

    @Test
    void emptyTextInPlaceOfNullIsAChange() {
        Snapshot withNull = snapshot("Ada", null, 1);
        assertThat(Draft.of(withNull).with("city", Value.of("")).dirty()).isTrue();
        assertThat(Draft.of(withNull).with("city", Value.ofNull()).dirty()).isFalse();
    }

    @Test
    void inANewRowEvenNullIsAChangeBecauseTheDefaultWouldApplyOtherwise() {
        assertThat(Draft.newRow(CUSTOMER).with("city", Value.ofNull()).dirty()).isTrue();
    }

    @Test
    void rebasingKeepsTheChangesAndDropsThoseTheNewBaseAlreadyHolds() {
        Draft draft = Draft.of(opened).with("city", Value.of("Paris")).with("name", Value.of("Eve"));
        Snapshot theirs = snapshot("Bob", "Paris", 2);

        Draft rebased = draft.rebase(theirs);

        assertThat(rebased.base()).contains(theirs);
        assertThat(rebased.changes()).isEqualTo(Row.of("name", Value.of("Eve")));
    }

    @Test
    void everyChangeIsANewDraft() {
        Draft first = Draft.of(opened).with("city", Value.of("Paris"));
        Draft second = first.without("city");
        assertThat(first.dirty()).isTrue();
        assertThat(second.dirty()).isFalse();
    }

    private static Snapshot snapshot(String name, @org.jspecify.annotations.Nullable String city, long version) {
        Row row = Row.of("id", Value.of(7))
                .with("name", Value.of(name))
                .with("city", city == null ? Value.ofNull() : Value.of(city))
                .with("version", Value.of(version));
        return new Snapshot(
                new RecordKey(CUSTOMER, Row.of("id", Value.of(7))),
                row,
                Optional.of(new VersionToken.OfColumn(Value.of(version))),
                Instant.EPOCH);
    }

    @Test
    void whatIsToBeAddedIsAddedToTheNewerNumber() {
        RecordKey key = new RecordKey(new TableId("", "t"), Row.of("id", Value.of(1)));
        Snapshot opened = new Snapshot(key, Row.of("stock", Value.of(40)), Optional.empty(), Instant.EPOCH);
        Snapshot newer = new Snapshot(key, Row.of("stock", Value.of(38)), Optional.empty(), Instant.EPOCH);
        Draft rebased = Draft.of(opened).adding("stock", Value.of(37)).rebase(newer);
        assertThat(rebased.get("stock")).isEqualTo(Value.of(35));
        assertThat(rebased.added()).containsExactly("stock");
    }

    @Test
    void aNumberThatBothSidesAddedToIsSetWhereTheNewerRowHasNone() {
        RecordKey key = new RecordKey(new TableId("", "t"), Row.of("id", Value.of(1)));
        Snapshot opened = new Snapshot(key, Row.of("stock", Value.of(40)), Optional.empty(), Instant.EPOCH);
        Snapshot emptied = new Snapshot(key, Row.of("stock", Value.ofNull()), Optional.empty(), Instant.EPOCH);
        Draft rebased = Draft.of(opened).adding("stock", Value.of(37)).rebase(emptied);
        assertThat(rebased.get("stock")).isEqualTo(Value.of(37));
        assertThat(rebased.added()).isEmpty();
        Draft fromNothing = Draft.of(emptied).adding("stock", Value.of(3)).rebase(opened);
        assertThat(fromNothing.get("stock")).isEqualTo(Value.of(3));
        assertThat(fromNothing.added()).isEmpty();
    }

    @Test
    void aQuantityThatIsSetOrTakenBackIsNotAddedAnyMore() {
        Draft adding = Draft.of(opened).adding("version", Value.of(5)).with("city", Value.of("Paris"));
        assertThat(adding.added()).containsExactly("version");
        assertThat(adding.with("version", Value.of(9)).added()).isEmpty();
        assertThat(adding.without("version").added()).isEmpty();
        assertThat(adding.without("city").added()).containsExactly("version");
        assertThat(adding.adding("version", Value.of(1)).added()).isEmpty();
        assertThat(adding.adding("version", Value.of(1)).changes().has("version"))
                .isFalse();
    }

    @Test
    void nullInAColumnThatTheRowDidNotHaveIsAChange() {
        assertThat(Draft.of(opened).with("fax", Value.ofNull()).changes()).isEqualTo(Row.of("fax", Value.ofNull()));
    }

    @Test
    void aNewRowHasItsTableAndOnlyWhatWasSet() {
        Draft draft = Draft.newRow(CUSTOMER).with("name", Value.of("Eve"));
        assertThat(draft.table()).isEqualTo(CUSTOMER);
        assertThat(draft.base()).isEmpty();
        assertThat(draft.row()).isEqualTo(Row.of("name", Value.of("Eve")));
        assertThat(draft.get("city")).isEqualTo(Value.ofNull());
        assertThat(Draft.of(opened).table()).isEqualTo(CUSTOMER);
    }

    @Test
    void aSnapshotWithoutItsWriterIsOtherwiseTheSame() {
        Snapshot written = new Snapshot(
                opened.key(), opened.row(), opened.token(), opened.readAt(), Optional.of(Value.of("4711")));
        assertThat(written.withoutWriter()).isEqualTo(opened);
        assertThat(opened.writer()).isEmpty();
    }
}
