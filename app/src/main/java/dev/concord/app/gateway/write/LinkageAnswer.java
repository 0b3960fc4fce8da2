package dev.concord.app.gateway.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.read.ToOneLinkage;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/**
 * Answers a change of a relationship to one. Where the row leads to what was asked for, there is only a new tag to tell; where a trigger of the
 * database let it lead elsewhere, the client is told where.
 *
 * @param written where a row leads
 * @param asked what the client asked for
 */
record LinkageAnswer(ToOneLinkage written, Linkage asked) implements RowAnswers {

    @Override
    public Answer saved(Snapshot now) {
        Optional<RecordKey> target = written.of(now);
        return target.equals(wanted())
                ? Answer.of(204).with("ETag", written.type().tags().etag(now))
                : written.answer(now, target);
    }

    @Override
    public Answer merged(Snapshot now, ObjectNode merged) {
        return saved(now).with("Preference-Applied", Preference.MERGE);
    }

    private Optional<RecordKey> wanted() {
        return asked instanceof Linkage.ToOne(ResourceIdentifier target, var _)
                ? target.id().flatMap(written.relationship().ids()::key)
                : Optional.empty();
    }
}
