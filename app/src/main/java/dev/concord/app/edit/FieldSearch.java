package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.app.control.NameMatch;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * Finds fields of the form by a part of their name, caption or comment, empty ones that are hidden as well; while words are typed, the
 * others are not shown. It ends by itself when a field that is not shown gets a problem or is to get the keyboard focus, and when another
 * table is shown. FX thread only.
 */
public final class FieldSearch {
    private final ObservableList<FieldModel> fields;
    private final EmptyFields empty;
    private final Texts texts;
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private Subscription problems = Subscription.EMPTY;

    FieldSearch(Form form, FormStatus status, EmptyFields empty, Texts texts) {
        this.fields = form.fields();
        this.empty = empty;
        this.texts = texts;
        words.subscribe(typed -> find());
        fields.addListener((ListChangeListener<FieldModel>) change -> {
            watch();
            find();
        });
        empty.hidden().subscribe((before, now) -> find());
        status.focus().subscribe(field -> field.ifPresent(this::reveal));
        status.table().map(table -> table.map(Table::id)).subscribe((before, now) -> end());
    }

    private void watch() {
        problems.unsubscribe();
        problems = fields.stream()
                .map(field -> field.problem().subscribe(problem -> {
                    if (!problem.isEmpty()) {
                        reveal(field);
                    }
                }))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    private void find() {
        NameMatch match = NameMatch.of(words.get());
        int found = 0;
        for (FieldModel field : fields) {
            boolean meant = matches(match, field.column());
            field.shown(match.isEmpty() ? !empty.hidden().get().contains(field) : meant);
            found += meant ? 1 : 0;
        }
        result.set(match.isEmpty() ? "" : texts.get("edit.find.result", found, fields.size()));
    }

    private static boolean matches(NameMatch match, Column column) {
        return match.matches(column.name(), Caption.of(column.name()), column.comment());
    }

    /** Begins to look for a field. */
    public void begin() {
        open.set(true);
    }

    /** Ends the search; all fields are shown again. */
    public void end() {
        open.set(false);
        words.set("");
    }

    private void reveal(FieldModel field) {
        if (!field.shown().get()) {
            empty.reveal(field);
            end();
        }
    }

    /** Whether a field is being looked for. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** What is looked for: words that are all in a field's name, caption or comment. */
    public StringProperty words() {
        return words;
    }

    /** How many fields were found, in a few words; empty when nothing is looked for. */
    public ReadOnlyStringProperty result() {
        return result.getReadOnlyProperty();
    }

    /** The first of the fields found, in the order of the form. */
    Optional<FieldModel> first() {
        return fields.stream().filter(field -> field.shown().get()).findFirst();
    }
}
