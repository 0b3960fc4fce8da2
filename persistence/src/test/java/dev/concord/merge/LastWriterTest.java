package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWriterTest {
    private static final Value EARLIER = new Value.Moment(OffsetDateTime.parse("2026-11-22T14:02:00Z"));
    private static final Value LATER = new Value.Moment(OffsetDateTime.parse("2026-11-22T15:07:00+01:00"));
    private static final Instant LATER_AT = Instant.parse("2026-11-22T14:07:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updated_by",
                "UPDATED_BY",
                "updatedBy",
                "modified_by",
                "changed_by",
                "edited_by",
                "last_modified_by",
                "lastModifiedBy",
                "last_updated_by",
                "last-changed-by",
                "last_editor"
            })
    void aNameThatMovedSaysWho(String column) {
        assertThat(writer(column, Value.of("ben"), Value.of("ana")))
                .contains(new LastWriter(Optional.of("ana"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updated_at",
                "updatedAt",
                "modified_on",
                "changed_at",
                "last_modified",
                "LastUpdated",
                "last_update"
            })
    void aTimeThatMovedSaysWhen(String column) {
        assertThat(writer(column, EARLIER, LATER)).contains(new LastWriter(Optional.empty(), Optional.of(LATER_AT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_by", "approved_by", "by", "customer", "updated_by_batch", "editor"})
    void otherColumnsSayNothing(String column) {
        assertThat(writer(column, Value.of("ben"), Value.of("ana"))).isEmpty();
    }

    @Test
    void aNameThatStayedIsNotBelievedEvenBesideATimeThatMoved() {
        assertThat(writer("updated_by", "updated_at", Value.of("ana"), Value.of("ana")))
                .contains(new LastWriter(Optional.empty(), Optional.of(LATER_AT)));
    }

    @Test
    void anEditorIsTheWriterOnlyBesideATimeThatMoved() {
        assertThat(writer("editor", "updated_at", Value.of("ben"), Value.of("ana")))
                .contains(new LastWriter(Optional.of("ana"), Optional.of(LATER_AT)));
    }

    @Test
    void nobodyIsNamedByNullANumberOrATimeWithoutAZone() {
        Value zoneless = new Value.DateTime(LocalDateTime.parse("2026-11-22T14:02:00"));
        assertThat(writer("updated_by", Value.of("ben"), Value.ofNull())).isEmpty();
        assertThat(writer("updated_by", Value.of(3), Value.of(17))).isEmpty();
        assertThat(writer("updated_at", Value.ofNull(), zoneless)).isEmpty();
    }

    @Test
    void aColumnOnlyOneOfTheRowsHasSaysNothing() {
        Table table = Rows.table("id", "updated_by");
        assertThat(LastWriter.of(table, Row.EMPTY, Row.of("updated_by", Value.of("ana"))))
                .isEmpty();
    }

    private static Optional<LastWriter> writer(String column, Value before, Value after) {
        return LastWriter.of(Rows.table("id", column), Row.of(column, before), Row.of(column, after));
    }

    private static Optional<LastWriter> writer(String who, String when, Value before, Value after) {
        return LastWriter.of(
                Rows.table("id", who, when),
                Row.of(who, before).with(when, EARLIER),
                Row.of(who, after).with(when, LATER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "due_on", "birthday", "at", "updated", "last_seen", "update", "published_at"})
    void otherTimesThatMovedSayNothing(String column) {
        assertThat(writer(column, EARLIER, LATER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last_update",
                "last_change",
                "last_modification",
                "update_time",
                "modification_time",
                "updated_on",
                "saved_at",
                "last_saved",
                "last_edited_at",
                "last_changed_on"
            })
    void everyUsualNameOfATimeThatMovedSaysWhen(String column) {
        assertThat(writer(column, EARLIER, LATER)).contains(new LastWriter(Optional.empty(), Optional.of(LATER_AT)));
    }
}
