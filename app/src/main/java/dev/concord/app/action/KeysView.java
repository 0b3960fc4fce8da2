package dev.concord.app.action;

import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys of the program on one page. */
public final class KeysView {
    private final BorderPane root = new BorderPane();
    private final ScrollPane scroll;
    private final Texts texts;

    /** @param close closes the page */
    public KeysView(List<KeyGroup> groups, Texts texts, Runnable close) {
        this.texts = texts;
        VBox page = new VBox();
        page.getStyleClass().add("keys-page");
        groups.forEach(group -> page.getChildren().addAll(heading(group), lines(group)));
        scroll = new ScrollPane(page);
        scroll.setId("keys-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        Label title = new Label(title(), Icon.KEYBOARD.node());
        title.getStyleClass().add("rules-title");
        HBox header = new HBox(title);
        header.getStyleClass().add("rules-header");
        root.getStyleClass().addAll("rules", "keys");
        root.setTop(header);
        root.setCenter(scroll);
        root.setBottom(footer(close));
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F1) {
                key.consume();
                close.run();
            }
        });
    }

    /** The window's title. */
    public String title() {
        return texts.get("keys.title");
    }

    /** What gets the keyboard first: the arrows and Page Down scroll, Enter and Esc close. */
    public Node focusTarget() {
        return scroll;
    }

    /** What to put on the screen. */
    public Parent root() {
        return root;
    }

    private static Node heading(KeyGroup group) {
        Label heading = new Label(group.place());
        heading.getStyleClass().add("rules-section");
        return heading;
    }

    private static Node lines(KeyGroup group) {
        GridPane lines = new GridPane();
        lines.getStyleClass().add("keys-lines");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        lines.getColumnConstraints().setAll(names, keys);
        for (KeyGroup.Line line : group.lines()) {
            Label name = new Label(line.name());
            name.setWrapText(true);
            Label key = new Label(line.keys());
            key.getStyleClass().add("palette-keys");
            key.setMinWidth(Region.USE_PREF_SIZE);
            lines.addRow(lines.getRowCount(), name, key);
        }
        return lines;
    }

    private Node footer(Runnable close) {
        Button done = new Button(texts.get("keys.close"));
        done.setId("keys-close");
        done.setDefaultButton(true);
        done.setOnAction(pressed -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox footer = new HBox(space, done);
        footer.getStyleClass().add("rules-footer");
        return footer;
    }
}
