package dev.concord.app.edit;

import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.store.Outcome;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** Why nothing was written, in one plain sentence that says what to do next. */
final class FailureText {
    private final Texts texts;

    FailureText(Texts texts) {
        this.texts = texts;
    }

    FormMessage of(Outcome.Refused refused) {
        String reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FormMessage(Tone.ERROR, texts.get("edit.refused." + reason), refused.detail());
    }

    FormMessage of(Outcome.LockTimeout locked) {
        return new FormMessage(
                Tone.WARNING, texts.get("edit.locked", locked.key().label()), "");
    }

    FormMessage of(Outcome.TableChanged changed) {
        return new FormMessage(Tone.ERROR, texts.get("edit.table-changed"), changed.detail());
    }

    FormMessage of(Outcome.Unconfirmed unconfirmed) {
        return new FormMessage(Tone.WARNING, texts.get("edit.unconfirmed"), unconfirmed.detail());
    }
}
