package dev.concord.app.recovery;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One piece of unsaved work: what the database holds as icon, word and colour, the record's title, and the details. */
final class OfferCell extends ListCell<Offer> {
    private final RecoveryText words;
    private final Predicate<Offer> underWay;
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line;
    private final Hint hint = Hint.on(this);

    OfferCell(RecoveryText words, Predicate<Offer> underWay) {
        this.words = words;
        this.underWay = underWay;
        // No wider than the list: a long sentence is wrapped.
        setPrefWidth(0);
        title.getStyleClass().add("saving-record");
        detail.setWrapText(true);
        detail.getStyleClass().add("concord-muted");
        VBox text = new VBox(title, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        line = new HBox(kind, text);
        line.getStyleClass().add("saving-line");
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
        super.updateItem(offer, empty);
        if (empty || offer == null) {
            setGraphic(null);
            hint.say("");
            setAccessibleText(null);
            return;
        }
        boolean editing = underWay.test(offer);
        kind.setText(words.kind(offer));
        kind.setGraphic((offer.isDiscarded() ? Icon.DISCARD : offer.state().icon()).node());
        kind.getStyleClass()
                .setAll(
                        "label",
                        "saving-kind",
                        "recovery-"
                                + (offer.isDiscarded()
                                        ? "discarded"
                                        : offer.state().word()));
        title.setText(offer.draft().title());
        detail.setText(words.detail(offer, editing));
        setGraphic(line);
        hint.say(detail.getText());
        setAccessibleText(words.spoken(offer, editing));
    }
}
