package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a form tells of its record's changes before anybody saves. */
class RecordWatchTest {
    private final Shop shop = Shop.watched();
    private final EditModel model = shop.model;

    @BeforeEach
    void open() {
        shop.open(Shop.CUSTOMER, 1);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aRecordThatIsOnlyLookedAtIsNotWatched() {
        assertThat(shop.looks).isEmpty();
    }

    @Test
    void whatNobodyTouchedHereIsBroughtUpToDateWhereItStands() {
        shop.type("PHONE", "456");
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.look();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(shop.field("CITY").news().get()).startsWith("Changed in the database");
        assertThat(shop.field("CITY").changed().get()).isFalse();
        assertThat(shop.text("PHONE")).isEqualTo("456");
        assertThat(shop.field("PHONE").changed().get()).isTrue();
        model.save();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln456");
        assertThat(shop.heard.conflicts).isEmpty();
    }

    @Test
    void whatWasTouchedKeepsTheEditAndTellsWhatTheDatabaseHolds() {
        shop.type("CITY", "Berlin");
        shop.colleague("update customer set city = 'Köln', phone = '789' where id = 1");
        shop.look();
        assertThat(shop.text("CITY")).isEqualTo("Berlin");
        assertThat(shop.field("CITY").news().get()).contains("“Köln”");
        assertThat(shop.text("PHONE")).isEqualTo("789");
    }

    @Test
    void aTouchedFieldIsStillAConflictWhenItIsSaved() {
        shop.type("CITY", "Berlin");
        shop.colleague("update customer set city = 'Köln', phone = '789' where id = 1");
        shop.look();
        model.save();
        assertThat(shop.one("select city from customer where id = 1")).isEqualTo("Köln");
        assertThat(shop.heard.conflicts).singleElement().satisfies(mine -> {
            assertThat(mine.get("CITY")).isEqualTo(Value.of("Berlin"));
            assertThat(mine.base().orElseThrow().row().get("CITY")).isEqualTo(Value.of("Bonn"));
        });
    }

    @Test
    void whatWasRefreshedWhileAConflictIsDecidedIsNotTakenForTyped() {
        shop.type("PHONE", "456");
        shop.colleague("update customer set phone = '789', city = 'Köln' where id = 1");
        model.save();
        assertThat(shop.heard.conflicts).hasSize(1);
        shop.look();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        shop.colleague("update customer set phone = '456', city = 'Ulm' where id = 1");
        shop.heard.decided.accept(shop.read(Shop.CUSTOMER, 1));
        assertThat(model.dirty().get()).isFalse();
        assertThat(shop.text("CITY")).isEqualTo("Ulm");
    }

    @Test
    void aValueTheDatabaseNoLongerHasIsSaidInWords() {
        shop.type("CITY", "Berlin");
        shop.colleague("update customer set city = '' where id = 1");
        shop.look();
        assertThat(shop.field("CITY").news().get()).contains("now nothing");
    }

    @Test
    void textInTheMiddleOfBeingTypedIsLeftAlone() {
        shop.field("CREDIT").unreadable().set("1o");
        shop.colleague("update customer set credit = 20 where id = 1");
        shop.look();
        assertThat(shop.field("CREDIT").unreadable().get()).isEqualTo("1o");
        shop.field("CREDIT").unreadable().set("");
        shop.field("CREDIT").value().set(Value.of(11));
        model.save();
        assertThat(shop.heard.conflicts).hasSize(1);
    }

    @Test
    void aDeletedRecordIsToldOnceAndItsEditsStay() {
        shop.type("CITY", "Berlin");
        shop.colleague("delete from customer where id = 1");
        shop.look();
        assertThat(model.message().get().tone()).isEqualTo(Tone.WARNING);
        model.dismiss();
        shop.look();
        assertThat(model.message().get()).isEqualTo(FormMessage.NONE);
        assertThat(shop.text("CITY")).isEqualTo("Berlin");
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void whenTheEditsAreTakenBackNobodyLooksAnyMore() {
        shop.type("CITY", "Berlin");
        shop.look();
        model.discard();
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.look();
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
        assertThat(shop.looks).isEmpty();
    }

    @Test
    void aLookThatFailsIsTriedAgain() {
        shop.type("PHONE", "456");
        shop.colleague("alter table customer rename to client");
        shop.look();
        shop.colleague("alter table client rename to customer");
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.look();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
    }

    @Test
    void whatWasSaidAboutAnEditIsOverWhenTheEditIsTakenBack() {
        shop.type("CITY", "Berlin");
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.look();
        assertThat(shop.field("CITY").news().get()).contains("Köln");
        model.discard();
        assertThat(shop.field("CITY").news().get()).isEmpty();
    }

    @Test
    void theNewsIsOverWhenTheRecordIsSaved() {
        shop.type("PHONE", "456");
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.look();
        model.save();
        assertThat(shop.field("CITY").news().get()).isEmpty();
    }

    @Test
    void whoWaitsForTheFirstLookIsCalledAfterIt() {
        List<String> called = new ArrayList<>();
        shop.type("PHONE", "456");
        model.afterFirstLook(() -> called.add("then"));
        assertThat(called).isEmpty();
        shop.look();
        assertThat(called).containsExactly("then");
    }

    @Test
    void whoSavedTheRecordIsNamedWhereTheRowSaysSo() {
        shop.open(Shop.NOTE, 1);
        shop.type("WORDS", "Call Ana again");
        shop.colleague("update note set words = 'Ana called', place = 'Köln', updated_by = 'ana' where id = 1");
        shop.look();
        assertThat(shop.field("WORDS").news().get()).startsWith("ana saved this record: now “Ana called”");
        assertThat(shop.field("PLACE").news().get()).startsWith("ana saved this record; shown here");
    }

    @Test
    void whatThePersonSavedInAnotherWindowIsSaidToBeTheirs() {
        shop.type("CITY", "Berlin");
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.here.add(shop.read(Shop.CUSTOMER, 1).token());
        shop.look();
        assertThat(shop.field("CITY").news().get()).startsWith("You saved this record in another window: now “Köln”");
    }
}
