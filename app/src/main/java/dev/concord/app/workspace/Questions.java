package dev.concord.app.workspace;

import dev.concord.app.conflict.ConflictView;
import dev.concord.app.conflict.ConflictWindow;
import dev.concord.app.conflict.ReviewView;
import dev.concord.app.conflict.deletion.DeletionView;
import dev.concord.app.saving.SavingView;
import dev.concord.app.settings.TableRulesView;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Puts a workspace's questions on the screen. */
public final class Questions {
    private final Window owner;
    private final Texts texts;
    private Optional<ConflictWindow> window = Optional.empty();
    /** Comes back between two decisions as it was left. */
    private Optional<SavingView> report = Optional.empty();

    public Questions(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    public void listenTo(WorkspaceModel workspace) {
        workspace.question().subscribe(question -> show(workspace, question));
    }

    private void show(WorkspaceModel workspace, Question question) {
        close();
        switch (question) {
            case Question.None none -> {}
            case Question.Delete delete -> delete(workspace, delete);
            case Question.Unsaved unsaved -> unsaved(workspace, unsaved);
            case Question.Merge merge -> {
                ConflictView view = new ConflictView(merge.model(), texts);
                String title = merge.place().isEmpty()
                        ? view.title()
                        : texts.get("shell.save-all.place", view.title(), merge.place());
                window = Optional.of(new ConflictWindow(owner, title, view.root(), view::leave));
            }
            case Question.SaveAll all -> {
                SavingView view = report.filter(shown -> shown.shows(all.model()))
                        .orElseGet(() -> new SavingView(all.model(), texts));
                report = Optional.of(view);
                window = Optional.of(new ConflictWindow(owner, view.title(), view.root(), all.model()::close));
            }
            case Question.Review review -> {
                ReviewView view = new ReviewView(review.model(), texts);
                window = Optional.of(new ConflictWindow(
                        owner, view.title(), view.root(), review.model().close()));
            }
            case Question.Rules rules -> {
                TableRulesView view = new TableRulesView(rules.model(), texts);
                window = Optional.of(new ConflictWindow(owner, view.title(), view.root(), rules.model()::cancel));
            }
            case Question.Deletion deletion -> {
                DeletionView view = new DeletionView(deletion.model(), texts);
                window = Optional.of(new ConflictWindow(owner, view.title(), view.root(), deletion.model()::leave));
            }
        }
    }

    private void close() {
        window.ifPresent(ConflictWindow::close);
        window = Optional.empty();
    }

    private void delete(WorkspaceModel workspace, Question.Delete question) {
        ButtonType yes = new ButtonType(texts.get("shell.delete.yes"), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.get("shell.delete.no"), ButtonData.CANCEL_CLOSE);
        Optional<ButtonType> answer =
                ask(texts.get("shell.delete.title", question.record()), texts.get("shell.delete.words"), no, yes);
        workspace.answered();
        if (answer.filter(yes::equals).isPresent()) {
            question.yes().run();
        }
    }

    private void unsaved(WorkspaceModel workspace, Question.Unsaved question) {
        ButtonType save = new ButtonType(texts.get("shell.leave.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(texts.get("shell.leave.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(texts.get("shell.leave.cancel"), ButtonData.CANCEL_CLOSE);
        Optional<ButtonType> answer = ask(
                texts.get("shell.leave.title", question.records().size()),
                "• " + String.join("\n• ", question.records()),
                save,
                discard,
                cancel);
        workspace.answered();
        if (answer.filter(save::equals).isPresent()) {
            question.save().run();
        } else if (answer.filter(discard::equals).isPresent()) {
            question.discard().run();
        } else {
            question.stay().run();
        }
    }

    private Optional<ButtonType> ask(String title, String words, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, words, buttons);
        alert.initOwner(owner);
        alert.setTitle(texts.get("app.name"));
        alert.setHeaderText(title);
        alert.setGraphic(Icon.WARNING.node());
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return alert.showAndWait();
    }
}
