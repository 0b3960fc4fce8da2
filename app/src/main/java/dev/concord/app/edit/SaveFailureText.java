package dev.concord.app.edit;

import dev.concord.app.control.OutcomeText;
import dev.concord.app.control.ViolationText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;

/** Why nothing was written, in one plain sentence that says what to do next. */
final class SaveFailureText {
    private final Texts texts;
    private final OutcomeText outcomes;
    private final ViolationText violations;

    SaveFailureText(Texts texts) {
        this.texts = texts;
        this.outcomes = new OutcomeText(texts);
        this.violations = new ViolationText(texts);
    }

    /**
     * Returns the sentence.
     *
     * @param rejected the message around a violation: what was not done
     */
    FormMessage of(Outcome.Failure failure, Table table, String rejected) {
        return switch (failure) {
            case Outcome.Refused refused -> new FormMessage(Tone.ERROR, outcomes.of(refused), refused.detail());
            case Outcome.LockTimeout locked -> new FormMessage(Tone.WARNING, outcomes.of(locked), "");
            case Outcome.TableChanged changed -> new FormMessage(Tone.ERROR, outcomes.of(changed), changed.detail());
            case Outcome.Unconfirmed unconfirmed ->
                new FormMessage(Tone.WARNING, outcomes.of(unconfirmed), unconfirmed.detail());
            case Outcome.Rejected broken -> of(broken.violations().getFirst(), table, rejected);
        };
    }

    FormMessage of(Violation violation, Table table, String rejected) {
        String sentence = texts.get(rejected, violations.sentence(violation, table));
        return new FormMessage(Tone.ERROR, sentence, violations.detail(violation));
    }
}
