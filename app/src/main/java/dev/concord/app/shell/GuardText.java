package dev.concord.app.shell;

import dev.concord.catalog.Table;
import dev.concord.catalog.Table.ReadOnlyReason;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import dev.concord.version.GuardProposal;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.util.Locale;

/** How a table's writes are checked, in words for people. */
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
    String of(Table table, TablePolicy policy, boolean openedReadOnly) {
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
        if (policy.mode() == LockingMode.IGNORED) {
            return texts.get("shell.guard.ignored");
        }
        return switch (policy.guard()) {
            case Guard.ByColumn byColumn -> texts.get("shell.guard.column", byColumn.column());
            case Guard.ByDigest byDigest -> texts.get("shell.guard.digest");
            case Guard.ByBoth both ->
                texts.get("shell.guard.both", both.column().column());
        };
    }

    /** Returns what was found and why it looks like a version column. */
    String of(GuardProposal proposal) {
        return texts.get(
                "shell.proposal",
                proposal.column().name(),
                proposal.column().typeName(),
                proposal.column().defaultExpression().orElse(texts.get("shell.proposal.no-default")));
    }
}
