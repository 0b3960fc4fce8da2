package dev.concord.app.edit;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Caption;
import dev.concord.app.control.Hint;
import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueEditors;
import dev.concord.app.control.ValueHint;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.reference.ColumnReferences;
import dev.concord.app.reference.ReferenceEditor;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceTarget;
import dev.concord.app.reference.ReferenceText;
import dev.concord.catalog.ValueKind;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.ZoneId;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One field: its name, a hint, whether it is changed, the editor, and its problem. */
final class FieldView {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final FieldModel field;
    private final ReferenceLinks links;
    private final Texts texts;
    private final ValueHint hints;
    private final ValueEditor editor;
    private final StringBinding problem;
    private InvalidationListener leads = change -> {};
    private final VBox root = new VBox();

    FieldView(FieldModel field, ReferenceLinks links, Texts texts, Runnable onLeave) {
        this.field = field;
        this.links = links;
        this.texts = texts;
        this.hints = new ValueHint(texts, Clock.system(ZoneId.systemDefault()));
        this.editor = field.reference()
                .<ValueEditor>map(reference -> new ReferenceEditor(reference, links, field.column(), texts))
                .orElseGet(() -> ValueEditors.forColumn(field.column(), texts));
        editor.editable().bind(field.lock().isEqualTo(FieldLock.NONE));
        editor.nullText().bind(field.nullText());
        editor.value().bindBidirectional(field.value());
        editor.unreadable().bindBidirectional(field.unreadable());
        this.problem = Bindings.createStringBinding(this::problemNow, field.problem(), editor.problem());
        root.getStyleClass().add("edit-field");
        root.visibleProperty().bind(field.shown());
        root.managedProperty().bind(field.shown());
        root.getChildren().setAll(heading(), editor.node(), news(), problem());
        field.reference()
                .filter(reference -> ColumnReferences.isNamedIn(
                        reference.key(), field.column().name()))
                .ifPresent(reference -> root.getChildren().add(missing(reference)));
        root.focusWithinProperty().subscribe((was, now) -> {
            if (!now) {
                onLeave.run();
            }
        });
        field.changed().subscribe(changed -> root.pseudoClassStateChanged(CHANGED, changed));
        problem.subscribe(problem -> {
            root.pseudoClassStateChanged(BAD, !problem.isEmpty());
            editor.focusTarget().pseudoClassStateChanged(Styles.STATE_DANGER, !problem.isEmpty());
            help();
        });
    }

    /** The name of its column. */
    String column() {
        return field.column().name();
    }

    Node root() {
        return root;
    }

    /** Whether a list that the field has open takes a key, which then means nothing else. */
    boolean takes(KeyEvent key) {
        return root.isFocusWithin() && editor.takes(key);
    }

    /** Whether it needs more than half of a wide form: for texts of several lines, and for pictures. */
    boolean isWide() {
        return editor.focusTarget() instanceof TextArea || field.column().kind() == ValueKind.BINARY;
    }

    void focus() {
        editor.focusTarget().requestFocus();
    }

    private Node heading() {
        Label name = new Label(Caption.of(field.column().name()));
        name.getStyleClass().add("edit-name");
        name.setLabelFor(editor.focusTarget());
        editor.focusTarget().setId("field-" + field.column().name());
        if (field.key()) {
            name.setGraphic(Icon.KEY.node());
        }
        String comment = field.column().comment();
        Hint.put(
                name, comment.isEmpty() ? field.column().name() : field.column().name() + ": " + comment);
        Label changed = new Label(texts.get("edit.changed"), Icon.CHANGED.node());
        changed.getStyleClass().add("edit-changed");
        changed.setMinWidth(Region.USE_PREF_SIZE);
        changed.visibleProperty().bind(field.changed());
        changed.managedProperty().bind(field.changed());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label hint = new Label();
        hint.getStyleClass().add("edit-hint");
        hint.setMinWidth(0);
        name.setMinWidth(Region.USE_PREF_SIZE);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> FieldHint.of(field, root.isFocusWithin(), hints, texts),
                        field.lock(),
                        field.value(),
                        field.unreadable(),
                        root.focusWithinProperty()));
        hint.textProperty().subscribe(this::help);
        HBox heading = new HBox(name, changed, gap, hint);
        heading.getStyleClass().add("edit-heading");
        heading.setAlignment(Pos.BASELINE_LEFT);
        return heading;
    }

    /** What a screen reader says about the field besides its name. */
    private void help() {
        String said = problem.get();
        editor.focusTarget().setAccessibleHelp(said.isEmpty() ? FieldHint.of(field, true, hints, texts) : said);
    }

    /** While a row is looked for by its name, that name is not held against the person. */
    private String problemNow() {
        boolean looking = field.reference().isPresent()
                && !field.unreadable().get().isEmpty()
                && editor.problem().get().isEmpty();
        return looking ? "" : field.problem().get();
    }

    private Node news() {
        Label news = new Label("", Icon.REFRESH.node());
        news.getStyleClass().add("edit-news");
        news.setWrapText(true);
        news.textProperty().bind(field.news());
        news.visibleProperty().bind(field.news().isNotEmpty());
        news.managedProperty().bind(news.visibleProperty());
        return news;
    }

    /** Says that the row referred to does not exist. */
    private Node missing(FieldReference reference) {
        Label missing = new Label("", Icon.WARNING.node());
        missing.getStyleClass().addAll("concord-error", "edit-problem", "edit-missing");
        missing.setWrapText(true);
        missing.visibleProperty().bind(missing.textProperty().isNotEmpty());
        missing.managedProperty().bind(missing.visibleProperty());
        leads = change -> missing.setText(reference
                .values()
                .get()
                .filter(values ->
                        links.names().target(values).stream().anyMatch(ReferenceTarget.Missing.class::isInstance))
                .map(new ReferenceText(texts)::missing)
                .orElse(""));
        reference.values().addListener(leads);
        // The names outlive the form's fields.
        links.names().changes().addListener(new WeakInvalidationListener(leads));
        leads.invalidated(reference.values());
        return missing;
    }

    private Node problem() {
        Label problem = new Label("", Icon.ERROR.node());
        problem.getStyleClass().addAll("concord-error", "edit-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(this.problem);
        problem.visibleProperty().bind(this.problem.isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        field.problemDetail().subscribe(Hint.on(problem)::say);
        return problem;
    }
}
