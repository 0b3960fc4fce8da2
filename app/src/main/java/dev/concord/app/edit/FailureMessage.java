package dev.concord.app.edit;

import dev.concord.app.control.OutcomeText;
import dev.concord.app.control.ReadText;
import dev.concord.app.control.ViolationText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;

/** The form's message when nothing was written. Immutable. */
final class FailureMessage {
    private final Texts texts;
    private final OutcomeText outcomes;
    private final ViolationText violations;

    FailureMessage(Texts texts) {
        this.texts = texts;
        this.outcomes = new OutcomeText(texts);
        this.violations = new ViolationText(texts);
    }

    /**
     * Returns the message.
     *
     * @param rejected the key of the sentence around a violation: what was not done
     */
    FormMessage of(Outcome.Failure failure, Table table, String rejected) {
        return switch (failure) {
            case Outcome.Rejected broken -> of(broken.violations().getFirst(), table, rejected);
            case Outcome.Refused _, Outcome.TableChanged _ -> message(Tone.ERROR, failure, table);
            case Outcome.LockTimeout _, Outcome.Unconfirmed _ -> message(Tone.WARNING, failure, table);
        };
    }

    /** Returns the message about one violation. */
    FormMessage of(Violation violation, Table table, String rejected) {
        String sentence = texts.get(rejected, violations.sentence(violation, table));
        return new FormMessage(Tone.ERROR, sentence, violations.detail(violation));
    }

    /** Returns the message when the record could not be read. */
    static FormMessage unread(ReadOutcome.Unreadable<?> why, Texts texts) {
        return new FormMessage(Tone.WARNING, new ReadText(texts).of(why), "");
    }

    private FormMessage message(Tone tone, Outcome.Failure failure, Table table) {
        return new FormMessage(tone, outcomes.of(failure, table), outcomes.detail(failure));
    }
}
