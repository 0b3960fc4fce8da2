package dev.concord.app.workspace;

import dev.concord.catalog.Table;
import dev.concord.catalog.Table.ReadOnlyReason;
import dev.concord.ui.text.Texts;
import dev.concord.version.Explanation;
import dev.concord.version.GuardProposal;
import dev.concord.version.LockingMode;
import dev.concord.version.TableGuard;
import java.util.Locale;

/** Texts that say how a table's writes are checked. */
final class GuardText {
    private final Texts texts;

    GuardText(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns one short sentence for the status line.
     *
     * @param openedReadOnly whether the user opened the whole database for reading only
     */
    String of(TableGuard guard, boolean openedReadOnly) {
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
        if (!guard.hiddenColumns().isEmpty()) {
            return texts.get("shell.guard.row-version");
        }
        return guard.version()
                .map(step -> texts.get(
                        guard.byDigest() ? "shell.guard.both" : "shell.guard.column",
                        step.column().name()))
                .or(() -> guard.doubledBecause()
                        .map(why -> texts.get("shell.guard.digest-instead", texts.get("shell.weakness." + key(why)))))
                .orElseGet(() -> texts.get(table.whole() ? "shell.guard.digest" : "shell.guard.digest-readable"));
    }

    /** Returns what was found, why it looks like a version column, and why the checksum stays with it. */
    String of(GuardProposal proposal) {
        Explanation found = proposal.explanation();
        String fact = found.nullable() ? texts.get("shell.proposal.nullable") : texts.get("shell.proposal.not-null");
        String filledIn = found.defaultExpression()
                .map(expression -> texts.get("shell.proposal.default", expression))
                .orElseGet(() -> texts.get("shell.proposal.no-default"));
        String sentence = texts.get(
                "shell.proposal." + key(found.sign()), found.column(), String.join(", ", found.type(), fact, filledIn));
        return found.notAlone()
                .map(why ->
                        sentence + " " + texts.get("shell.proposal.doubled", texts.get("shell.weakness." + key(why))))
                .orElse(sentence);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
