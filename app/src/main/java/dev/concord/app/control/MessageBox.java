package dev.concord.app.control;

import atlantafx.base.theme.Styles;
import dev.concord.ui.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A message with an icon, a title, words and a button for each answer. Enter presses the button that has the focus, and
 * otherwise the default; Escape presses the last. FX thread only.
 */
public final class MessageBox {
    /** What kind of message it is; decides the icon and the colour. */
    public enum Kind {
        INFO(Icon.INFO),
        WARNING(Icon.WARNING),
        ERROR(Icon.ERROR);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }
    }

    /**
     * What the user may answer.
     *
     * @param words the button's
     * @param destroys whether something is lost by it: its button is red, and is never pressed by Enter alone
     */
    public record Answer(String words, Runnable action, boolean destroys) {
        /** Nothing is lost by it. */
        public Answer(String words, Runnable action) {
            this(words, action, false);
        }

        /** Returns this answer as one by which something is lost. */
        public Answer thatDestroys() {
            return new Answer(words, action, true);
        }
    }

    /** The most answers whose buttons have room beside each other at the usual width. */
    private static final int MOST_IN_NARROW = 3;

    private final List<Answer> answers;
    private final List<Button> buttons = new ArrayList<>();
    private final VBox text;
    private final VBox root;

    /**
     * @param words what it means; may have several lines
     * @param answers the one asked for first, the one that changes nothing last; may be the same one. The default is the first one by
     *     which nothing is lost
     */
    public MessageBox(Kind kind, String title, String words, List<Answer> answers) {
        this.answers = List.copyOf(answers);
        this.text = new VBox(heading(title), words(words));
        text.getStyleClass().add("message-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        FontIcon icon = kind.icon.node();
        icon.getStyleClass().add("message-icon");
        HBox message = new HBox(icon, text);
        message.getStyleClass().add("message-body");
        VBox.setVgrow(message, Priority.ALWAYS);
        this.root = new VBox(message, buttons());
        root.getStyleClass().addAll("message", kind.name().toLowerCase(Locale.ROOT));
        if (answers.size() > MOST_IN_NARROW) {
            root.getStyleClass().add("wide");
        }
        root.setAccessibleRole(AccessibleRole.DIALOG);
        root.setAccessibleText(title + "\n" + words);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Node heading(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("concord-heading");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    private static Node words(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("message-words");
        label.setWrapText(true);
        // In a list of many records the buttons stay in sight.
        ScrollPane scroll = new ScrollPane(label) {
            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }

            @Override
            protected double computePrefHeight(double width) {
                return Math.ceil(label.prefHeight(width)) + 1;
            }
        };
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /** Adds a button that shows more text, for users who report the message. */
    public MessageBox withDetails(String label, String details) {
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setAccessibleText(label);
        ToggleButton toggle = new ToggleButton(label);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        area.visibleProperty().bind(toggle.selectedProperty());
        area.managedProperty().bind(toggle.selectedProperty());
        toggle.selectedProperty().subscribe(() -> DialogWindow.fit(root));
        text.getChildren().addAll(toggle, area);
        return this;
    }

    /** Adds something the user may choose besides the answer. */
    public MessageBox withOption(String label, BooleanProperty chosen) {
        CheckBox option = new CheckBox(label);
        option.setMnemonicParsing(false);
        option.setWrapText(true);
        option.setMinHeight(Region.USE_PREF_SIZE);
        option.selectedProperty().bindBidirectional(chosen);
        text.getChildren().add(option);
        return this;
    }

    private Node buttons() {
        HBox row = new HBox();
        row.getStyleClass().add("message-buttons");
        for (Answer answer : answers) {
            Button button = new Button(answer.words());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(pressed -> answer.action().run());
            button.getStyleClass().addAll(answer.destroys() ? List.of(Styles.DANGER) : List.of());
            buttons.add(button);
            // The default button comes last, where readers look last.
            row.getChildren().addFirst(button);
        }
        if (!answers.getFirst().destroys()) {
            buttons.getFirst().getStyleClass().add(Styles.ACCENT);
        }
        return row;
    }

    private Button defaultButton() {
        return IntStream.range(0, buttons.size())
                .filter(i -> !answers.get(i).destroys())
                .mapToObj(buttons::get)
                .findFirst()
                .orElse(buttons.getLast());
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            cancel();
        } else if (key.getCode() == KeyCode.ENTER && !(key.getTarget() instanceof TextArea)) {
            key.consume();
            buttons.stream()
                    .filter(Node::isFocused)
                    .findFirst()
                    .orElseGet(this::defaultButton)
                    .fire();
        }
    }

    private void cancel() {
        answers.getLast().action().run();
    }

    /** Opens the message in a dialog. The title bar's close button gives the last answer, as Escape does. */
    public DialogWindow show(Window owner, String title) {
        DialogWindow window = new DialogWindow(owner, title, root, this::cancel, 0);
        defaultButton().requestFocus();
        return window;
    }
}
