package dev.concord.app.conflict;

import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.ui.text.Texts;

/**
 * The user's decisions, and how they are shown. FX thread only.
 *
 * @param decisions what has been decided
 * @param findings problems of fields, and the sentence about the whole record
 * @param navigation which fields are shown, and the current one
 */
record ConflictState(Decisions decisions, Findings findings, FieldNavigation navigation) {

    /** Nothing is decided; the first field to decide is the current one. */
    static ConflictState of(RecordMerge merge, Texts texts) {
        Decisions decisions = new Decisions(Resolution.of(merge));
        Findings findings = new Findings(texts);
        return new ConflictState(decisions, findings, new FieldNavigation(decisions, findings));
    }
}
