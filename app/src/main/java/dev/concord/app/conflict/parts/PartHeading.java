package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.FieldState;
import dev.concord.merge.Answer;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above a change of a text: which it is, what becomes of it, and the ways to decide. */
final class PartHeading extends HBox {
    private final PartsModel model;
    private final PartText words;
    private final Label number = new Label();
    private final Label state = new Label();
    private final List<Way> ways = new ArrayList<>();
    private int place;

    private record Way(ToggleButton button, Answer answer) {}

    PartHeading(PartsModel model, PartText words, Texts texts, IntConsumer edit) {
        this.model = model;
        this.words = words;
        getStyleClass().add("parts-heading");
        number.getStyleClass().add("conflict-field-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(number, state, space);
        way(texts.get("conflict.parts.use.base"), new Answer.Base());
        way(texts.get("conflict.parts.use.theirs"), new Answer.Theirs());
        way(texts.get("conflict.parts.use.mine"), new Answer.Mine());
        if (model.both()) {
            way(texts.get("conflict.parts.use.theirs-mine"), new Answer.TheirsThenMine());
            way(texts.get("conflict.parts.use.mine-theirs"), new Answer.MineThenTheirs());
        }
        Button type = new Button(texts.get("conflict.parts.edit"));
        type.setOnAction(event -> edit.accept(place));
        add(type);
    }

    /** Shows one change. */
    Node show(int shown) {
        place = shown;
        number.setText(words.number(place));
        FieldState now = words.state(place);
        state.setText(words.stateText(place));
        state.setGraphic(now.icon().node());
        state.getStyleClass().setAll("label", "conflict-state", now.word());
        Optional<Answer> answer = model.answer(place);
        ways.forEach(way -> way.button().setSelected(answer.equals(Optional.of(way.answer()))));
        return this;
    }

    private void way(String text, Answer answer) {
        ToggleButton button = new ToggleButton(text);
        button.setOnAction(event -> {
            model.choose(place, answer);
            show(place);
        });
        ways.add(new Way(button, answer));
        add(button);
    }

    private void add(ButtonBase button) {
        button.getStyleClass().addAll("small", "conflict-action");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(button);
    }
}
