package dev.concord.app.saving;

import dev.concord.app.saving.SavingModel.Phase;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Saving many records: the choice of a policy, then a report with a line for each record. */
public final class SavingView {
    /** The greatest width, in pixels: enough for a name and a sentence. */
    private static final double WIDTH = 860;

    private final SavingModel model;
    private final DecidingModel deciding;
    private final Texts texts;
    private final SavingText words;
    private final BorderPane root = new BorderPane();
    private final Label counts = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final ListView<ReportEntry> report;
    private final StackPane choices = new StackPane();
    private final QueuePane queue;
    private final PreviewPane preview;
    private final SavingButtons buttons;

    public SavingView(SavingModel model, Texts texts) {
        this.model = model;
        this.deciding = model.deciding();
        this.texts = texts;
        this.words = new SavingText(texts);
        queue = new QueuePane(model, words, texts);
        preview = new PreviewPane(words, texts);
        buttons = new SavingButtons(model, texts);
        report = new ListView<>(model.entries());
        report.setId("saving-report");
        report.setAccessibleText(texts.get("saving.report"));
        report.setCellFactory(view -> new ReportEntryCell(words));
        report.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInReport);
        report.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                act();
            }
        });
        root.getStyleClass().add("saving");
        root.setMaxWidth(WIDTH);
        root.setTop(new VBox(header(), choices, queue));
        root.setBottom(buttons);
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        deciding.similar().subscribe(similar -> {
            similar.map(SimilarRecords::results).ifPresent(preview::show);
            show();
        });
        model.writing().subscribe(writing -> {
            show();
            if (!writing) {
                // The buttons for what can be done next were disabled until now.
                focus();
            }
        });
        model.phase().subscribe(phase -> {
            choose(phase == Phase.CHOOSING);
            showAndFocus();
        });
        deciding.previewing().subscribe(this::showAndFocus);
        model.entries().addListener((ListChangeListener<ReportEntry>) change -> showProgress());
        showProgress();
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                focus();
            }
        });
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    /** Whether this is the view of a model. */
    public boolean shows(SavingModel other) {
        return model.equals(other);
    }

    /** The window's title. */
    public String title() {
        return texts.get("saving.title", model.entries().size());
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("concord-heading");
        counts.setId("saving-counts");
        counts.setWrapText(true);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.get("saving.progress"));
        VBox header = new VBox(new HBox(Icon.SAVE.node(), title), counts, progress);
        header.getStyleClass().add("saving-header");
        return header;
    }

    private void showProgress() {
        List<ReportEntry> entries = model.entries();
        counts.setText(words.counts(entries));
        long done = entries.stream()
                .filter(entry -> entry.result().kind() != SaveResult.Kind.WAITING)
                .count();
        progress.setProgress((double) done / entries.size());
        queue.show();
        buttons.show();
    }

    /** Shows the actions that are available from now on, and moves the keyboard focus to them. */
    private void showAndFocus() {
        show();
        focus();
    }

    private void show() {
        root.setCenter(deciding.previewing().get() ? preview : report);
        queue.show();
        buttons.show();
    }

    private void choose(boolean choosing) {
        choices.getChildren().setAll(choosing ? List.of(new FailurePolicyPane(model, texts)) : List.of());
        choices.setManaged(choosing);
    }

    private void focus() {
        if (root.getScene() == null) {
            return;
        }
        if (!choices.getChildren().isEmpty() && choices.getChildren().getFirst() instanceof FailurePolicyPane choice) {
            choice.focus();
        } else if (!queue.focusOffer()) {
            buttons.focus();
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (deciding.previewing().get()) {
                deciding.leavePreview();
            } else {
                model.close();
            }
        } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            key.consume();
            buttons.fireMain();
        }
    }

    private void pressedInReport(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            act();
        }
    }

    /** Decides the selected record, or opens it in its form. */
    private void act() {
        ReportEntry selected = report.getSelectionModel().getSelectedItem();
        if (selected != null) {
            deciding.decide(selected);
            model.open(selected);
        }
    }
}
