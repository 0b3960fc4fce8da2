package dev.concord.app.workspace;

import dev.concord.app.action.Action;
import dev.concord.app.action.PaletteEntry;
import dev.concord.app.browse.RowsView;
import dev.concord.app.browse.TableListView;
import dev.concord.app.control.Hint;
import dev.concord.app.edit.EditView;
import dev.concord.app.layout.LayoutMenu;
import dev.concord.app.place.GuardText;
import dev.concord.app.question.Notice;
import dev.concord.app.recovery.OtherWorkModel;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Tables on one side, the rows of one in the middle, the record on the other side. */
public final class WorkspaceView {
    private final WorkspaceModel model;
    private final Texts texts;
    private final TableListView tables;
    private final RowsView rows;
    private final FormPane form;
    private final RelatedPane related;
    private final KeyField goTo;
    private final LayoutMenu layouts;
    private final ThreePanes root;
    private final PaneFocus panes;
    private final Runnable askRules;
    private final List<Action> everywhere;
    private final List<Action> withCells;

    /**
     * @param paneWidths of the list of tables and of the record in pixels; empty for the usual ones
     * @param askRules asks how changes of the table shown are merged
     * @param others the unsaved work on other databases
     * @param showOthers shows it
     */
    public WorkspaceView(
            WorkspaceModel model,
            Texts texts,
            List<Double> paneWidths,
            Runnable askRules,
            Optional<OtherWorkModel> others,
            Runnable showOthers) {
        this.model = model;
        this.askRules = askRules;
        this.texts = texts;
        tables = new TableListView(model.tables(), texts, model.shown()::refreshRows);
        GridPane grid = new GridPane(
                model.grid(),
                model,
                texts,
                model.edit()::focusOn,
                model.shown()::look,
                model.shown()::openAgain,
                RecordActions.ofTable(model, texts));
        rows = grid.view();
        related = new RelatedPane(model, texts);
        goTo = new KeyField(texts, this::goTo, rows::focus);
        layouts = new LayoutMenu(model.rows().views(), model.rows().layouts(), texts, rows::focus);
        form = new FormPane(model.edit(), () -> new EditView(model.edit(), texts, model::save));

        BorderPane middle = new BorderPane(rows.root());
        middle.setBottom(related.root());
        middle.setTop(new VBox(heading(), proposal(), recovery(), otherWork(others, showOthers), notKept(), notice()));
        middle.getStyleClass().add("workspace-middle");
        root = new ThreePanes(tables.root(), middle, form, paneWidths);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() == MouseButton.BACK) {
                model.shown().back();
            } else if (press.getButton() == MouseButton.FORWARD) {
                model.shown().forward();
            }
        });
        panes = new PaneFocus(List.of(
                new PaneFocus.Pane(tables.root(), tables::focusList),
                new PaneFocus.Pane(middle, rows::focus),
                // The form stays one step from the rows.
                new PaneFocus.Pane(form, () -> form.form().focusFirst()),
                new PaneFocus.Pane(related.root(), related::focus)));
        everywhere = actions();
        withCells = grid.actions().stream()
                .filter(action -> everywhere.stream().map(Action::name).noneMatch(action.name()::equals))
                .toList();
    }

    public Parent root() {
        return root;
    }

    /** The widths of the list of tables and of the record in pixels, as a person gave them. */
    public List<Double> paneWidths() {
        return root.widths();
    }

    /** Handles the form's keys wherever the keyboard focus is, so that saving does not depend on the last click. */
    public void press(KeyEvent key) {
        Action.press(everywhere, key);
    }

    /** What can be done wherever the keyboard focus is. */
    public List<Action> everywhere() {
        return everywhere;
    }

    /** What else can be done with the cells that are selected. */
    public List<Action> withCells() {
        return withCells;
    }

    private List<Action> actions() {
        return List.of(
                action("action.save", model::save, control(KeyCode.S)),
                action("action.save-all", model::saveAll, controlShift(KeyCode.S)),
                action("action.changes", model::showChanges, controlShift(KeyCode.U)),
                action("action.undo", model::undo, control(KeyCode.Z)),
                action("action.redo", model::redo, control(KeyCode.Y), controlShift(KeyCode.Z)),
                action(
                        "action.take-back",
                        model::takeBackLast,
                        new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN)),
                action("action.new", model.edit()::newRecord, control(KeyCode.N)),
                action("shell.menu.duplicate", model::duplicate, controlShift(KeyCode.N)),
                action("shell.key", goTo::open, control(KeyCode.G)).when(this::hasKey),
                action("action.search", rows::focusSearch, control(KeyCode.F)),
                action("action.find-field", () -> form.form().findField(), controlShift(KeyCode.F))
                        .when(() -> !model.edit().fields().isEmpty()),
                action("action.hide-empty", model.edit().empty()::toggle)
                        .when(() -> !model.edit().fields().isEmpty()),
                // The key for filters in spreadsheets.
                action("action.filter", rows::filter, controlShift(KeyCode.L)),
                action("action.layout", layouts::show, control(KeyCode.L)),
                action("shell.rules", askRules),
                action("shell.refresh", this::refresh, new KeyCodeCombination(KeyCode.F5)),
                action("action.related", related::toggle, control(KeyCode.R)).when(related::any),
                action("action.next-record", () -> step(true), alt(KeyCode.PAGE_DOWN)),
                action("action.previous-record", () -> step(false), alt(KeyCode.PAGE_UP)),
                action("action.back", model.shown()::back, alt(KeyCode.LEFT), alt(KeyCode.BACK_SPACE)),
                action(
                        "action.forward",
                        model.shown()::forward,
                        alt(KeyCode.RIGHT),
                        // In the grid, where the other keys move columns.
                        new KeyCodeCombination(KeyCode.BACK_SPACE, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)),
                action("action.next-pane", () -> panes.step(1), new KeyCodeCombination(KeyCode.F6)),
                action(
                        "action.previous-pane",
                        () -> panes.step(-1),
                        new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN)));
    }

    private Action action(String name, Runnable run, KeyCombination... keys) {
        return new Action(texts.get(name), run, keys);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    private static KeyCombination controlShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private void step(boolean forwards) {
        model.shown().step(forwards, form.form().focusedColumn());
    }

    private boolean hasKey() {
        return model.rows().table().get().flatMap(Table::rowKey).isPresent();
    }

    private void refresh() {
        model.shown().refreshRows();
        model.edit().refresh();
    }

    /** The tables of the database, for the palette. */
    public Stream<PaletteEntry> tableEntries() {
        return model.tables().all().stream()
                .map(table -> new PaletteEntry(
                        model.tables().severalSchemas().get()
                                ? table.id().qualifiedName()
                                : table.id().name(),
                        table.comment(),
                        table.type() == Table.Type.VIEW ? Icon.VIEW : Icon.TABLE,
                        "",
                        () -> show(table)));
    }

    private void show(TableSummary table) {
        model.tables().select(table);
        rows.focus();
    }

    /** What can be done with a text in the table shown, for the palette. */
    public Stream<PaletteEntry> entriesFor(String typed) {
        return model.rows().table().get().stream().flatMap(table -> {
            String name = table.id().name();
            PaletteEntry search = new PaletteEntry(
                    texts.get("palette.search", typed, name), "", Icon.SEARCH, "", () -> search(typed));
            PaletteEntry go =
                    new PaletteEntry(texts.get("palette.key", typed, name), "", Icon.KEY, "", () -> goTo(typed));
            return hasKey() ? Stream.of(search, go) : Stream.of(search);
        });
    }

    private void search(String typed) {
        model.rows().filters().search().set(typed);
        rows.focusSearch();
    }

    private void goTo(String key) {
        model.rows().table().get().ifPresent(table -> model.shown()
                .navigation()
                .open(table.id(), key, found -> goTo.close()));
    }

    /** Moves the keyboard focus to the search for tables. */
    public void focusTables() {
        tables.focusSearch();
    }

    /** Moves the keyboard focus to the list of tables. */
    public void focusTable() {
        tables.focusList();
    }

    private Node heading() {
        Label name = new Label();
        name.getStyleClass().add("concord-heading");
        name.textProperty()
                .bind(model.rows().table().map(t -> t.map(table -> table.id().name())
                        .orElse("")));
        Label comment = new Label();
        comment.getStyleClass().addAll("table-comment", "concord-muted");
        comment.textProperty().bind(model.rows().table().map(t -> t.map(table -> table.comment())
                .orElse("")));
        comment.setMinWidth(0);
        // What is cut is whole under the mouse.
        comment.textProperty().subscribe(Hint.on(comment)::say);
        name.textProperty().subscribe(Hint.on(name)::say);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label count = new Label();
        count.textProperty().bind(model.numbers().text());
        count.getStyleClass().add("concord-muted");
        // The table's comment gives way, and so does the number while a key is typed.
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.visibleProperty().bind(goTo.node().visibleProperty().not());
        count.managedProperty().bind(count.visibleProperty());
        Button refresh = new Button(texts.get("shell.refresh"), Icon.REFRESH.node());
        refresh.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Hint.put(refresh, texts.get("shell.refresh.hint"));
        refresh.getStyleClass().addAll("flat", "button-icon");
        refresh.setOnAction(pressed -> model.shown().refreshRows());
        Button rules = new Button(texts.get("shell.rules"), Icon.SETTINGS.node());
        rules.setId("rules");
        rules.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Hint.put(rules, texts.get("shell.rules.hint"));
        rules.getStyleClass().addAll("flat", "button-icon");
        rules.setOnAction(pressed -> askRules.run());
        for (Node button : List.of(layouts.node(), rules, refresh)) {
            if (button instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        HBox names = new HBox(name, comment, space, count, goTo.node());
        names.getStyleClass().add("workspace-heading-line");
        names.setMinWidth(0);
        // Where there is no room, the comment goes first. A name that is longer still is whole in the list of tables.
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(
                                names.getWidth() - 2 * names.getSpacing() - count.prefWidth(Region.USE_COMPUTED_SIZE),
                                0,
                                name.prefWidth(Region.USE_COMPUTED_SIZE)),
                        name.textProperty(),
                        name.fontProperty(),
                        count.textProperty(),
                        names.widthProperty()));
        HBox.setHgrow(rows.search(), Priority.ALWAYS);
        HBox tools = new HBox(rows.search(), layouts.node(), rules, refresh);
        tools.getStyleClass().add("workspace-heading-line");
        return new HeadingPane(names, tools);
    }

    private Node proposal() {
        Label words = new Label("", Icon.GUARD.node());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.textProperty().bind(model.proposal().map(found -> found.map(new GuardText(texts)::of)
                .orElse("")));
        Button decide = new Button(texts.get("shell.proposal.decide"));
        decide.setMinWidth(Region.USE_PREF_SIZE);
        decide.setOnAction(pressed -> model.decideVersion(() -> {}));
        HBox bar = new HBox(words, decide);
        bar.setId("proposal");
        bar.getStyleClass().add("proposal-bar");
        // Looking at a table needs no decision.
        bar.visibleProperty().bind(words.textProperty().isNotEmpty().and(Bindings.isNotEmpty(model.unsaved())));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node otherWork(Optional<OtherWorkModel> others, Runnable show) {
        HBox bar = quietBar("others");
        others.ifPresent(found -> {
            Label words = words("others-words", Icon.DATABASE, found.announcement());
            Button look = offer(new Notice.Offer(texts.get("recovery.announcement.look"), show));
            look.setId("others-look");
            Button later = offer(new Notice.Offer(texts.get("recovery.announcement.later"), found::later));
            bar.getChildren().addAll(words, look, later);
            bar.visibleProperty().bind(found.announcement().isNotEmpty());
            bar.managedProperty().bind(bar.visibleProperty());
        });
        return bar;
    }

    /** A bar that is not there before it has something to say. */
    private static HBox quietBar(String id) {
        HBox bar = new HBox();
        bar.setId(id);
        bar.getStyleClass().add("notice-bar");
        bar.setVisible(false);
        bar.setManaged(false);
        return bar;
    }

    private Node recovery() {
        HBox bar = quietBar("recovery");
        model.recovery().ifPresent(found -> {
            Label words = words("recovery-words", Icon.CHANGED, found.announcement());
            Button look = offer(new Notice.Offer(texts.get("recovery.announcement.look"), model::showRecovery));
            look.setId("recovery-look");
            Button later = offer(new Notice.Offer(texts.get("recovery.announcement.later"), found::later));
            bar.getChildren().addAll(words, look, later);
            bar.visibleProperty().bind(found.announcement().isNotEmpty());
            bar.managedProperty().bind(bar.visibleProperty());
        });
        return bar;
    }

    /** Not to be dismissed: it goes when typing is kept again. */
    private Node notKept() {
        HBox bar = new HBox(words("not-kept", Icon.WARNING, model.notKept()));
        bar.getStyleClass().addAll("notice-bar", "warning-bar");
        bar.visibleProperty().bind(model.notKept().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static Label words(String id, Icon icon, ReadOnlyStringProperty sentence) {
        Label words = new Label("", icon.node());
        words.setId(id);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.textProperty().bind(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private Node notice() {
        Label words = new Label("", Icon.INFO.node());
        words.setId("notice");
        words.setWrapText(true);
        words.textProperty().bind(model.prompt().notice().map(Notice::sentence));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss = new Button(texts.get("shell.notice.dismiss"), Icon.CLOSE.node());
        dismiss.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        dismiss.getStyleClass().addAll("flat", "button-icon", "small");
        dismiss.setOnAction(pressed -> model.prompt().say(Notice.NONE));
        HBox offers = new HBox();
        offers.getStyleClass().add("notice-offers");
        model.prompt().notice().subscribe(notice -> offers.getChildren()
                .setAll(notice.offers().stream()
                        .map(offer -> offer(new Notice.Offer(offer.label(), () -> {
                            // The button goes with its notice, and the keyboard focus would go anywhere.
                            rows.focus();
                            offer.action().run();
                        })))
                        .toList()));
        HBox bar = new HBox(words, offers, dismiss);
        bar.getStyleClass().add("notice-bar");
        bar.visibleProperty().bind(words.textProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static Button offer(Notice.Offer offer) {
        Button button = new Button(offer.label());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> offer.action().run());
        return button;
    }
}
