package dev.concord.app.edit;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Caption;
import dev.concord.app.control.Hint;
import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueEditors;
import dev.concord.app.control.ValueHint;
import dev.concord.app.pending.FieldLock;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One field: its name, a hint, whether it is changed, the editor, and its problem. */
final class FieldView {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final FieldModel field;
    private final Texts texts;
    private final ValueHint hints;
    private final ValueEditor editor;
    private final VBox root = new VBox();

    FieldView(FieldModel field, Texts texts, Runnable onLeave) {
        this.field = field;
        this.texts = texts;
        this.hints = new ValueHint(texts, Clock.systemDefaultZone());
        this.editor = ValueEditors.forColumn(field.column(), texts);
        editor.editable().bind(field.lock().isEqualTo(FieldLock.NONE));
        editor.nullText().bind(field.nullText());
        editor.value().bindBidirectional(field.value());
        editor.unreadable().bindBidirectional(field.unreadable());
        root.getStyleClass().add("edit-field");
        root.getChildren().setAll(heading(), editor.node(), news(), problem());
        root.focusWithinProperty().subscribe((was, now) -> {
            if (!now) {
                onLeave.run();
            }
        });
        field.changed().subscribe(changed -> root.pseudoClassStateChanged(CHANGED, changed));
        field.problem().subscribe(problem -> {
            root.pseudoClassStateChanged(BAD, !problem.isEmpty());
            editor.focusTarget().pseudoClassStateChanged(Styles.STATE_DANGER, !problem.isEmpty());
            help();
        });
    }

    Node root() {
        return root;
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
        String problem = field.problem().get();
        editor.focusTarget().setAccessibleHelp(problem.isEmpty() ? FieldHint.of(field, true, hints, texts) : problem);
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

    private Node problem() {
        Label problem = new Label("", Icon.ERROR.node());
        problem.getStyleClass().addAll("concord-error", "edit-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(field.problem());
        problem.visibleProperty().bind(field.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        field.problemDetail().subscribe(Hint.on(problem)::say);
        return problem;
    }
}
