package dev.concord.app.recovery;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import java.util.function.Predicate;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One piece of unsaved work: what the database holds as icon, word and colour, the record's title, and the details. */
final class OfferCell extends ListCell<Offer> {
    private final RecoveryText words;
    private final Predicate<Offer> underWay;
    private final WorkLine line = new WorkLine();
    private final Hint hint = Hint.on(this);

    OfferCell(RecoveryText words, Predicate<Offer> underWay) {
        this.words = words;
        this.underWay = underWay;
        // No wider than the list: a long sentence is wrapped.
        setPrefWidth(0);
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
        String detail = words.detail(offer, editing);
        line.show(
                words.kind(offer),
                offer.isDiscarded() ? Icon.DISCARD : offer.state().icon(),
                offer.isDiscarded() ? "discarded" : offer.state().word(),
                offer.draft().title(),
                detail);
        setGraphic(line);
        hint.say(detail);
        setAccessibleText(words.spoken(offer, editing));
    }
}
