package dev.concord.app.control;

import dev.concord.outcome.ReadOutcome;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** Why something could not be read, in one plain sentence. Immutable, safe to share between threads. */
public final class ReadText {
    private final Texts texts;

    public ReadText(Texts texts) {
        this.texts = texts;
    }

    /** Returns the reason with what the database says. */
    public String of(ReadOutcome.Unreadable<?> unreadable) {
        return texts.get(
                "read." + unreadable.why().name().toLowerCase(Locale.ROOT).replace('_', '-'), unreadable.detail());
    }
}
