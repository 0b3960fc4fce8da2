package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.shell.Hands.Side;
import dev.concord.app.shell.Hands.Way;
import dev.concord.record.Value;
import java.util.concurrent.TimeoutException;

/** From a stale save through the dialog and back: deciding, being overtaken, going away and coming again. */
class MergeJourneyTest extends Journey {
    private static final Value HIS_PHONE = Value.of("+48 12 555 01 11");
    private static final Value HIS_STREET = Value.of("ul. Szeroka 9");
    private static final Value MY_PHONE = Value.of("+48 12 555 01 99");
    private static final Value MY_STREET = Value.of("ul. Krótka 2");

    @ByHand
    void twoDecisionsAndTheRestIsMerged(Way way) throws TimeoutException {
        Hands hands = meetTwoDecisions(way);
        hands.picture("merge-two-decisions");
        assertThat(desk.dialogText("#conflict-save")).contains("2 undecided");
        hands.choose("phone", Side.MINE);
        hands.choose("street", Side.DATABASE);
        hands.picture("merge-two-decided");
        hands.finish();
        untilSaved();
        assertThat(value("phone")).isEqualTo(MY_PHONE);
        assertThat(value("street")).isEqualTo(HIS_STREET);
        assertThat(value("city")).isEqualTo(Value.of("Wieliczka"));
    }

    @ByHand
    void aResultIsTyped(Way way) throws TimeoutException {
        Hands hands = meetTwoDecisions(way);
        hands.choose("street", Side.OPENED);
        hands.type("phone", "+48 12 555 01 00");
        hands.finish();
        untilSaved();
        assertThat(value("phone")).isEqualTo(Value.of("+48 12 555 01 00"));
    }

    @ByHand
    void cancelledAndTakenUpAgain(Way way) throws TimeoutException {
        Hands hands = meetTwoDecisions(way);
        hands.choose("phone", Side.MINE);
        hands.cancel();
        until(() -> desk.dialog().isEmpty());
        hands.picture("merge-cancelled");
        assertThat(desk.text("#field-phone")).isEqualTo(MY_PHONE.text());
        assertThat(desk.text("#field-street")).isEqualTo(MY_STREET.text());
        assertThat(value("phone")).isEqualTo(HIS_PHONE);
        hands.save();
        until(() -> desk.dialogText("#conflict-save").contains("1 undecided"));
        hands.picture("merge-taken-up-again");
        hands.choose("street", Side.DATABASE);
        hands.finish();
        untilSaved();
        assertThat(value("phone")).isEqualTo(MY_PHONE);
        assertThat(value("street")).isEqualTo(HIS_STREET);
    }

    @ByHand
    void changedAgainTwiceAndThenHeld(Way way) throws TimeoutException {
        Hands hands = meetTwoDecisions(way);
        hands.choose("phone", Side.MINE);
        hands.choose("street", Side.DATABASE);
        overtaken(hands, Value.of("+48 12 555 01 22"));
        hands.picture("merge-changed-again");
        hands.choose("phone", Side.MINE);
        overtaken(hands, Value.of("+48 12 555 01 33"));
        hands.push("conflict-hold");
        until(() -> desk.dialogText(".conflict-hold .label").contains("nobody else can change it"));
        hands.picture("merge-held");
        hands.choose("phone", Side.MINE);
        hands.finish();
        untilSaved();
        assertThat(value("phone")).isEqualTo(MY_PHONE);
        assertThat(value("street")).isEqualTo(HIS_STREET);
    }

    /** The colleague changes the phone once more, just before the merge is saved: only that is open again. */
    private void overtaken(Hands hands, Value phone) throws TimeoutException {
        desk.office.colleagueSets(Office.CUSTOMER, "phone", phone);
        hands.finish();
        until(() -> desk.dialogText("#conflict-save").contains("1 undecided"));
        assertThat(value("phone")).isEqualTo(phone);
    }

    private Hands meetTwoDecisions(Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        desk.type("phone", MY_PHONE.text());
        desk.type("street", MY_STREET.text());
        desk.office.colleagueSets(Office.CUSTOMER, "phone", HIS_PHONE);
        desk.office.colleagueSets(Office.CUSTOMER, "street", HIS_STREET);
        desk.office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        hands.save();
        desk.untilDialogHas("#conflict-row-street");
        return hands;
    }

    private void untilSaved() throws TimeoutException {
        until(() -> desk.dialog().isEmpty());
        until(() -> !desk.workspace().edit().dirty().get());
    }

    private Value value(String column) {
        return desk.office.value(Office.CUSTOMER, column);
    }
}
