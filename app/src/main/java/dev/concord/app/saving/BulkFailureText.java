package dev.concord.app.saving;

import dev.concord.app.control.OutcomeText;
import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.ReadOutcome;
import dev.concord.ui.text.Texts;

/** Why one of many records was not saved, in a sentence. Immutable, safe to share between threads. */
final class BulkFailureText {
    private final Texts texts;
    private final OutcomeText outcomes;

    BulkFailureText(Texts texts) {
        this.texts = texts;
        this.outcomes = new OutcomeText(texts);
    }

    SaveResult of(Outcome.Failure failure, Table table) {
        return new SaveResult.Failed(outcomes.of(failure, table));
    }

    /** The rows could not be read before anything was written. */
    SaveResult unread(ReadOutcome.Unreadable<?> why) {
        Reason reason =
                switch (why.why()) {
                    case CONNECTION_LOST -> Reason.CONNECTION_LOST;
                    case NOT_PERMITTED -> Reason.NOT_PERMITTED;
                    case LOCKED, NOT_CARRIED_OUT -> Reason.NOT_CARRIED_OUT;
                };
        return new SaveResult.Failed(outcomes.of(new Outcome.Refused(reason, why.detail())));
    }

    SaveResult gone() {
        return new SaveResult.Failed(texts.get("saving.failed.gone"));
    }

    SaveResult busy() {
        return new SaveResult.Failed(texts.get("saving.failed.busy"));
    }

    SaveResult unreadable() {
        return new SaveResult.Failed(texts.get("saving.failed.unreadable"));
    }
}
