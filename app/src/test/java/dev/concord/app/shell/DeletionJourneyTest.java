package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.shell.Hands.Way;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import java.util.concurrent.TimeoutException;

/** A deletion that meets an edit, from either side, with every way out. */
class DeletionJourneyTest extends Journey {
    private static final Value MY_PHONE = Value.of("+49 431 555 0100");

    @ByHand
    void theyDeletedAndTheDraftIsKept(Way way) throws TimeoutException {
        RecordKey key = desk.openNewCustomer();
        Hands hands = meetDeletion(key, way);
        hands.picture("deleted-while-editing");
        hands.push("deletion-leave");
        until(() -> desk.dialog().isEmpty());
        hands.picture("deleted-draft-kept");
        assertThat(desk.office.store.find(key)).isEmpty();
        assertThat(desk.text("#field-phone")).isEqualTo(MY_PHONE.text());
        assertThat(desk.workspace().edit().dirty().get()).isTrue();
    }

    @ByHand
    void theyDeletedAndItIsInsertedAgain(Way way) throws TimeoutException {
        RecordKey key = desk.openNewCustomer();
        meetDeletion(key, way).push("deletion-insert");
        until(() -> desk.notice().contains("is saved"));
        assertThat(desk.dialog()).isEmpty();
        RecordKey again = desk.workspace().shown().openKey().orElseThrow();
        assertThat(again).isNotEqualTo(key);
        assertThat(desk.office.value(again, "phone")).isEqualTo(MY_PHONE);
        assertThat(desk.office.value(again, "name")).isEqualTo(Value.of("Teestube Nord"));
    }

    @ByHand
    void theyDeletedAndANewRecordIsMadeOfIt(Way way) throws TimeoutException {
        Hands hands = meetDeletion(desk.openNewCustomer(), way);
        hands.push("deletion-copy");
        until(() -> desk.dialog().isEmpty());
        hands.picture("deleted-copied");
        assertThat(desk.workspace().shown().openKey()).isEmpty();
        hands.save();
        until(() -> desk.notice().contains("is saved"));
        RecordKey copy = desk.workspace().shown().openKey().orElseThrow();
        assertThat(desk.office.value(copy, "phone")).isEqualTo(MY_PHONE);
    }

    @ByHand
    void iDeletedWhatTheyEditedAndItStays(Way way) throws TimeoutException {
        RecordKey key = desk.openNewCustomer();
        Hands hands = meetEdit(key, way);
        hands.picture("edited-while-deleting");
        hands.push("deletion-keep");
        until(() -> desk.dialog().isEmpty());
        assertThat(desk.office.store.find(key)).isPresent();
        assertThat(desk.text("#field-phone")).isEqualTo("+49 431 555 0111");
    }

    @ByHand
    void iDeletedWhatTheyEditedAndItGoes(Way way) throws TimeoutException {
        RecordKey key = desk.openNewCustomer();
        meetEdit(key, way).push("deletion-delete");
        until(() -> desk.notice().contains("is deleted"));
        assertThat(desk.office.store.find(key)).isEmpty();
    }

    @ByHand
    void bothDeletedIt(Way way) throws TimeoutException {
        RecordKey key = desk.openNewCustomer();
        Hands hands = meetEdit(key, way);
        desk.office.colleagueDeletes(key);
        hands.push("deletion-delete");
        desk.untilDialogHas("#deletion-close");
        hands.picture("deleted-by-both");
        hands.push("deletion-close");
        until(() -> desk.dialog().isEmpty());
        assertThat(desk.workspace().shown().openKey()).isEmpty();
    }

    private Hands meetDeletion(RecordKey key, Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        desk.type("phone", MY_PHONE.text());
        desk.office.colleagueDeletes(key);
        hands.save();
        desk.untilDialogHas("#deletion-leave");
        return hands;
    }

    private Hands meetEdit(RecordKey key, Way way) throws TimeoutException {
        Hands hands = Hands.at(desk, way);
        desk.office.colleagueSets(key, "phone", Value.of("+49 431 555 0111"));
        hands.delete();
        desk.untilDialogHas("#deletion-keep");
        assertThat(desk.office.store.find(key)).isPresent();
        return hands;
    }
}
