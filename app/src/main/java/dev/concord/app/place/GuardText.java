package dev.concord.app.place;

import dev.concord.catalog.Table;
import dev.concord.catalog.Table.ReadOnlyReason;
import dev.concord.ui.text.Texts;
import dev.concord.version.Explanation;
import dev.concord.version.GuardProposal;
import dev.concord.version.LockingMode;
import dev.concord.version.TableGuard;
import java.util.Locale;

/** Texts that say how a table's writes are checked. */
public final class GuardText {
    private final Texts texts;

    public GuardText(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns one short sentence for the status line.
     *
     * @param openedReadOnly whether the user opened the whole database for reading only
     */
    public String of(TableGuard guard, boolean openedReadOnly) {
        Table table = guard.table();
        if (openedReadOnly
                && table.readOnlyReason()
                        .filter(ReadOnlyReason.NOT_PERMITTED::equals)
                        .isPresent()) {
            return texts.get("shell.guard.opened-read-only");
        }
        if (table.readOnlyReason().isPresent()) {
            String reason = table.readOnlyReason().get().name();
            return texts.get(
                    "shell.guard.read-only." + reason.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (guard.mode() == LockingMode.IGNORED) {
            return texts.get("shell.guard.ignored");
        }
        return guard.version()
                .map(step -> texts.get(
                        guard.byDigest() ? "shell.guard.both" : "shell.guard.column",
                        step.column().name()))
                .or(() -> guard.doubledBecause()
                        .map(why -> texts.get("shell.guard.digest-instead", texts.get("shell.weakness." + key(why)))))
                .orElseGet(() -> texts.get(table.whole() ? "shell.guard.digest" : "shell.guard.digest-readable"));
    }

    /** Adds that the database keeps another decision about a table than this user has made; the database's applies. */
    public String differing(String checked) {
        return texts.get("shell.guard.differs", checked);
    }

    /** Returns, in one sentence, that a column looks like a version and that somebody has to decide about it. */
    public String of(GuardProposal proposal) {
        return texts.get("shell.proposal", proposal.column().name(), facts(proposal));
    }

    /** Returns what each answer about a column that looks like a version means. */
    public String explained(GuardProposal proposal, String table) {
        String column = proposal.column().name();
        String words = texts.get("shell.version.words", column, table, facts(proposal));
        return proposal.soundAlone() ? words + "\n\n" + texts.get("shell.version.words.alone", column) : words;
    }

    private String facts(GuardProposal proposal) {
        Explanation found = proposal.explanation();
        String filledIn = found.defaultExpression()
                .map(expression -> texts.get("shell.proposal.default", expression))
                .orElseGet(() -> texts.get("shell.proposal.no-default"));
        return found.type() + ", " + filledIn;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
