package dev.concord.app.conflict.hold;

import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Offers to hold a record that keeps changing, and shows how long it is held. */
public final class HoldBar extends HBox {
    private final HoldModel model;
    private final Texts texts;
    private final Label words = new Label("", Icon.READ_ONLY.node());
    private final Button hold = new Button();
    private final Timeline clock;

    /**
     * Hidden until holding is offered.
     *
     * @param begin requests the hold when the button is pressed
     */
    public HoldBar(HoldModel model, Texts texts, Runnable begin) {
        this.model = model;
        this.texts = texts;
        this.clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        getStyleClass().add("conflict-hold");
        hold.setId("conflict-hold");
        hold.setOnAction(event -> begin.run());
        hold.setMinWidth(Region.USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, hold);
        managedProperty().bind(visibleProperty());
        model.state().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            }
        });
    }

    private void show(HoldModel.State state) {
        clock.stop();
        setVisible(!(state instanceof HoldModel.State.Free));
        hold.setVisible(!(state instanceof HoldModel.State.Kept || state instanceof HoldModel.State.Asked));
        hold.setText(
                texts.get(state instanceof HoldModel.State.Offered ? "conflict.hold.begin" : "conflict.hold.again"));
        words.setText(
                switch (state) {
                    case HoldModel.State.Free _ -> "";
                    case HoldModel.State.Offered _ -> texts.get("conflict.hold.offered");
                    case HoldModel.State.Asked _ -> texts.get("conflict.hold.asked");
                    case HoldModel.State.Busy _ -> texts.get("conflict.hold.busy");
                    case HoldModel.State.Over _ -> texts.get("conflict.hold.over");
                    case HoldModel.State.Kept kept -> {
                        clock.play();
                        yield left(kept.held());
                    }
                });
    }

    private void tick() {
        if (model.state().get() instanceof HoldModel.State.Kept kept) {
            words.setText(left(kept.held()));
        }
    }

    private String left(HeldRow held) {
        Duration left = Duration.between(Instant.now(), held.until());
        return texts.get("conflict.hold.held", Math.max(0, left.toSeconds()));
    }
}
