package dev.concord.app.saving;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of all that is not saved: a line for each change, the whole of the selected one below, or the SQL that would run. */
public final class ChangesView {
    /** In pixels. */
    private static final double WIDTH = 980;

    private static final double ROW = 26;

    private final ChangesModel model;
    private final Texts texts;
    private final TableView<PendingChange> table;
    private final TextArea whole = new TextArea();
    private final ToggleButton sql;
    private final BorderPane root = new BorderPane();

    public ChangesView(ChangesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.table = new TableView<>(model.changes());
        this.sql = new ToggleButton(texts.get("saving.changes.sql"));
        table.setId("changes");
        table.setAccessibleText(title());
        table.setFixedCellSize(ROW);
        table.getStyleClass().add(Styles.DENSE);
        table.setPlaceholder(new Label(texts.get("saving.changes.none")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new SpokenRow());
        column("saving.changes.record", 260, PendingChange::record);
        column("saving.changes.column", 150, model::column);
        column("saving.changes.before", 260, PendingChange::before);
        column("saving.changes.after", 260, PendingChange::after);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInTable);
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<PendingChange>)
                change -> showWhole());
        whole.setId("changes-whole");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(9);
        whole.setAccessibleText(texts.get("saving.changes.whole"));
        sql.setId("changes-sql");
        Hint.put(sql, texts.get("saving.changes.sql.hint"));
        sql.selectedProperty().subscribe(on -> showWhole());
        model.sql().subscribe(text -> {
            if (sql.isSelected()) {
                whole.setText(text);
            }
        });
        root.getStyleClass().add("saving");
        root.setMaxWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.setTop(header());
        root.setCenter(new VBox(table, whole));
        VBox.setVgrow(table, Priority.ALWAYS);
        root.setBottom(buttons());
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel().selectFirst();
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                table.requestFocus();
            }
        });
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    /** The window's title. */
    public String title() {
        return texts.get("saving.changes.title");
    }

    private Node header() {
        Label heading = new Label();
        heading.setId("changes-summary");
        heading.textProperty().bind(model.summary());
        heading.getStyleClass().add("concord-heading");
        VBox header = new VBox(new HBox(Icon.CHANGED.node(), heading));
        header.getStyleClass().add("saving-header");
        return header;
    }

    private Node buttons() {
        Label keys = new Label(texts.get("saving.changes.keys"));
        keys.getStyleClass().add("concord-muted");
        keys.setMinWidth(0);
        keys.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = button("changes-close", "saving.close", model::close);
        Button discard = button("changes-discard", "saving.changes.discard", this::discard);
        Button open = button("changes-open", "saving.changes.open", this::open);
        Button save = button("changes-save", "shell.save-all", model::save);
        save.getStyleClass().add(Styles.ACCENT);
        sql.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(keys, space, sql, close, discard, open, save);
        row.getStyleClass().add("saving-buttons");
        model.changes().addListener((ListChangeListener<PendingChange>) change -> {
            List.of(discard, open, save)
                    .forEach(button -> button.setDisable(model.changes().isEmpty()));
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        });
        return row;
    }

    private Button button(String id, String words, Runnable action) {
        Button button = new Button(texts.get(words));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void column(String title, double width, Function<PendingChange, String> text) {
        TableColumn<PendingChange, String> column = new TableColumn<>(texts.get(title));
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(text.apply(line.getValue())));
        column.setCellFactory(view -> new LineCell());
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private Optional<PendingChange> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void showWhole() {
        Optional<PendingChange> selected = selected();
        if (selected.isEmpty()) {
            whole.setText("");
        } else if (sql.isSelected()) {
            model.showSql(selected.get());
        } else {
            whole.setText(texts.get(
                    "saving.changes.both",
                    selected.get().before(),
                    selected.get().after()));
        }
    }

    private void open() {
        selected().ifPresent(model::open);
    }

    private void discard() {
        model.discard(List.copyOf(table.getSelectionModel().getSelectedItems()));
    }

    private void pressedInTable(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                key.consume();
                open();
            }
            case DELETE -> {
                key.consume();
                discard();
            }
            default -> {}
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            model.close();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.Z && !key.isShiftDown()) {
            key.consume();
            model.undo();
        } else if (key.isShortcutDown() && (key.getCode() == KeyCode.Y || key.getCode() == KeyCode.Z)) {
            key.consume();
            model.redo();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.S) {
            key.consume();
            model.save();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.L) {
            key.consume();
            sql.fire();
        }
    }

    private final class SpokenRow extends TableRow<PendingChange> {
        @Override
        protected void updateItem(@Nullable PendingChange change, boolean empty) {
            super.updateItem(change, empty);
            setAccessibleText(empty || change == null ? null : model.spoken(change));
        }
    }

    /** One line of a text; the whole is shown below the table, and by the mouse. */
    private static final class LineCell extends TableCell<PendingChange, String> {
        /** In characters. */
        private static final int LONGEST = 200;

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String shown = empty || text == null ? "" : text;
            String cut = shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
            setText(cut.replaceAll("\\R", " ⏎ "));
        }
    }
}
