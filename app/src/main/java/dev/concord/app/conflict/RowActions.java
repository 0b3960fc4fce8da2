package dev.concord.app.conflict;

import dev.concord.app.reference.ColumnReferences;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Quantity;
import dev.concord.merge.Resolution;
import dev.concord.merge.Rule;
import dev.concord.merge.ValueOrigin;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.FlowPane;

/** The actions of one field beyond choosing a side: apply both changes, open its parts, search a reference, save files. */
final class RowActions extends FlowPane {
    private final Consumer<Choice> choose;
    private final ConflictText words;
    private final Texts texts;
    private final Handler handler;

    /** Does what the buttons do, except choosing. */
    interface Handler {
        void openParts(FieldMerge field);

        void lookUp(FieldMerge field, ForeignKey reference);

        void saveBoth(FieldMerge field);
    }

    RowActions(Consumer<Choice> choose, ConflictText words, Texts texts, Handler handler) {
        this.choose = choose;
        this.words = words;
        this.texts = texts;
        this.handler = handler;
        getStyleClass().add("conflict-actions");
        show(List.of());
    }

    /** Shows the actions that a field has now. */
    void show(Resolution resolution, FieldMerge field) {
        List<Node> actions = new ArrayList<>();
        if (field.change() != Change.SET_BY_DATABASE) {
            field.quantity().ifPresent(quantity -> actions.add(sum(resolution, field, quantity)));
            field.parts()
                    .ifPresent(parts -> actions.add(button(
                            "conflict.open." + word(parts.rule()), Icon.CONFLICT, () -> handler.openParts(field))));
            reference(resolution, field)
                    .ifPresent(reference -> actions.add(
                            button("conflict.look-up", Icon.SEARCH, () -> handler.lookUp(field, reference))));
            if (SideFiles.of(field).isPresent()) {
                actions.add(button("conflict.save-both", Icon.FILE, () -> handler.saveBoth(field)));
            }
        }
        show(actions);
    }

    /** Does what F4 does: opens the parts of the field, or the search for its reference. */
    static void open(Resolution resolution, FieldMerge field, Handler handler) {
        if (field.parts().isPresent()) {
            handler.openParts(field);
        } else {
            reference(resolution, field).ifPresent(reference -> handler.lookUp(field, reference));
        }
    }

    private static Optional<ForeignKey> reference(Resolution resolution, FieldMerge field) {
        return field.change() == Change.UNCHANGED
                        && resolution.choice(field.name()).isEmpty()
                ? Optional.empty()
                : ColumnReferences.of(resolution.merge().table(), field.name());
    }

    private Node sum(Resolution resolution, FieldMerge field, Quantity quantity) {
        RadioButton both = new RadioButton(texts.get("conflict.sum", words.formula(quantity, field)));
        both.setFocusTraversable(false);
        both.setSelected(
                switch (resolution.origin(field)) {
                    case ValueOrigin.ByRule(Rule rule) -> rule == Rule.QUANTITY;
                    case ValueOrigin.Chosen(Choice choice) -> choice instanceof Choice.Sum;
                    default -> false;
                });
        both.setOnAction(event -> choose.accept(new Choice.Sum()));
        return both;
    }

    private Button button(String key, Icon icon, Runnable action) {
        Button button = new Button(texts.get(key), icon.node());
        button.getStyleClass().addAll("small", "conflict-action");
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(List<Node> actions) {
        getChildren().setAll(actions);
        setManaged(!actions.isEmpty());
        setVisible(!actions.isEmpty());
    }

    private static String word(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
