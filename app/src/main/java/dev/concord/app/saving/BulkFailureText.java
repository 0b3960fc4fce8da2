package dev.concord.app.saving;

import dev.concord.app.control.Caption;
import dev.concord.app.control.OutcomeText;
import dev.concord.app.control.ViolationText;
import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;
import java.util.stream.Collectors;

/** Why one of many records was not saved, in a sentence. Immutable, safe to share between threads. */
final class BulkFailureText {
    private final Texts texts;
    private final OutcomeText outcomes;
    private final ViolationText violations;

    BulkFailureText(Texts texts) {
        this.texts = texts;
        this.outcomes = new OutcomeText(texts);
        this.violations = new ViolationText(texts);
    }

    SaveResult of(Outcome.Failure failure, Table table) {
        return new SaveResult.Failed(
                switch (failure) {
                    case Outcome.Refused refused -> outcomes.of(refused);
                    case Outcome.Rejected rejected ->
                        rejected.violations().stream()
                                .map(violation -> sentence(violation, table))
                                .collect(Collectors.joining(" "));
                    case Outcome.LockTimeout locked -> outcomes.of(locked);
                    case Outcome.TableChanged changed -> outcomes.of(changed);
                    case Outcome.Unconfirmed unconfirmed -> outcomes.of(unconfirmed);
                });
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

    SaveResult newRecord() {
        return new SaveResult.Failed(texts.get("saving.failed.new"));
    }

    private String sentence(Violation violation, Table table) {
        String sentence = violations.sentence(violation, table);
        return violation.columns().isEmpty()
                ? sentence
                : texts.get(
                        "saving.failed.at",
                        violation.columns().stream().map(Caption::of).collect(Collectors.joining(", ")),
                        sentence);
    }
}
