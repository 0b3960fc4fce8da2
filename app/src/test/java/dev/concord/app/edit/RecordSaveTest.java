package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens between pressing Save and the answer. */
class RecordSaveTest {
    private final Shop shop = Shop.queued();
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
    void theFormIsBusyUntilTheAnswer() {
        shop.type("CITY", "Köln");
        model.save();
        assertThat(model.busy().get()).isTrue();
        assertThat(model.actions().save().get()).isFalse();
        shop.answer();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void savingTwiceWritesOnce() {
        shop.type("CITY", "Köln");
        model.save();
        model.save();
        assertThat(shop.background).hasSize(1);
    }

    @Test
    void whatIsTypedDuringTheSaveStaysAsAChange() {
        shop.type("CITY", "Köln");
        model.save();
        shop.type("CITY", "Köln am Rhein");
        shop.type("PHONE", "456");
        shop.answer();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln123");
        assertThat(shop.text("CITY")).isEqualTo("Köln am Rhein");
        assertThat(shop.field("CITY").changed().get()).isTrue();
        assertThat(shop.field("PHONE").changed().get()).isTrue();
        model.save();
        shop.answer();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln am Rhein456");
    }

    @Test
    void theOldValueTypedBackDuringTheSaveIsAChangeAgainstTheSavedOne() {
        shop.type("CITY", "Köln");
        model.save();
        shop.type("CITY", "Bonn");
        shop.answer();
        assertThat(shop.field("CITY").changed().get()).isTrue();
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void unreadableTextTypedDuringTheSaveSurvives() {
        shop.type("CITY", "Köln");
        model.save();
        shop.field("CREDIT").unreadable().set("1o");
        shop.answer();
        assertThat(shop.field("CREDIT").unreadable().get()).isEqualTo("1o");
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void aMergeTakesTheDraftAsItIsByThen() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.field("CREDIT").value().set(Value.of(77));
        shop.answerAll();
        assertThat(shop.one("select city || phone || credit from customer where id = 1"))
                .isEqualTo("Köln99977.00");
        assertThat(model.dirty().get()).isFalse();
        assertThat(shop.heard.alsoKept.getFirst()).containsExactly("PHONE");
    }

    @Test
    void aMergedSaveCanBeUndoneAndItsEditGivenBack() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.answerAll();
        MergedSave merged = shop.heard.merges.getFirst();
        Outcome.Saved undone = (Outcome.Saved) shop.store.save(merged.undo());
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Bonn999");
        Draft again = merged.edit(undone.snapshot());
        assertThat(again.changes()).isEqualTo(Row.of("CITY", Value.of("Köln")));
        assertThat(again.base()).contains(undone.snapshot());
    }

    @Test
    void undoAfterAMergeDoesNotBringBackWhatAColleagueHasReplaced() {
        shop.type("PHONE", "456");
        shop.type("PHONE", "123");
        shop.type("CITY", "Köln");
        shop.colleague("update customer set phone = '999' where id = 1");
        model.save();
        shop.answer();
        shop.answer();
        shop.answer();
        assertThat(shop.text("PHONE")).isEqualTo("999");
        while (model.actions().undo().get()) {
            model.undo();
        }
        assertThat(shop.text("PHONE")).isEqualTo("999");
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
    }

    @Test
    void aConflictTypedIntoDuringTheSaveIsNoticed() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.type("PHONE", "456");
        shop.answerAll();
        assertThat(shop.heard.conflicts.getFirst().changes().get("PHONE")).isEqualTo(Value.of("456"));
        assertThat(shop.one("select phone from customer where id = 1")).isEqualTo("999");
    }

    @Test
    void halfTypedTextIsNotSentAlongWithAMerge() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.field("CREDIT").value().set(Value.of(1));
        shop.field("CREDIT").unreadable().set("1o");
        shop.answerAll();
        assertThat(shop.one("select credit from customer where id = 1")).isEqualTo("10.00");
        assertThat(shop.field("CREDIT").unreadable().get()).isEqualTo("1o");
    }

    @Test
    void aRecordThatMovesTwiceIsMergedTwiceAndEverythingReported() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.answer();
        shop.answer();
        shop.colleague("update customer set country = 'FR' where id = 1");
        shop.answerAll();
        assertThat(shop.one("select city || phone || country from customer where id = 1"))
                .isEqualTo("Köln999FR");
        assertThat(shop.heard.alsoKept.getFirst()).containsExactly("PHONE", "COUNTRY");
    }

    @Test
    void aRecordThatNeverRestsIsGivenBackToThePerson() {
        shop.type("CITY", "Köln");
        model.save();
        for (int i = 0; !shop.background.isEmpty(); i++) {
            shop.colleague("update customer set phone = '" + i + "' where id = 1");
            shop.answer();
        }
        assertThat(model.message().get().sentence()).contains("keeps changing");
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void whatIsTypedDuringTheComparisonIsNeitherLostNorOverwritten() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.answer();
        shop.type("CITY", "Köln am Rhein");
        shop.answer();
        assertThat(shop.text("CITY")).isEqualTo("Köln am Rhein");
        shop.answerAll();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln am Rhein999");
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void aConflictTypedIntoDuringTheComparisonIsNoticed() {
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.answer();
        shop.type("PHONE", "456");
        shop.answerAll();
        assertThat(shop.heard.conflicts.getFirst().changes().get("PHONE")).isEqualTo(Value.of("456"));
        assertThat(shop.one("select phone from customer where id = 1")).isEqualTo("999");
        assertThat(shop.text("PHONE")).isEqualTo("456");
    }

    @Test
    void theFormIsBusyFromTheFirstTryToTheLast() {
        shop.colleague("update customer set phone = '999' where id = 1");
        List<Boolean> busy = new ArrayList<>();
        shop.type("CITY", "Köln");
        model.busy().subscribe(now -> busy.add(now));
        model.save();
        shop.answerAll();
        assertThat(busy).containsExactly(false, true, false);
    }

    @Test
    void whatIsTypedWhileARefreshComparesStays() {
        shop.colleague("update customer set phone = '999' where id = 1");
        model.refresh();
        shop.answer();
        shop.type("CITY", "Köln");
        shop.answerAll();
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Köln999");
        assertThat(shop.field("CITY").changed().get()).isTrue();
    }

    @Test
    void theAnswerForARecordLeftBehindIsToldButDoesNotTouchTheForm() {
        shop.type("CITY", "Köln");
        model.save();
        shop.open(Shop.CUSTOMER, 2);
        shop.type("CITY", "Essen");
        shop.answer();
        assertThat(shop.heard.saved).hasSize(1);
        assertThat(shop.text("CITY")).isEqualTo("Essen");
        assertThat(model.title().get()).isEqualTo("Customer Blum");
    }

    @Test
    void aConflictOfARecordLeftBehindKeepsItsDraft() {
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.open(Shop.CUSTOMER, 2);
        shop.answerAll();
        assertThat(shop.heard.conflicts.getFirst().changes().get("CITY")).isEqualTo(Value.of("Köln"));
        assertThat(shop.text("CITY")).isEmpty();
    }

    @Test
    void aRefreshOfARecordLeftBehindIsDropped() {
        shop.colleague("update customer set phone = '999' where id = 1");
        model.refresh();
        shop.open(Shop.CUSTOMER, 2);
        shop.answer();
        assertThat(shop.text("PHONE")).isEmpty();
    }

    @Test
    void whatIsTypedDuringAnInsertStaysAsAChange() {
        shop.openNew();
        shop.type("NAME", "Nova");
        model.save();
        shop.type("CITY", "Essen");
        shop.answer();
        assertThat(shop.text("NAME") + shop.text("CITY")).isEqualTo("NovaEssen");
        assertThat(shop.field("NAME").changed().get()).isFalse();
        assertThat(shop.field("CITY").changed().get()).isTrue();
    }

    @Test
    void undoingDuringTheSaveIsAChangeAgainstTheSavedValue() {
        shop.type("CITY", "Köln");
        model.save();
        model.undo();
        shop.answer();
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
        assertThat(model.dirty().get()).isTrue();
    }
}
