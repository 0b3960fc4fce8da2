package dev.concord.app.edit;

import dev.concord.app.control.RecordTitles;
import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Table;
import dev.concord.catalog.Table.ReadOnlyReason;
import dev.concord.record.Draft;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which record is shown, its title and mode, the form's message, and the field to focus. FX thread only. */
final class FormStatus {
    private final RecordTitles titles;
    private final Texts texts;
    private final boolean openedReadOnly;
    private final ReadOnlyObjectWrapper<FormMessage> message =
            new ReadOnlyObjectWrapper<>(this, "message", FormMessage.NONE);
    private final ReadOnlyObjectWrapper<Optional<FieldModel>> focus =
            new ReadOnlyObjectWrapper<>(this, "focus", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OpenRecord>> open =
            new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Table>> table =
            new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
    private final ReadOnlyObjectWrapper<EditMode> mode = new ReadOnlyObjectWrapper<>(this, "mode", EditMode.NOTHING);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper readOnlyReason = new ReadOnlyStringWrapper(this, "readOnlyReason", "");

    /**
     * The state of an empty form.
     *
     * @param openedReadOnly whether the user opened the whole database for reading only
     */
    FormStatus(RecordTitles titles, boolean openedReadOnly) {
        this.titles = titles;
        this.texts = titles.texts();
        this.openedReadOnly = openedReadOnly;
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

    ReadOnlyObjectProperty<Optional<Table>> table() {
        return table.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EditMode> mode() {
        return mode.getReadOnlyProperty();
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyStringProperty readOnlyReason() {
        return readOnlyReason.getReadOnlyProperty();
    }

    void opened(OpenRecord record) {
        open.set(Optional.of(record));
        table.set(Optional.of(record.table()));
        readOnlyReason.set(record.table()
                .readOnlyReason()
                .map(reason -> openedReadOnly && reason == ReadOnlyReason.NOT_PERMITTED ? "OPENED" : reason.name())
                .map(reason -> reason.toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(reason -> texts.get("edit.read-only." + reason))
                .orElse(""));
        say(FormMessage.NONE);
    }

    void closed(Optional<Table> next) {
        open.set(Optional.empty());
        table.set(next);
        readOnlyReason.set("");
        title.set("");
        mode.set(EditMode.NOTHING);
        say(FormMessage.NONE);
    }

    /** Updates mode and title from the draft: a new record gets a key when it is saved, and a record can be renamed. */
    void describe(Draft draft) {
        open.get().ifPresent(record -> {
            mode.set(record.mode(draft));
            title.set(titles.of(record.table(), draft));
        });
    }

    /** Returns the record as it is open now, if the form still shows its edit; otherwise the record given. */
    OpenRecord latest(OpenRecord record) {
        return open.get().filter(now -> now.edit().equals(record.edit())).orElse(record);
    }

    /** Whether a record has been open without interruption since it was requested. */
    boolean stillOpen(OpenRecord record) {
        return open.get().filter(now -> now.generation() == record.generation()).isPresent();
    }

    /** Whether a record is open, still or again. */
    boolean shows(PendingEdit edit) {
        return open.get().filter(now -> now.edit().id().equals(edit.id())).isPresent();
    }

    void say(FormMessage what) {
        message.set(what);
    }

    /** Shows a message about a record; names the record when another one is shown. */
    void say(PendingEdit edit, FormMessage what) {
        say(
                shows(edit)
                        ? what
                        : new FormMessage(
                                what.tone(),
                                texts.get("edit.other-record", titles.of(edit.table(), edit.draft()), what.sentence()),
                                what.detail()));
    }

    /** Focuses a field, also when it was the last one focused. */
    void focusOn(FieldModel field) {
        focus.set(Optional.empty());
        focus.set(Optional.of(field));
    }
}
