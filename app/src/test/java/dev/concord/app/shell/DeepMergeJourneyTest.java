package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.shell.Hands.Side;
import dev.concord.app.shell.Hands.Way;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.time.LocalTime;
import java.util.concurrent.TimeoutException;

/** Values that are taken apart, added up, or decided together, and a result the database does not accept. */
class DeepMergeJourneyTest extends Journey {
    /** To be delivered between 8 and 12 o'clock; a rule of the database says that it begins before it ends. */
    private static final RecordKey ORDER = new RecordKey(new TableId("PUBLIC", "order"), Row.of("id", Value.of(20002)));

    private static final RecordKey FEES =
            new RecordKey(new TableId("PUBLIC", "setting"), Row.of("name", Value.of("order.delivery_fee")));

    private static final String PACKING = """
            Cups and pots break at the handle first.
            Wrap each piece twice in paper.
            Put the paper in the cup as well.
            Stand plates on their edge, never flat.
            Leave two fingers of room at every wall.
            Fill the room with straw or paper.
            Shake the carton: nothing may move.
            Close it with one strip of tape.
            Write the number of the order on the lid.
            Turn the carton over and look at the bottom.
            Glue the label on the longest side.
            Add a red sticker with a glass on it.
            Take it to the shelf by the door.
            The carrier comes at four.
            """;

    @ByHand
    void aTextWithThreeChanges(Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        RecordKey article = desk.office.newArticle(PACKING);
        desk.open(article);
        desk.paste(
                "body",
                PACKING.replace("twice in paper", "twice in grey paper")
                        .replace("comes at four", "comes at half past three"));
        desk.office.colleagueSets(
                article,
                "body",
                Value.of(PACKING.replace("twice in paper", "three times in paper")
                        .replace("one strip", "two strips")
                        .replace("comes at four", "comes at three on Fridays")));
        hands.save();
        desk.untilDialogHas("#conflict-row-body");
        hands.picture("merge-text-field");
        hands.lookInside("body");
        hands.picture("merge-text");
        hands.choosePart("Change 1 of 3", Side.MINE);
        hands.choosePart("Change 3 of 3", Side.BOTH);
        hands.picture("merge-text-decided");
        hands.leaveParts();
        until(() -> desk.inDialog("#conflict-save").isPresent());
        hands.finish();
        until(() -> desk.dialog().isEmpty());
        assertThat(desk.office.value(article, "body").text())
                .isEqualTo(PACKING.replace("twice in paper", "twice in grey paper")
                        .replace("one strip", "two strips")
                        .replace(
                                "The carrier comes at four.",
                                "The carrier comes at three on Fridays.\nThe carrier comes at half past three."));
    }

    @ByHand
    void aQuantityIsAddedUp(Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        desk.open(Office.PRODUCT);
        desk.type("stock", "40");
        desk.office.colleagueSets(Office.PRODUCT, "stock", Value.of(38));
        hands.save();
        desk.untilDialogHas("#conflict-row-stock");
        hands.addUp("stock");
        hands.picture("merge-quantity");
        hands.finish();
        until(() -> desk.dialog().isEmpty());
        assertThat(desk.office.value(Office.PRODUCT, "stock")).isEqualTo(Value.of(35));
    }

    @ByHand
    void aDocumentIsDecidedAtOnePath(Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        desk.open(FEES);
        desk.paste("value", "{\"EU\": 9, \"EFTA\": 14, \"GB\": 16, \"world\": 32}");
        desk.office.colleagueSets(
                FEES, "value", new Value.Json("{\"EU\": 9.5, \"EFTA\": 14, \"GB\": 14, \"world\": 35}"));
        hands.save();
        desk.untilDialogHas("#conflict-row-value");
        hands.lookInside("value");
        hands.choosePart("EU", Side.MINE);
        hands.picture("merge-json");
        hands.leaveParts();
        until(() -> desk.inDialog("#conflict-save").isPresent());
        hands.finish();
        until(() -> desk.dialog().isEmpty());
        assertThat(desk.office.value(FEES, "value").text().replace(" ", ""))
                .isEqualTo("{\"EU\":9,\"EFTA\":14,\"GB\":16,\"world\":35}");
    }

    @ByHand
    void whatBelongsTogetherIsDecidedTogether(Way way) throws TimeoutException {
        Hands hands = meetTwoWindows(way);
        hands.picture("merge-group");
        hands.choose("delivery_until", Side.MINE);
        hands.finish();
        until(() -> desk.dialog().isEmpty());
        assertThat(time("delivery_from")).isEqualTo(LocalTime.of(11, 0));
        assertThat(time("delivery_until")).isEqualTo(LocalTime.NOON);
    }

    @ByHand
    void whatTheDatabaseDoesNotAcceptIsSaidAtItsField(Way way) throws TimeoutException {
        Hands hands = meetTwoWindows(way);
        hands.separate("delivery_from");
        until(() -> desk.dialogText("#conflict-row-delivery_until .conflict-problem")
                .contains("ck_order_delivery_window"));
        hands.finish();
        until(() -> desk.dialogText(".conflict-notice").contains("Nothing was saved"));
        hands.picture("merge-constraint");
        assertThat(time("delivery_from")).isEqualTo(LocalTime.of(8, 0));
        hands.type("delivery_until", "13:00");
        hands.finish();
        until(() -> desk.dialog().isEmpty());
        assertThat(time("delivery_from")).isEqualTo(LocalTime.of(11, 0));
        assertThat(time("delivery_until")).isEqualTo(LocalTime.of(13, 0));
    }

    /** Each of the two windows is one: from 11 to 12, and from 8 to half past 10. Half of each is none. */
    private Hands meetTwoWindows(Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        desk.open(ORDER);
        desk.type("delivery_from", "11:00");
        desk.office.colleagueSets(ORDER, "delivery_until", new Value.Time(LocalTime.of(10, 30)));
        hands.save();
        desk.untilDialogHas("#conflict-row-delivery_until");
        return hands;
    }

    private LocalTime time(String column) {
        return ((Value.Time) desk.office.value(ORDER, column)).time();
    }
}
