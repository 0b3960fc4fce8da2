package dev.concord.app.workspace;

import dev.concord.agreement.AgreementOutcome;
import dev.concord.agreement.GuardAgreement;
import dev.concord.app.place.OpenStore;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import dev.concord.version.GuardProposal;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Asks whether saves move a column that looks like a version, before a table is written for the first time: other programs may
 * rely on it, or it may mean something else. FX thread only.
 */
final class VersionDecision {
    private final OpenStore open;
    private final WorkspaceOwner owner;
    private final Prompt prompt;
    private final Work work;
    private final Texts texts;

    VersionDecision(WorkspaceServices services, WorkspaceOwner owner, Prompt prompt) {
        this.open = services.open();
        this.work = services.work();
        this.texts = services.texts();
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
        BooleanProperty everybody = new SimpleBooleanProperty();
        Consumer<Guard> decided = guard -> decide(table, guard, everybody.get(), then);
        return new Question.Version(
                table.id().name(),
                proposal,
                everybody,
                () -> decided.accept(proposal.guard()),
                () -> decided.accept(open.policies().of(table.id()).guard()),
                () -> decided.accept(proposal.guardAlone()));
    }

    private void decide(Table table, Guard guard, boolean everybody, Runnable then) {
        owner.confirmed(open.policies().withGuard(table.id(), guard), open.merging());
        if (everybody) {
            agree(table, guard);
        }
        then.run();
    }

    /** Keeps the decision in the database, where everybody who uses it will find it. */
    private void agree(Table table, Guard guard) {
        work.write(
                texts.get("shell.version.job", table.id().name()),
                () -> open.agreement().agree(table.id(), guard),
                outcome -> prompt.say(new Notice(words(table, outcome))));
    }

    private String words(Table table, AgreementOutcome outcome) {
        String name = table.id().name();
        return switch (outcome) {
            case AgreementOutcome.Agreed _ -> texts.get("shell.version.agreed", name, GuardAgreement.TABLE);
            case AgreementOutcome.Differs _ -> texts.get("shell.version.differs", name, GuardAgreement.TABLE);
            case AgreementOutcome.NotPermitted(String detail) -> texts.get("shell.version.not-agreed", name, detail);
        };
    }
}
