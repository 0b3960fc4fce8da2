package dev.concord.app.edit;

import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which record is open, and what the form has to say and to point at. FX thread only. */
final class FormStatus {
    private final Texts texts;
    private final ReadOnlyObjectWrapper<FormMessage> message =
            new ReadOnlyObjectWrapper<>(this, "message", FormMessage.NONE);
    private final ReadOnlyObjectWrapper<Optional<FieldModel>> focus =
            new ReadOnlyObjectWrapper<>(this, "focus", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OpenRecord>> open =
            new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());

    FormStatus(Texts texts) {
        this.texts = texts;
    }

    ReadOnlyObjectProperty<FormMessage> message() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FieldModel>> focus() {
        return focus.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<OpenRecord>> open() {
        return open.getReadOnlyProperty();
    }

    void opened(Optional<OpenRecord> record) {
        open.set(record);
        say(FormMessage.NONE);
    }

    /** Whether an answer for that record still finds it open. */
    boolean stillOpen(OpenRecord record) {
        return open.get().filter(now -> now.generation() == record.generation()).isPresent();
    }

    void say(FormMessage what) {
        message.set(what);
    }

    /** Says something about a record, and which one it is about when another is open by now. */
    void say(OpenRecord record, FormMessage what) {
        say(
                stillOpen(record)
                        ? what
                        : new FormMessage(
                                what.tone(),
                                texts.get(
                                        "edit.other-record", record.table().id().name(), what.sentence()),
                                what.detail()));
    }

    /** Points at a field, again if it was pointed at before. */
    void focusOn(FieldModel field) {
        focus.set(Optional.empty());
        focus.set(Optional.of(field));
    }
}
