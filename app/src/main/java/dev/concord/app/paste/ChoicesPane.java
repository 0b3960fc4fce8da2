package dev.concord.app.paste;

import dev.concord.app.paste.PasteAnswer.Judged;
import dev.concord.transfer.Separator;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** What can be chosen of a change of many cells; only what makes a difference is shown. */
final class ChoicesPane extends FlowPane {
    private final PasteModel model;
    private final Texts texts;
    private Optional<Node> first = Optional.empty();

    ChoicesPane(PasteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("paste-choices");
        switch (model.input()) {
            case BlockInput block -> add(block);
            case ValueInput value -> add(value);
            case ReplaceInput replace -> add(replace);
            case FillInput _ -> {}
        }
        managedProperty().bind(visibleProperty());
        setVisible(!getChildren().isEmpty());
    }

    /** The field that is typed into first; empty where nothing has to be typed. */
    Optional<Node> first() {
        return first;
    }

    private void add(BlockInput block) {
        ChoiceBox<Separator> separator =
                choice("paste-separator", List.of(Separator.values()), by -> texts.get("paste.separator." + word(by)));
        separator.valueProperty().subscribe(by -> {
            // What was found out is shown, and chosen only by a person.
            if (by != null && !separated().equals(Optional.of(by))) {
                block.separator().set(Optional.of(by));
            }
        });
        ChoiceBox<BlankCells> blanks =
                choice("paste-blanks", List.of(BlankCells.values()), blank -> texts.get("paste.blanks." + word(blank)));
        blanks.valueProperty().bindBidirectional(block.blanks());
        CheckBox titles = check("paste-titles", texts.get("paste.titles"), block.titles());
        CheckBox rest = check("paste-rest", "", block.restNew());
        getChildren().addAll(labelled("paste.separator", separator), labelled("paste.blanks", blanks), titles, rest);
        model.answer().subscribe(answer -> {
            separated().ifPresent(separator::setValue);
            if (answer instanceof Judged judged) {
                show(titles, judged.block().filter(facts -> facts.titled()).isPresent());
                rest.setText(texts.get("paste.rest", judged.rest()));
                show(rest, judged.rest() > 0 && !block.allNew().get());
            }
        });
    }

    private Optional<Separator> separated() {
        return model.answer().get() instanceof Judged judged
                ? judged.block().map(facts -> facts.separator())
                : Optional.empty();
    }

    private void add(ValueInput value) {
        Node text = text("paste-value", value.text());
        text.disableProperty().bind(value.none());
        getChildren()
                .addAll(
                        labelled("paste.value", text),
                        check("paste-none", texts.get("paste.value.none"), value.none()));
    }

    private void add(ReplaceInput replace) {
        getChildren()
                .addAll(
                        labelled("paste.replace.search", text("paste-search", replace.search())),
                        labelled("paste.replace.replacement", text("paste-replacement", replace.replacement())),
                        check("paste-case", texts.get("paste.replace.case"), replace.matchCase()),
                        check("paste-whole", texts.get("paste.replace.whole"), replace.whole()),
                        check("paste-regular", texts.get("paste.replace.regular"), replace.regular()));
    }

    private Node labelled(String key, Node field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        HBox choice = new HBox(label, field);
        choice.getStyleClass().add("paste-choice");
        return choice;
    }

    private TextField text(String id, StringProperty typed) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(typed);
        if (first.isEmpty()) {
            first = Optional.of(field);
        }
        return field;
    }

    private static CheckBox check(String id, String words, BooleanProperty chosen) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static <T> ChoiceBox<T> choice(String id, List<T> all, Function<T, String> words) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public T fromString(String word) {
                return all.stream()
                        .filter(one -> words.apply(one).equals(word))
                        .findFirst()
                        .orElse(all.getFirst());
            }
        });
        return box;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
