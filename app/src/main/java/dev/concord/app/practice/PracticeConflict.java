package dev.concord.app.practice;

import dev.concord.app.edit.EditModel;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.place.Navigation;
import dev.concord.app.place.OpenStore;
import dev.concord.app.question.Notice;
import dev.concord.app.task.Work;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Simulates a colleague who changes the record being edited, so that the user can practise resolving a conflict. Only
 * for the sample database.
 */
public final class PracticeConflict {
    private static final String TABLE = "customer";
    private static final String KEY = "1017";

    private final OpenStore database;
    private final EditModel edit;
    private final Navigation navigation;
    private final Consumer<Notice> say;
    private final Work work;
    private final Texts texts;

    /**
     * @param edit the form of the record edited
     * @param navigation opens a record where none is being edited
     * @param say shows what the colleague has changed
     */
    public PracticeConflict(
            OpenStore database, EditModel edit, Navigation navigation, Consumer<Notice> say, Work work, Texts texts) {
        this.database = database;
        this.edit = edit;
        this.navigation = navigation;
        this.say = say;
        this.work = work;
        this.texts = texts;
    }

    /** Starts with the record in the form if it has edits, otherwise with a customer and an edit made for the user. */
    public void start() {
        Optional<PendingEdit> edited =
                edit.shown().filter(shown -> shown.dirty() && shown.key().isPresent());
        if (edited.isPresent()) {
            play(edited.get());
        } else {
            navigation.open(TABLE, KEY, this::editAndPlay);
        }
    }

    private void editAndPlay(RecordKey opened) {
        edit.fields().forEach(PracticeConflict::edit);
        edit.shown().ifPresent(this::play);
    }

    /** Edits a field as a clerk on the telephone with this customer would. */
    private static void edit(FieldModel field) {
        switch (field.column().name()) {
            case "phone" -> field.value().set(Value.of("+48 12 555 01 70"));
            case "credit_limit" -> field.value().set(Value.of(8000));
            default -> {}
        }
    }

    private void play(PendingEdit mine) {
        Colleague colleague = new Colleague(
                database.store(),
                mine.table(),
                database.policies().of(mine.table().id()).versionColumns());
        Draft edited = mine.draft();
        // After the form has checked the record once, so that the save detects the colleague's change, not the form.
        mine.key()
                .ifPresent(key -> edit.afterFirstLook(() ->
                        work.write(texts.get("shell.job.colleague"), () -> colleague.change(key, edited), this::tell)));
    }

    private void tell(List<String> changed) {
        say.accept(new Notice(
                changed.isEmpty()
                        ? texts.get("shell.colleague.nothing")
                        : texts.get("shell.colleague.changed", String.join(", ", changed))));
    }
}
