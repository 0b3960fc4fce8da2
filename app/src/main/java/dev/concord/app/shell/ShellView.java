package dev.concord.app.shell;

import dev.concord.app.action.Action;
import dev.concord.app.action.PaletteEntry;
import dev.concord.app.action.PaletteModel;
import dev.concord.app.action.PaletteView;
import dev.concord.app.control.Hint;
import dev.concord.app.shell.ShellModel.Opened;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.Questions;
import dev.concord.app.workspace.WorkspaceView;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Language;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.ThemeChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The window's frame: the bar on top, the open database in the middle, the status line below. */
public final class ShellView {
    private final ShellModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    /** Stays where it is: Tab goes from child to child, and a new centre of a border pane becomes its last child. */
    private final StackPane middle = new StackPane();

    private final Button practise = new Button();
    /** The window, and the palette above it. */
    private final StackPane layers = new StackPane();

    private final List<Action> actions;
    /** Made when it is first asked for, so that the start does not wait for it. */
    private Optional<PaletteView> palette = Optional.empty();

    private List<Double> paneWidths = List.of();
    private Optional<WorkspaceView> workspace = Optional.empty();

    /**
     * @param window the window that shows this view; owns the dialogs
     * @param connect asks for another database
     */
    public ShellView(ShellModel model, Work work, Texts texts, Stage window, Runnable connect) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("shell");
        root.setTop(topBar(connect));
        root.setCenter(middle);
        middle.getChildren().setAll(nothingOpen(work));
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> workspace.ifPresent(shown -> shown.press(key)));
        root.setBottom(new StatusLine(model, work, texts).root());
        model.opened().subscribe(opened -> opened.ifPresent(this::show));
        new Questions(window, model.questions(), texts);
        actions = actions(connect);
        layers.getChildren().setAll(root);
    }

    public Parent root() {
        return layers;
    }

    /** Installs the window's keyboard shortcuts on its scene. */
    public void installKeys() {
        var keys = layers.getScene().getAccelerators();
        actions.forEach(action -> action.keys()
                .forEach(key -> keys.put(key, () -> {
                    if (action.possible().getAsBoolean()) {
                        action.run().run();
                    }
                })));
    }

    private List<Action> actions(Runnable connect) {
        return List.of(
                action("action.palette", this::togglePalette, control(KeyCode.K)),
                action("action.tables", this::focusTables, control(KeyCode.T)).when(() -> workspace.isPresent()),
                action("action.keys", this::showKeys, new KeyCodeCombination(KeyCode.F1)),
                action("shell.connect", connect, control(KeyCode.O)),
                action("shell.practise", model::practise).when(practise::isVisible),
                theme(ThemeChoice.SYSTEM),
                theme(ThemeChoice.LIGHT),
                theme(ThemeChoice.DARK),
                theme(ThemeChoice.HIGH_CONTRAST),
                language(Language.SYSTEM),
                language(Language.ENGLISH),
                language(Language.GERMAN),
                language(Language.FRENCH),
                action("action.close", this::close, control(KeyCode.W), control(KeyCode.Q)));
    }

    private void togglePalette() {
        PaletteView shown =
                palette.orElseGet(() -> new PaletteView(new PaletteModel(this::entries, this::entriesFor), texts));
        if (palette.isEmpty()) {
            palette = Optional.of(shown);
            layers.getChildren().add(shown.root());
        }
        shown.toggle();
    }

    private Action action(String name, Runnable run, KeyCombination... keys) {
        return new Action(texts.get(name), run, keys);
    }

    private Action theme(ThemeChoice theme) {
        return action("action.theme." + theme.key(), () -> model.theme().set(theme))
                .when(() -> model.theme().get() != theme);
    }

    private Action language(Language language) {
        return action("action.language." + language.key(), () -> model.choose(language))
                .when(() -> model.language().get() != language);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** What the palette finds by its name: first what can be done with the record and the cells, then with the window, then tables. */
    private Stream<PaletteEntry> entries() {
        List<Action> inside = workspace
                .map(shown -> Stream.of(shown.everywhere(), shown.withCells())
                        .flatMap(List::stream)
                        .toList())
                .orElse(List.of());
        return Stream.concat(
                // The first one opened the palette.
                Stream.concat(inside.stream(), actions.stream().skip(1))
                        .filter(action -> action.possible().getAsBoolean())
                        .map(action ->
                                new PaletteEntry(action.name(), "", Icon.ACTION, action.keyText(texts), action.run())),
                workspace.stream().flatMap(WorkspaceView::tableEntries));
    }

    private Stream<PaletteEntry> entriesFor(String typed) {
        return workspace.stream().flatMap(shown -> shown.entriesFor(typed));
    }

    private void showKeys() {
        List<Action> inside = workspace.map(WorkspaceView::everywhere).orElse(List.of());
        List<Action> cells = workspace.map(WorkspaceView::withCells).orElse(List.of());
        model.showKeys(new KeyPage(texts)
                .groups(Stream.concat(actions.stream(), inside.stream()).toList(), cells));
    }

    /** Closes the window as its close button does, with the same questions. */
    private void close() {
        Window window = root.getScene().getWindow();
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private Node nothingOpen(Work work) {
        BooleanBinding idle = Bindings.isEmpty(work.running());
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.visibleProperty().bind(idle.not());
        waiting.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label words = new Label(texts.get("shell.nothing-open"), Icon.EMPTY.node());
        words.getStyleClass().add("concord-muted");
        words.visibleProperty().bind(idle);
        return new StackPane(waiting, words);
    }

    private void focusTables() {
        workspace.ifPresent(WorkspaceView::focusTables);
    }

    /** Shows databases opened from now on with outer panes of these widths in pixels; with the usual ones when empty. */
    public void setPaneWidths(List<Double> widths) {
        paneWidths = List.copyOf(widths);
    }

    /** The widths of the outer panes in pixels, as a person gave them; empty while nobody has seen any. */
    public List<Double> paneWidths() {
        return workspace.map(WorkspaceView::paneWidths).orElse(paneWidths);
    }

    private void show(Opened opened) {
        paneWidths = paneWidths();
        WorkspaceView shown = new WorkspaceView(
                opened.workspace(), texts, paneWidths, () -> model.askRules(opened), model.others(), model::showOthers);
        workspace = Optional.of(shown);
        middle.getChildren().setAll(shown.root());
        // A split pane adds its content when its skin is created; the content cannot be focused before.
        root.applyCss();
        shown.focusTable();
        practise.setVisible(opened.database().sample());
        practise.setManaged(opened.database().sample());
    }

    private Node topBar(Runnable connect) {
        Label name = new Label(texts.get("app.name"), Icon.CONFLICT.node());
        name.getStyleClass().add("app-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        practise.setId("practise");
        practise.setText(texts.get("shell.practise"));
        practise.setGraphic(Icon.CONFLICT.node());
        Hint.put(practise, texts.get("shell.practise.hint"));
        practise.getStyleClass().add("accent");
        practise.setOnAction(pressed -> model.practise());
        practise.setVisible(false);
        Button connecting = new Button(texts.get("shell.connect"), Icon.DATABASE.node());
        connecting.setId("connect");
        connecting.setOnAction(pressed -> connect.run());
        HBox bar = new HBox(name, space, practise, connecting, languages(), themes());
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    /** Each by its own name, so that whoever cannot read the window finds the right one. */
    private Node languages() {
        return new ChoiceMenu("language", texts.get("shell.language"), Icon.LANGUAGE)
                .of(
                        List.of(Language.values()),
                        language -> texts.get("shell.language." + language.key()),
                        model.language(),
                        model::choose)
                .node();
    }

    private Node themes() {
        return new ChoiceMenu("theme", texts.get("shell.theme"), Icon.DARK)
                .of(
                        List.of(ThemeChoice.values()),
                        theme -> texts.get("shell.theme." + theme.key()),
                        model.theme(),
                        model.theme()::set)
                .node();
    }
}
