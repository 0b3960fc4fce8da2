package dev.concord.app.conflict.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.Colleague;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.ConflictView;
import dev.concord.app.conflict.Customer;
import dev.concord.app.conflict.Portraits;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A record that keeps changing, as the person sees it; the background is a real one. */
@ExtendWith(OwnWindow.class)
class HoldBarTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final int SECONDS = 90;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Colleague colleague = new Colleague();
    private final ConflictModel model = new ConflictModel(
            Customer.merge(),
            colleague,
            Work.of(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, fault -> {
                throw new IllegalStateException(fault);
            }),
            TEXTS,
            colleague);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Portraits portraits;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        portraits = new Portraits((Region) new ConflictView(model, TEXTS).root());
        scene = portraits.scene();
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aRecordThatKeepsChangingIsOfferedHeldAndGivenBack(FxRobot robot) throws TimeoutException {
        assertThat(bar().isVisible()).isFalse();
        overtake(robot, 9);
        overtake(robot, 12);
        Frames.until(() -> words().equals("It keeps changing while you decide."));
        portraits.take(robot, "conflict-hold-offered");
        colleague.holds = (held, decision) -> {
            held.accept(new HeldRow(
                    Customer.theirs("city", Value.of("City 12"), 12),
                    Instant.now().plusSeconds(SECONDS)));
            return expire();
        };
        robot.clickOn("#conflict-hold");
        Frames.until(() -> words().startsWith("Held for you for "));
        assertThat(words()).containsPattern("for \\d+ more seconds: nobody else can change it");
        assertThat(button().isVisible()).isFalse();
        portraits.take(robot, "conflict-hold-held");
        over.countDown();
        Frames.until(() -> words().startsWith("The time is over"));
        assertThat(button().isVisible()).isTrue();
        portraits.take(robot, "conflict-hold-over");
    }

    private HoldOutcome expire() {
        try {
            over.await();
            return new HoldOutcome.Expired(Customer.THEIRS.key());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HoldOutcome.Released(Customer.THEIRS.key());
        }
    }

    private void overtake(FxRobot robot, int minute) throws TimeoutException {
        colleague.answers(new Outcome.Stale(Customer.theirs("city", Value.of("City " + minute), minute)));
        robot.interact(() -> {
            model.chooseAll(new Choice.Mine());
            model.save();
        });
        Frames.until(() -> !model.saving().get());
    }

    private String words() {
        return ((Label) bar().lookup(".label")).getText();
    }

    private Node bar() {
        return scene.lookup(".conflict-hold");
    }

    private Node button() {
        return scene.lookup("#conflict-hold");
    }
}
