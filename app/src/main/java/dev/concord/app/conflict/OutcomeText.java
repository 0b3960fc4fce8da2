package dev.concord.app.conflict;

import dev.concord.store.Outcome;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** What the database answered, in one plain sentence. Immutable, safe to share between threads. */
final class OutcomeText {
    private final Texts texts;

    OutcomeText(Texts texts) {
        this.texts = texts;
    }

    /** Why a write was not carried out. */
    String of(Outcome.Refused refused) {
        return texts.get("conflict.refused."
                + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Somebody else holds the row. */
    String of(Outcome.LockTimeout locked) {
        return texts.get("conflict.locked", locked.key().label());
    }

    /** The columns are no longer those the draft was made with. */
    String of(Outcome.TableChanged changed) {
        return texts.get("conflict.table-changed", changed.detail());
    }

    /** The connection died during the commit. */
    String of(Outcome.Unconfirmed unconfirmed) {
        return texts.get("conflict.unconfirmed", unconfirmed.detail());
    }
}
