package dev.concord.app.control;

import dev.concord.store.Outcome;
import dev.concord.store.Violation;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** What the database answered, in one plain sentence. Immutable, safe to share between threads. */
public final class OutcomeText {
    private final Texts texts;

    public OutcomeText(Texts texts) {
        this.texts = texts;
    }

    /** Why the database does not accept a value. */
    public String of(Violation violation) {
        String subject = violation.constraint().isEmpty() ? violation.detail() : violation.constraint();
        return texts.get("violation." + word(violation.kind()), subject, violation.detail());
    }

    /** Why a write was not carried out. */
    public String of(Outcome.Refused refused) {
        return texts.get("refused." + word(refused.reason()), refused.detail());
    }

    /** Somebody else holds the row. */
    public String of(Outcome.LockTimeout locked) {
        return texts.get("outcome.locked", locked.key().label());
    }

    /** The columns are no longer those the draft was made with. */
    public String of(Outcome.TableChanged changed) {
        return texts.get("outcome.table-changed", changed.detail());
    }

    /** The connection died during the commit. */
    public String of(Outcome.Unconfirmed unconfirmed) {
        return texts.get("outcome.unconfirmed", unconfirmed.detail());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
