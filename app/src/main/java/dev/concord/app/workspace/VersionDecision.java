package dev.concord.app.workspace;

import dev.concord.catalog.Table;
import dev.concord.version.Guard;
import dev.concord.version.GuardProposal;

/**
 * Asks whether saves move a column that looks like a version, before a table is written for the first time: other programs may
 * rely on it, or it may mean something else. FX thread only.
 */
final class VersionDecision {
    private final OpenStore open;
    private final WorkspaceOwner owner;
    private final Prompt prompt;

    VersionDecision(OpenStore open, WorkspaceOwner owner, Prompt prompt) {
        this.open = open;
        this.owner = owner;
        this.prompt = prompt;
    }

    /**
     * Asks, unless it is decided.
     *
     * @param then run once it is decided; not run when the user puts the decision off
     */
    void make(Table table, Runnable then) {
        open.policies().undecided(table).ifPresentOrElse(proposal -> prompt.ask(question(table, proposal, then)), then);
    }

    private Question question(Table table, GuardProposal proposal, Runnable then) {
        return new Question.Version(
                table.id().name(),
                proposal,
                () -> decide(table, proposal.guard(), then),
                () -> decide(table, open.policies().of(table.id()).guard(), then),
                () -> decide(table, proposal.guardAlone(), then));
    }

    private void decide(Table table, Guard guard, Runnable then) {
        owner.confirmed(open.policies().withGuard(table.id(), guard), open.merging());
        then.run();
    }
}
