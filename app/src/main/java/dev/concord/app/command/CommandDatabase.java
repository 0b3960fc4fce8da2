package dev.concord.app.command;

import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.OpenOutcome.Failed;
import dev.concord.database.OpenOutcome.Reason;
import dev.concord.database.Secret;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** Opens a database for a command, asking for the password only when the database wants one. */
final class CommandDatabase {
    private final Terminal terminal;
    private final Texts texts;

    CommandDatabase(Terminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
    }

    /** What became of it. */
    sealed interface Answer {}

    /** It is open; close it when done. */
    record Connected(DatabaseSettings settings, Database database) implements Answer {}

    /** It is not; the sentence says why. */
    record Refused(String sentence) implements Answer {}

    Answer open(DatabaseSettings settings) {
        return switch (DatabaseOpener.open(settings)) {
            case OpenOutcome.Opened opened -> new Connected(settings, opened.database());
            case Failed failed -> {
                boolean needed = failed.reason() == Reason.WRONG_CREDENTIALS
                        && settings.password().reveal().isEmpty();
                Optional<Secret> typed =
                        needed ? terminal.askPassword().apply(prompt(failed.subject())) : Optional.empty();
                boolean nobodyAsked = needed && typed.isEmpty();
                yield typed.filter(password -> !password.reveal().isEmpty())
                        .map(password -> open(new DatabaseSettings(
                                settings.address(), settings.user(), password, settings.readOnly())))
                        .orElseGet(() -> new Refused(nobodyAsked ? unasked(failed.subject()) : sentence(failed)));
            }
        };
    }

    private String prompt(String user) {
        return user.isEmpty() ? texts.get("command.password.nobody") : texts.get("command.password", user);
    }

    private String unasked(String user) {
        return user.isEmpty()
                ? texts.get("command.failed.wrong-credentials.nobody")
                : texts.get("command.failed.wrong-credentials.unasked", user);
    }

    private String sentence(Failed failed) {
        if (failed.reason() == Reason.WRONG_CREDENTIALS && failed.subject().isEmpty()) {
            return texts.get("command.failed.wrong-credentials.nobody");
        }
        String key = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.get("command.failed." + key, failed.subject(), Sentence.of(failed.detail()));
    }
}
