package dev.concord.app.layout;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Hint;
import dev.concord.catalog.Column;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lets a person choose which columns are shown, and where. */
public final class ColumnsView {
    private static final double WIDTH = 520;
    /** The most columns that are shown without scrolling. */
    private static final int MOST = 14;

    private static final double ROW = 32;

    private final ColumnsModel model;
    private final Texts texts;
    private final TextField search = new TextField();
    private final ListView<Column> list;
    private final BorderPane root = new BorderPane();

    public ColumnsView(ColumnsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list = new ListView<>(model.found());
        list.setId("columns");
        list.setAccessibleText(texts.get("layout.columns.list"));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(Math.min(MOST, Math.max(4, model.found().size())) * ROW + 2);
        list.setCellFactory(view -> new ColumnChoiceCell(model.layout(), texts, model::toggle));
        Label none = new Label(texts.get("layout.columns.none"));
        none.getStyleClass().add("concord-muted");
        list.setPlaceholder(none);
        list.getSelectionModel().selectFirst();
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressInList);
        list.addEventFilter(KeyEvent.KEY_TYPED, this::searchByTyping);
        search.setId("columns-search");
        search.setPromptText(texts.get("layout.columns.search"));
        search.setAccessibleText(texts.get("layout.columns.search"));
        search.textProperty().bindBidirectional(model.search());
        search.textProperty().subscribe(() -> list.getSelectionModel().selectFirst());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressInSearch);
        root.setTop(header());
        root.setCenter(list);
        root.setRight(places());
        root.setBottom(footer());
        root.setMaxWidth(WIDTH);
        root.getStyleClass().add("columns-choice");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** The window's title. */
    public String title() {
        return texts.get("layout.columns.title", model.table());
    }

    /** What to put on the screen. */
    public Parent root() {
        return root;
    }

    /** What gets the keyboard focus first. */
    public Node focusTarget() {
        return list;
    }

    private Node header() {
        Label about = new Label(texts.get("layout.columns.about"));
        about.getStyleClass().add("concord-muted");
        about.setWrapText(true);
        Label title = new Label(title(), Icon.COLUMNS.node());
        title.setMnemonicParsing(false);
        title.getStyleClass().add("concord-heading");
        VBox header = new VBox(title, about, search);
        header.getStyleClass().add("columns-header");
        return header;
    }

    private Node places() {
        VBox places = new VBox(
                button("columns-up", Icon.PREVIOUS, "layout.columns.up", column -> move(column, false)),
                button("columns-down", Icon.NEXT, "layout.columns.down", column -> move(column, true)));
        places.getStyleClass().add("columns-places");
        return places;
    }

    private Button button(String id, Icon icon, String words, Consumer<Column> action) {
        Button button = new Button("", icon.node());
        button.setId(id);
        button.setAccessibleText(texts.get(words));
        button.getStyleClass().addAll("flat", "button-icon");
        Hint.put(button, texts.get(words));
        button.setOnAction(pressed -> selected().ifPresent(action));
        return button;
    }

    private Node footer() {
        Label problem = new Label("", Icon.INFO.node());
        problem.setId("columns-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Button all = new Button(texts.get("layout.show-all"));
        all.setId("columns-all");
        all.setOnAction(pressed -> model.showAll());
        Button reset = new Button(texts.get("layout.columns.reset"));
        reset.setId("columns-reset");
        reset.setOnAction(pressed -> model.reset());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = new Button(texts.get("layout.cancel"));
        cancel.setId("columns-cancel");
        cancel.setOnAction(pressed -> model.cancel());
        Button done = new Button(texts.get("layout.columns.done"));
        done.setId("columns-done");
        done.getStyleClass().add(Styles.ACCENT);
        done.setDefaultButton(true);
        done.setOnAction(pressed -> model.done());
        HBox buttons = new HBox(all, reset, space, cancel, done);
        buttons.getStyleClass().add("layout-buttons");
        VBox footer = new VBox(problem, buttons);
        footer.getStyleClass().add("columns-footer");
        return footer;
    }

    private Optional<Column> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (model.search().get().isEmpty()) {
                model.cancel();
            } else {
                Optional<Column> found = selected();
                model.search().set("");
                found.ifPresent(this::show);
                list.requestFocus();
            }
        }
    }

    private void pressInList(KeyEvent key) {
        boolean alt = key.isAltDown() && !key.isShortcutDown();
        switch (key.getCode()) {
            case SPACE -> selected().ifPresent(model::toggle);
            // A list keeps this key for itself.
            case ENTER -> model.done();
            case UP, KP_UP -> {
                if (!alt) {
                    return;
                }
                selected().ifPresent(column -> move(column, false));
            }
            case DOWN, KP_DOWN -> {
                if (!alt) {
                    return;
                }
                selected().ifPresent(column -> move(column, true));
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** What is typed in the list goes on in the box for the search. */
    private void searchByTyping(KeyEvent key) {
        String typed = key.getCharacter();
        boolean command = key.isShortcutDown() || key.isAltDown() || key.isMetaDown();
        if (!command && !typed.isBlank() && typed.chars().noneMatch(Character::isISOControl)) {
            key.consume();
            search.requestFocus();
            search.setText(typed);
            search.end();
        }
    }

    private void pressInSearch(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.KP_DOWN || key.getCode() == KeyCode.ENTER) {
            key.consume();
            list.requestFocus();
        }
    }

    private void move(Column column, boolean right) {
        model.move(column, right);
        show(column);
    }

    private void show(Column column) {
        list.getSelectionModel().select(column);
        // Before it is laid out, the list does not know where the columns are by now.
        list.layout();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(list.getSelectionModel().getSelectedIndex());
        }
    }
}
