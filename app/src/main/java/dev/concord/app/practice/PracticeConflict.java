package dev.concord.app.practice;

import dev.concord.app.edit.FieldModel;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.Notice;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Plays a colleague against the record being edited, so that a conflict can be seen before it happens in earnest. Only
 * for the sample database.
 */
public final class PracticeConflict {
    private static final String TABLE = "customer";
    private static final String KEY = "1017";

    private final WorkspaceModel workspace;
    private final Work work;
    private final Texts texts;

    public PracticeConflict(WorkspaceModel workspace, Work work, Texts texts) {
        this.workspace = workspace;
        this.work = work;
        this.texts = texts;
    }

    /** Starts: with the record in the form if it has edits, else with a customer and an edit made for the user. */
    public void start() {
        Optional<RecordKey> open = workspace.openKey();
        if (open.isPresent() && workspace.edit().dirty().get()) {
            play(open.get());
        } else {
            workspace.byName().open(TABLE, KEY, this::editAndPlay);
        }
    }

    private void editAndPlay(RecordKey key) {
        workspace.edit().fields().forEach(PracticeConflict::edit);
        play(key);
    }

    /** What a clerk on the telephone with this customer would type. */
    private static void edit(FieldModel field) {
        switch (field.column().name()) {
            case "phone" -> field.value().set(Value.of("+48 12 555 01 70"));
            case "credit_limit" -> field.value().set(Value.of(8000));
            default -> {}
        }
    }

    private void play(RecordKey key) {
        Optional<Table> table = workspace.rows().table().get();
        Optional<Draft> mine = workspace.edit().draft().get();
        if (table.isPresent() && mine.isPresent()) {
            Colleague colleague = new Colleague(
                    workspace.store(),
                    table.get(),
                    workspace.policies().of(table.get().id()).versionColumns());
            // After the form has looked at the record once: what the colleague does is for the save to find.
            workspace
                    .edit()
                    .afterFirstLook(() -> work.write(
                            texts.get("shell.job.colleague"), () -> colleague.change(key, mine.get()), this::tell));
        }
    }

    private void tell(List<String> changed) {
        workspace.say(new Notice(
                changed.isEmpty()
                        ? texts.get("shell.colleague.nothing")
                        : texts.get("shell.colleague.changed", String.join(", ", changed))));
    }
}
