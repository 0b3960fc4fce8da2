package dev.concord.app.conflict;

import dev.concord.app.conflict.reference.ReferenceModel;
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

/** What can be done about one field beyond choosing a side: applying both changes, looking inside, looking up. */
final class RowActions extends FlowPane {
    private final Consumer<Choice> choose;
    private final ConflictText words;
    private final Texts texts;
    private final Doings doings;

    /** What the buttons do that is not a choice; each is given the field. */
    interface Doings {
        void openParts(FieldMerge field);

        void lookUp(FieldMerge field, ForeignKey reference);

        void saveBoth(FieldMerge field);
    }

    RowActions(Consumer<Choice> choose, ConflictText words, Texts texts, Doings doings) {
        this.choose = choose;
        this.words = words;
        this.texts = texts;
        this.doings = doings;
        getStyleClass().add("conflict-actions");
        show(List.of());
    }

    /** Shows what can be done about a field now. */
    void show(Resolution resolution, FieldMerge field) {
        List<Node> actions = new ArrayList<>();
        if (field.change() != Change.SET_BY_DATABASE) {
            field.quantity().ifPresent(quantity -> actions.add(sum(resolution, field, quantity)));
            field.parts()
                    .ifPresent(parts -> actions.add(button(
                            "conflict.open." + word(parts.rule()), Icon.CONFLICT, () -> doings.openParts(field))));
            reference(resolution, field)
                    .ifPresent(reference -> actions.add(
                            button("conflict.look-up", Icon.SEARCH, () -> doings.lookUp(field, reference))));
            if (BothFiles.of(field).isPresent()) {
                actions.add(button("conflict.save-both", Icon.FILE, () -> doings.saveBoth(field)));
            }
        }
        show(actions);
    }

    /** Does what F4 does: looks inside, or up. */
    static void open(Resolution resolution, FieldMerge field, Doings doings) {
        if (field.parts().isPresent()) {
            doings.openParts(field);
        } else {
            reference(resolution, field).ifPresent(reference -> doings.lookUp(field, reference));
        }
    }

    private static Optional<ForeignKey> reference(Resolution resolution, FieldMerge field) {
        return field.change() == Change.UNCHANGED
                        && resolution.choice(field.name()).isEmpty()
                ? Optional.empty()
                : ReferenceModel.of(resolution, field);
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
