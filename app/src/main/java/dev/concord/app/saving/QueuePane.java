package dev.concord.app.saving;

import atlantafx.base.theme.Styles;
import dev.concord.app.saving.SavingModel.Phase;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The queue above the report: groups of similar records to decide, and the offer to apply the last decision again. */
final class QueuePane extends VBox {
    /** The most groups shown, so that there is room for the report, which shows each of their records. */
    private static final int MOST_GROUPS = 4;

    private final SavingModel model;
    private final Texts texts;
    private final SavingText words;

    QueuePane(SavingModel model, SavingText words, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("saving-queue");
    }

    /** Shows what is to be decided now; hidden when there is nothing. */
    void show() {
        Phase phase = model.phase().get();
        boolean shown = (phase == Phase.PAUSED || phase == Phase.ENDED)
                && model.deciding().waiting()
                && !model.deciding().previewing().get();
        setVisible(shown);
        setManaged(shown);
        getChildren().clear();
        if (shown) {
            Label heading = new Label(texts.get("saving.queue"));
            heading.getStyleClass().add("concord-muted");
            heading.setWrapText(true);
            getChildren().add(heading);
            model.deciding().similar().get().ifPresent(similar -> getChildren().add(offer(similar)));
            List<DecisionGroup> groups = model.deciding().queue().groups();
            groups.stream().limit(MOST_GROUPS).map(this::line).forEach(getChildren()::add);
            if (groups.size() > MOST_GROUPS) {
                getChildren().add(new Label(texts.get("saving.queue.more", groups.size() - MOST_GROUPS)));
            }
        }
    }

    /** Moves the keyboard focus to the offer to apply the last decision again; false when there is none. */
    boolean focusOffer() {
        Node offer = lookup("#saving-similar");
        if (offer != null) {
            offer.requestFocus();
        }
        return offer != null;
    }

    private Node offer(SimilarRecords similar) {
        Button apply =
                new Button(texts.get("saving.similar.apply", similar.results().size()));
        apply.setId("saving-similar");
        apply.setOnAction(pressed -> model.deciding().preview());
        HBox offer =
                line(new Label(texts.get("saving.similar", similar.results().size()), Icon.INFO.node()), apply);
        offer.getStyleClass().add("saving-offer");
        return offer;
    }

    private Node line(DecisionGroup group) {
        Label name = new Label(words.group(group), Icon.UNDECIDED.node());
        name.getStyleClass().addAll("saving-kind", "needs-decision");
        Button decide = new Button(texts.get("saving.decide"));
        decide.getStyleClass().add("saving-decide");
        decide.setAccessibleText(texts.get("saving.decide.spoken", words.group(group)));
        decide.setOnAction(pressed -> model.deciding().decide(group.entries().getFirst()));
        boolean deletions = group.pattern().isEmpty() && group.entries().size() > 1;
        return deletions ? line(name, decide, deleteAll(group), keepAll(group)) : line(name, decide);
    }

    private Button deleteAll(DecisionGroup group) {
        Button all = new Button(texts.get("saving.deletion.all", group.entries().size()));
        all.getStyleClass().addAll("saving-delete-all", Styles.DANGER);
        all.setOnAction(pressed -> model.deciding().deleteAll(group));
        return all;
    }

    private Button keepAll(DecisionGroup group) {
        Button all = new Button(texts.get("saving.deletion.none"));
        all.getStyleClass().add("saving-keep-all");
        all.setOnAction(pressed -> model.deciding().keepAll(group));
        return all;
    }

    private static HBox line(Label words, Button... buttons) {
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words);
        for (Button button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(button);
        }
        line.getStyleClass().add("saving-line");
        return line;
    }
}
