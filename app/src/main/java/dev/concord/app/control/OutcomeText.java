package dev.concord.app.control;

import dev.concord.outcome.Outcome;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** What the database answered, in one plain sentence. Immutable, safe to share between threads. */
public final class OutcomeText {
    private final Texts texts;

    public OutcomeText(Texts texts) {
        this.texts = texts;
    }

    /** Why a write was not carried out. */
    public String of(Outcome.Refused refused) {
        return texts.get(
                "outcome.refused."
                        + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                refused.detail());
    }

    /** Somebody else holds the row. */
    public String of(Outcome.LockTimeout locked) {
        return texts.get("outcome.locked");
    }

    /** The columns are no longer those the draft was made with. */
    public String of(Outcome.TableChanged changed) {
        return texts.get("outcome.table-changed");
    }

    /** The connection died during the commit. */
    public String of(Outcome.Unconfirmed unconfirmed) {
        return texts.get("outcome.unconfirmed");
    }
}
