package dev.concord.app.shell;

import dev.concord.app.control.Hint;
import dev.concord.app.shell.ShellModel.Opened;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.Questions;
import dev.concord.app.workspace.WorkspaceView;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
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
    }

    public Parent root() {
        return root;
    }

    /** Installs the window's keyboard shortcuts on its scene. */
    public void installKeys(Runnable connect) {
        var keys = root.getScene().getAccelerators();
        keys.put(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN), this::focusTables);
        keys.put(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN), connect);
        keys.put(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN), this::close);
        keys.put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), this::close);
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
        HBox bar = new HBox(name, space, practise, connecting, themeSwitch());
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private Node themeSwitch() {
        Button change = new Button();
        change.setId("theme");
        change.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        change.getStyleClass().addAll("flat", "button-icon");
        Hint.put(change, texts.get("shell.theme"));
        change.setAccessibleText(texts.get("shell.theme"));
        change.graphicProperty()
                .bind(model.theme().map(theme -> (theme == Theme.LIGHT ? Icon.DARK : Icon.LIGHT).node()));
        change.setOnAction(pressed -> model.theme().set(model.theme().get().next()));
        return change;
    }
}
