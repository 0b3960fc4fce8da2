package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look that finds a change, while the comparison takes its time and the person goes on. */
class BackgroundMergeTest {
    private final Shop shop = Shop.watchedAndQueued();
    private final EditModel model = shop.model;

    @BeforeEach
    void lookAtAChange() {
        shop.open(Shop.CUSTOMER, 1);
        shop.type("PHONE", "456");
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.look();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void nothingIsComparedOnTheThreadOfTheWindow() {
        assertThat(shop.background).hasSize(1);
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
        assertThat(model.busy().get()).isFalse();
        shop.answer();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
    }

    @Test
    void whatIsTypedMeanwhileIsComparedToo() {
        shop.type("CITY", "Berlin");
        shop.answerAll();
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Berlin456");
        assertThat(shop.field("CITY").news().get()).contains("“Köln”");
    }

    @Test
    void aSaveMeanwhileMakesItOfNoUse() {
        model.save();
        shop.answerAll();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln456");
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Köln456");
        assertThat(shop.field("CITY").news().get()).isEmpty();
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void editsTakenBackMeanwhileMakeItOfNoUse() {
        model.discard();
        shop.answerAll();
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
    }

    @Test
    void anotherRecordMeanwhileIsLeftAlone() {
        shop.open(Shop.CUSTOMER, 2);
        shop.type("CITY", "Essen");
        shop.answerAll();
        assertThat(shop.text("CITY")).isEqualTo("Essen");
        assertThat(shop.field("CITY").news().get()).isEmpty();
    }
}
