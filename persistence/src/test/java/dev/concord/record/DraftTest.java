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
}
