package dev.concord.app.browse;

import dev.concord.app.control.Hint;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The searchable list of tables. */
public final class TableListView {
    private final TableListModel model;
    private final Texts texts;
    private final Runnable again;
    private final TextField search = new TextField();
    private final ListView<TableSummary> list;
    private final VBox root;

    /**
     * Shows the model's tables.
     *
     * @param again reads the selected table again; run when it is clicked once more, or Enter is pressed
     */
    public TableListView(TableListModel model, Texts texts, Runnable again) {
        this.model = model;
        this.texts = texts;
        this.again = again;
        search.setPromptText(texts.get("browse.search"));
        search.setAccessibleText(texts.get("browse.search"));
        search.setId("table-search");
        search.textProperty().bindBidirectional(model.search());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);

        list = new ListView<>(model.shown());
        list.setId("tables");
        list.setAccessibleText(texts.get("browse.tables"));
        list.setCellFactory(view -> new TableCell());
        list.setPlaceholder(placeholder(texts));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.select(chosen);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !list.getSelectionModel().isEmpty()) {
                again.run();
            }
        });
        model.selected().subscribe(chosen -> chosen.ifPresent(this::show));
        VBox.setVgrow(list, Priority.ALWAYS);

        HBox searchBar = new HBox(Icon.SEARCH.node(), search);
        searchBar.getStyleClass().add("table-search-bar");
        HBox.setHgrow(search, Priority.ALWAYS);
        root = new VBox(searchBar, list);
        root.getStyleClass().add("table-list");
    }

    public Parent root() {
        return root;
    }

    /** Moves the keyboard focus to the search. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Moves the keyboard focus to the list. */
    public void focusList() {
        list.requestFocus();
    }

    private static Label placeholder(Texts texts) {
        Label placeholder = new Label(texts.get("browse.tables.none"));
        placeholder.getStyleClass().add("concord-muted");
        placeholder.setWrapText(true);
        return placeholder;
    }

    private void show(TableSummary table) {
        if (!table.equals(list.getSelectionModel().getSelectedItem())
                && model.shown().contains(table)) {
            list.getSelectionModel().select(table);
            list.scrollTo(table);
        }
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private final class TableCell extends ListCell<TableSummary> {
        private final Hint hint = Hint.on(this);

        TableCell() {
            // As wide as the list, so that a long name ends in an ellipsis and needs no scroll bar.
            setPrefWidth(0);
            // Before the list selects the table that is pressed: this is about the table that is selected already.
            addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
                if (press.getButton() == MouseButton.PRIMARY && isSelected()) {
                    again.run();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable TableSummary table, boolean empty) {
            super.updateItem(table, empty);
            if (empty || table == null) {
                setText(null);
                setGraphic(null);
                hint.say("");
                return;
            }
            boolean view = table.type() == Table.Type.VIEW;
            String name = model.severalSchemas().get()
                    ? table.id().qualifiedName()
                    : table.id().name();
            setText(name);
            setGraphic((view ? Icon.VIEW : Icon.TABLE).node());
            hint.say(table.comment().isEmpty() ? name : name + "\n" + table.comment());
            setAccessibleText(texts.get(view ? "browse.view.spoken" : "browse.table.spoken", name));
        }
    }
}
