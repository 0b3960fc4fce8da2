package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One change of one row: what the client knows of the row is compared, then what it wants to write is read, then the row is written under
 * the guard of what was compared. A conflict is merged if the client asks for that and nobody has to decide.
 *
 * @param answers what is answered when it was carried out
 * @param preconditions what the client says about the row
 * @param base {@code meta.base}, or not present
 * @param merge whether the client prefers a merge
 * @param part where the request has the resource object
 * @param reading reads what is to be written to a row
 */
record RowUpdate(
        WriteContext context,
        ResourceType type,
        Addresses addresses,
        RowAnswers answers,
        Preconditions preconditions,
        BodyPart base,
        boolean merge,
        JsonPointer part,
        Reading reading) {

    /** Reads what a request wants to write to a row. */
    @FunctionalInterface
    interface Reading {
        InputValues of(Snapshot row);
    }

    /** A row that changes more often than this during one request is left for the client to try again. */
    private static final int MOST_MERGES = 5;

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    /** Writes to a row. */
    Answer write(Snapshot now) {
        return switch (preconditions.of(type, now)) {
            case Preconditions.Verdict.Missing _ -> Answers.error(Preconditions.missing(type));
            case Preconditions.Verdict.TagMissed _ ->
                conflicting(now, error -> error.atHeader(Preconditions.IF_MATCH), PRECONDITION_FAILED);
            case Preconditions.Verdict.TagMet _ -> Answers.error(Preconditions.met());
            case Preconditions.Verdict.AttributeFailed _ ->
                conflicting(now, error -> error.at(checksumPlace()), CONFLICT);
            case Preconditions.Verdict.Proved _ ->
                written(now, values -> context.store().save(draft(now, values)));
            case Preconditions.Verdict.Unguarded _ ->
                written(now, values -> context.store().updateIf(now.key(), Optional.empty(), values));
        };
    }

    private Answer written(Snapshot now, Function<Row, SaveOutcome> save) {
        InputValues values = reading.of(now);
        return values.valid() ? answer(values, save.apply(values.row())) : Answers.errors(values.errors());
    }

    private Answer answer(InputValues values, SaveOutcome outcome) {
        return switch (outcome) {
            case Outcome.Saved(Snapshot saved) -> answers.saved(saved);
            case Outcome.Stale(Snapshot theirs) -> conflicting(theirs, error -> error, CONFLICT);
            case Outcome.Gone _ -> Answers.error(WriteContext.missing());
            case Outcome.Failure why -> failed(values.places(), why);
        };
    }

    private Answer failed(Map<String, JsonPointer> places, Outcome.Failure why) {
        List<ApiError> errors = new FailureErrors(type, part, places).of(why);
        if (why instanceof Outcome.Unconfirmed(Optional<Snapshot> present, String _) && present.isPresent()) {
            RowConflict asItIs = RowConflict.withoutBase(type, known(), present.get());
            return Answers.error(errors.getFirst().with(asItIs.meta(addresses)));
        }
        return Answers.errors(errors);
    }

    /** Merges if the client prefers that, and answers with the conflict otherwise. */
    private Answer conflicting(Snapshot now, Function<ApiError, ApiError> source, int status) {
        RowConflict conflict = conflict(now);
        for (int i = 0; merge && i < MOST_MERGES; i++) {
            Optional<RecordMerge> merged = conflict.merge().filter(RecordMerge::automatic);
            if (merged.isEmpty()) {
                break;
            }
            SaveOutcome outcome =
                    context.saveMerged(merged.get().mine(), merged.get().merged());
            if (outcome instanceof Outcome.Stale(Snapshot newer)) {
                conflict = conflict(newer);
            } else {
                return answer(conflict, merged.get(), outcome);
            }
        }
        return Answers.error(source.apply(conflict.error(status, addresses)))
                .with("ETag", type.tags().etag(conflict.now()));
    }

    private Answer answer(RowConflict conflict, RecordMerge merged, SaveOutcome outcome) {
        if (outcome instanceof Outcome.Saved(Snapshot saved)) {
            return answers.merged(saved, conflict.summary(merged));
        }
        return answer(reading.of(merged.theirs()), outcome);
    }

    private RowConflict conflict(Snapshot theirs) {
        Optional<Snapshot> before = ClientBase.of(type, base, known(), theirs);
        return new RowConflict(type, known(), theirs, before, before.flatMap(known -> merge(known, theirs)));
    }

    private Optional<RecordMerge> merge(Snapshot before, Snapshot theirs) {
        InputValues values = reading.of(before);
        return values.valid()
                ? Optional.of(context.merge(type, draft(before, values.row()), theirs))
                : Optional.empty();
    }

    private Set<String> known() {
        return preconditions.known();
    }

    private static Draft draft(Snapshot base, Row values) {
        Draft draft = Draft.of(base);
        for (Map.Entry<String, Value> value : values.values().entrySet()) {
            draft = draft.with(value.getKey(), value.getValue());
        }
        return draft;
    }

    private JsonPointer checksumPlace() {
        return part.appendProperty("attributes").appendProperty(type.checksum());
    }
}
