package dev.concord.app.related;

import dev.concord.app.control.Hint;
import dev.concord.app.related.RelatedTab.Count;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Below the rows of a table: the tabs of the tables that refer to the record shown, and the rows of one of them when they are asked
 * for. Takes no place where nothing refers to the table.
 */
public final class RelatedView {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** The height of the rows as long as nobody has given them another, in pixels. */
    private static final double USUAL = 240;

    private static final double LEAST = 120;
    /** The edge above, as wide as a divider. */
    private static final double GRIP = 6;

    /** What is left of the pane above at least, its heading and that of the columns among it. */
    private static final double LEAST_ABOVE = 200;

    private final RelatedModel model;
    private final Texts texts;
    private final Supplier<Node> rows;
    private final Runnable focusRows;
    private final DoubleSupplier room;
    private final TabPane tabs = new TabPane();
    private final StackPane content = new StackPane();
    private final Region grip = new Region();
    private final VBox root;
    private double height = USUAL;
    private boolean building;

    /**
     * @param rows makes the grid of the tab that is looked at, when rows are to be seen for the first time
     * @param focusRows moves the keyboard focus there
     * @param room how high the pane is that they are in, in pixels
     */
    public RelatedView(RelatedModel model, Supplier<Node> rows, Runnable focusRows, DoubleSupplier room, Texts texts) {
        this.room = room;
        this.model = model;
        this.texts = texts;
        this.rows = rows;
        this.focusRows = focusRows;
        tabs.setId("related-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setSide(Side.TOP);
        tabs.setAccessibleText(texts.get("related.tabs"));
        tabs.getStyleClass().add("dense");
        Button fold = fold();
        StackPane head = new StackPane(tabs, fold);
        head.getStyleClass().add("related-head");
        BorderPane body = new BorderPane(content);
        body.setTop(head);
        root = new VBox(grip, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getStyleClass().add("related");
        root.visibleProperty().bind(Bindings.isNotEmpty(model.tabs()));
        root.managedProperty().bind(root.visibleProperty());
        grip.getStyleClass().add("related-grip");
        grip.setMinHeight(GRIP);
        grip.setCursor(Cursor.V_RESIZE);
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::resize);
        model.tabs().addListener((ListChangeListener<RelatedTab>) change -> build());
        model.chosen().subscribe(this::select);
        model.open().subscribe(this::open);
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        // A click on the tab that is selected already, or Enter.
        tabs.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (!model.open().get()) {
                openSelected();
            }
        });
        tabs.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget().equals(tabs) && (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE)) {
                openSelected();
                focusRows.run();
                key.consume();
            }
        });
        build();
    }

    public Node root() {
        return root;
    }

    /** Moves the keyboard focus to the rows, or to the tabs where the rows are put away. */
    public void focus() {
        if (model.open().get()) {
            focusRows.run();
        } else {
            tabs.requestFocus();
        }
    }

    /** Shows the rows and moves the keyboard focus there; puts them away where it is there already. */
    public void toggle() {
        if (model.open().get() && content.isFocusWithin()) {
            model.fold();
            tabs.requestFocus();
        } else if (!model.tabs().isEmpty()) {
            openSelected();
            focusRows.run();
        }
    }

    private Button fold() {
        Button fold = new Button("", Icon.CLOSE.node());
        fold.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Hint.put(fold, texts.get("related.fold"));
        fold.getStyleClass().addAll("flat", "button-icon", "small");
        fold.setOnAction(pressed -> model.fold());
        fold.visibleProperty().bind(model.open());
        StackPane.setAlignment(fold, Pos.CENTER_RIGHT);
        return fold;
    }

    private void build() {
        building = true;
        tabs.getTabs().setAll(model.tabs().stream().map(this::tab).toList());
        building = false;
        select(model.chosen().get());
    }

    private Tab tab(RelatedTab shown) {
        Tab tab = new Tab();
        tab.setUserData(shown);
        tab.textProperty().bind(shown.count().map(count -> title(shown.title(), count)));
        return tab;
    }

    private String title(String table, Count count) {
        return switch (count) {
            case Count.Unknown _ -> table;
            case Count.Counted(long found) -> texts.get("related.tab", table, found);
            case Count.Refused _ -> texts.get("related.tab.refused", table);
        };
    }

    private void select(Optional<RelatedTab> chosen) {
        building = true;
        chosen.ifPresent(wanted -> tabs.getTabs().stream()
                .filter(tab -> wanted.equals(tab.getUserData()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select));
        building = false;
    }

    private void chosen(Tab tab) {
        if (!building && tab != null && tab.getUserData() instanceof RelatedTab wanted) {
            model.choose(wanted);
        }
    }

    private void openSelected() {
        model.chosen().get().ifPresent(model::choose);
    }

    private void open(boolean now) {
        root.pseudoClassStateChanged(OPEN, now);
        grip.setVisible(now);
        grip.setManaged(now);
        content.getChildren().setAll(now ? List.of(rows.get()) : List.of());
        content.setPrefHeight(now ? height : 0);
        content.setMinHeight(now ? LEAST : 0);
    }

    private void resize(MouseEvent drag) {
        double bottom = root.localToScene(0, root.getHeight()).getY();
        double around = root.getHeight() - content.getHeight();
        double most = Math.max(LEAST, room.getAsDouble() - LEAST_ABOVE - around);
        height = Math.clamp(bottom - drag.getSceneY() - around, LEAST, most);
        content.setPrefHeight(height);
        drag.consume();
    }
}
