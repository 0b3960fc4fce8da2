package dev.concord.app.reference;

import dev.concord.catalog.ForeignKey;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** The picker as a list below a field, which keeps the keyboard focus. It opens when there is something to show. FX thread only. */
final class TargetPopup {
    /** In pixels; below a narrower field the list is this wide. */
    private static final double NARROWEST = 320;

    private final TargetChoices choices;
    private final Node field;
    private final Runnable closed;
    private final Popup popup = new Popup();
    private final StackPane card;
    /** Whether the list is to be open; it is not there before the first answer. */
    private boolean wanted;

    /**
     * @param chosen given a row that is clicked
     * @param closed run when the list has closed
     */
    TargetPopup(
            ReferenceModel references,
            ForeignKey reference,
            Node field,
            Texts texts,
            Consumer<TargetRow> chosen,
            Runnable closed) {
        this.field = field;
        this.closed = closed;
        this.choices = new TargetChoices(references, reference, texts, chosen);
        this.card = new StackPane(choices.root());
        card.getStyleClass().add("pick-popup");
        card.setMinHeight(Region.USE_PREF_SIZE);
        popup.getContent().setAll(card);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setOnAutoHide(event -> close());
        choices.shown().subscribe(this::open);
        choices.state().subscribe(this::open);
    }

    /**
     * Searches, and opens the list when there is an answer.
     *
     * @param key whether what is typed is a key, in place of which no other row is taken
     */
    void search(String typed, boolean key) {
        wanted = true;
        choices.search(typed, key);
    }

    private void open() {
        boolean onScreen = field.getScene() != null
                && field.getScene().getWindow() != null
                && field.getScene().getWindow().isShowing();
        if (wanted && !choices.empty() && onScreen && !popup.isShowing()) {
            Bounds place = field.localToScreen(field.getBoundsInLocal());
            card.setPrefWidth(Math.max(NARROWEST, place.getWidth()));
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    void close() {
        wanted = false;
        choices.stop();
        popup.hide();
        closed.run();
    }

    /** Whether the list is open, or is about to be. */
    boolean isOpen() {
        return wanted;
    }

    boolean looking() {
        return wanted && choices.looking();
    }

    Optional<TargetRow> selected() {
        return wanted ? choices.selected() : Optional.empty();
    }

    Optional<TargetRow> named(String name) {
        return wanted ? choices.named(name) : Optional.empty();
    }

    /** Moves the selection by the keys for that; returns whether the key was one. */
    boolean press(KeyEvent key) {
        return wanted && choices.press(key);
    }

    /** What is selected and said, for those who hear it. */
    String spoken() {
        return choices.spoken();
    }

    /** Given a task that is run whenever {@link #spoken} may have changed. */
    void onSpoken(Runnable task) {
        choices.onSpoken(task);
    }
}
