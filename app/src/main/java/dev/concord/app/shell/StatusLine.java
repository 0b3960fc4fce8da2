package dev.concord.app.shell;

import dev.concord.app.cells.CellSummary;
import dev.concord.app.control.Hint;
import dev.concord.app.saving.ChangesModel;
import dev.concord.app.shell.ShellModel.Opened;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The status line: the open database, the guard of its table, the unsaved records and the tasks that take long. */
final class StatusLine {
    private final Work work;
    private final Texts texts;
    private final Label database = new Label("", Icon.DATABASE.node());
    private final Label guard = new Label("", Icon.GUARD.node());
    private final Button unsaved = new Button("", Icon.CHANGED.node());
    private final Button saveAll = new Button("", Icon.SAVE.node());
    private final Button allowEditing = new Button();
    private final Label connection = new Label("", Icon.WARNING.node());
    private final Button tryNow = new Button();
    private final Button earlier = new Button();
    private final Label selection = new Label();
    private final HBox progress = new HBox();
    private final HBox root;
    private Subscription following = Subscription.EMPTY;

    StatusLine(ShellModel model, Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
        database.setId("status-database");
        guard.setId("status-guard");
        guard.setMinWidth(0);
        allowEditing.setId("allow-editing");
        allowEditing.setText(texts.get("shell.allow-editing"));
        Hint.put(allowEditing, texts.get("shell.allow-editing.hint"));
        allowEditing.setMinWidth(Region.USE_PREF_SIZE);
        allowEditing.setOnAction(pressed -> model.allowEditing().get().ifPresent(Runnable::run));
        allowEditing.visibleProperty().bind(model.allowEditing().map(Optional::isPresent));
        allowEditing.managedProperty().bind(allowEditing.visibleProperty());
        connection.setId("status-connection");
        connection.getStyleClass().add("status-warning");
        connection.setText(texts.get("shell.connection-lost"));
        connection.setMinWidth(Region.USE_PREF_SIZE);
        tryNow.setId("try-now");
        tryNow.setText(texts.get("shell.try-now"));
        tryNow.getStyleClass().add("small");
        tryNow.setMinWidth(Region.USE_PREF_SIZE);
        for (Node part : List.of(connection, tryNow)) {
            part.setVisible(false);
            part.managedProperty().bind(part.visibleProperty());
        }
        earlier.setId("status-earlier");
        earlier.setText(texts.get("recovery.status"));
        Hint.put(earlier, texts.get("recovery.status.hint"));
        earlier.getStyleClass().add("flat");
        earlier.setMinWidth(Region.USE_PREF_SIZE);
        earlier.setVisible(false);
        earlier.managedProperty().bind(earlier.visibleProperty());
        selection.setId("status-selection");
        selection.getStyleClass().add("status-selection");
        selection.setMinWidth(Region.USE_PREF_SIZE);
        unsaved.setId("status-unsaved");
        unsaved.setMinWidth(Region.USE_PREF_SIZE);
        Hint.put(unsaved, texts.get("shell.unsaved.hint"));
        unsaved.getStyleClass().add("flat");
        progress.getStyleClass().add("status-progress");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Separator between = new Separator(Orientation.VERTICAL);
        for (Node part : List.of(database, between, guard)) {
            part.visibleProperty().bind(model.opened().map(Optional::isPresent));
        }
        saveAll.setId("save-all");
        saveAll.setText(texts.get("shell.save-all"));
        Hint.put(saveAll, texts.get("shell.save-all.hint"));
        saveAll.setMinWidth(Region.USE_PREF_SIZE);
        saveAll.managedProperty().bind(saveAll.visibleProperty());
        saveAll.setVisible(false);
        unsaved.setVisible(false);
        root = new HBox(
                database,
                between,
                connection,
                tryNow,
                guard,
                allowEditing,
                space,
                selection,
                progress,
                new ServingButton(model, texts).button(),
                earlier,
                unsaved,
                saveAll);
        root.getStyleClass().add("status-line");
        model.opened().subscribe(opened -> opened.ifPresent(this::show));
        work.running().addListener((ListChangeListener<Job>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(job -> job.slow().subscribe(this::showProgress));
            }
            showProgress();
        });
        showProgress();
    }

    Node root() {
        return root;
    }

    private void show(Opened opened) {
        WorkspaceModel workspace = opened.workspace();
        database.setText(opened.database().label());
        guard.textProperty().bind(workspace.guard());
        selection
                .textProperty()
                .bind(new CellSummary(
                                workspace.rows().cells(),
                                workspace.rows()::keyOf,
                                workspace.pending(),
                                workspace.copying(),
                                texts)
                        .text());
        connection.visibleProperty().bind(workspace.connection().lost());
        tryNow.visibleProperty().bind(workspace.connection().lost());
        tryNow.setOnAction(pressed -> workspace.connection().tryNow());
        following.unsubscribe();
        following = workspace.pending().changes().subscribe(now -> showUnsaved(workspace));
        saveAll.setOnAction(pressed -> workspace.save());
        earlier.setVisible(false);
        earlier.setOnAction(pressed -> workspace.showRecovery());
        workspace.recovery().ifPresent(found -> found.whenAvailable(earlier::setVisible));
        unsaved.setOnAction(pressed -> workspace.showChanges());
    }

    private void showUnsaved(WorkspaceModel workspace) {
        int records = workspace.pending().unsaved().size();
        unsaved.setText(texts.get("shell.unsaved", ChangesModel.count(workspace.pending()), records));
        unsaved.setVisible(records > 0);
        unsaved.setManaged(records > 0);
        saveAll.setVisible(records > 1);
    }

    private void showProgress() {
        Optional<Job> slow =
                work.running().stream().filter(job -> job.slow().get()).findFirst();
        progress.getChildren().setAll(slow.map(this::progressOf).orElse(List.of()));
    }

    private List<Node> progressOf(Job job) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("status-turning");
        Label title = new Label(job.title());
        if (!job.abandonable()) {
            return List.of(turning, title);
        }
        Button stop = new Button(texts.get("shell.stop-waiting"));
        stop.getStyleClass().addAll("small", "flat");
        stop.setOnAction(pressed -> job.abandon());
        return List.of(turning, title, stop);
    }
}
