package dev.concord.app.workspace;

import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.place.RecordPane;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.saving.ChangesModel;
import java.util.Optional;

/** Shows the page of all that is not saved, and does what is asked for there. FX thread only. */
final class ChangesPage implements ChangesModel.Listener {
    private final WorkspaceServices services;
    private final PendingEdits pending;
    private final RecordPane pane;
    private final Prompt prompt;
    private final Runnable save;
    private Optional<QuestionQueue.Asked> asked = Optional.empty();

    /** @param save saves everything */
    ChangesPage(WorkspaceServices services, PendingEdits pending, RecordPane pane, Prompt prompt, Runnable save) {
        this.services = services;
        this.pending = pending;
        this.pane = pane;
        this.prompt = prompt;
        this.save = save;
    }

    void show() {
        if (pending.unsaved().isEmpty() || prompt.isAsking()) {
            return;
        }
        asked = Optional.of(prompt.ask(new Question.Changes(new ChangesModel(
                pending, services.open().store(), services.titles()::of, services.work(), services.texts(), this))));
    }

    @Override
    public void closed() {
        asked.ifPresent(QuestionQueue.Asked::answered);
        asked = Optional.empty();
    }

    @Override
    public void open(PendingEdit edit) {
        closed();
        pane.open(edit);
    }

    @Override
    public void save() {
        closed();
        save.run();
    }
}
