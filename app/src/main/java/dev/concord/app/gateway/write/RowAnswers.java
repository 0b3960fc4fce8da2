package dev.concord.app.gateway.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.http.Answer;
import dev.concord.record.Snapshot;

/** Answers to a change of a row that was carried out. */
interface RowAnswers {

    /**
     * Returns the answer to a change.
     *
     * @param now the row as it is since
     */
    Answer saved(Snapshot now);

    /**
     * Returns the answer to a change that was merged with somebody else's.
     *
     * @param now the row as it is since
     * @param merged what was merged
     */
    Answer merged(Snapshot now, ObjectNode merged);
}
