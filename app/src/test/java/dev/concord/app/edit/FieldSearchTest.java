package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Value;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldSearchTest {
    private final Shop shop = Shop.immediate();
    private final EditModel model = shop.model;
    private final FieldSearch search = model.search();

    @BeforeEach
    void open() {
        shop.colleague("comment on column customer.phone is 'where to reach the buyer'");
        shop.open(Shop.CUSTOMER, 1);
        search.begin();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> shown() {
        return model.fields().stream()
                .filter(field -> field.shown().get())
                .map(field -> field.column().name())
                .toList();
    }

    private void assertThatAllAreShown() {
        assertThat(shown()).hasSameSizeAs(model.fields());
        assertThat(search.open().get()).isFalse();
        assertThat(search.words().get()).isEmpty();
    }

    @Test
    void aPartOfANameLeavesTheFieldsThatContainIt() {
        search.words().set("C");
        assertThat(shown()).contains("CITY", "COUNTRY", "CREDIT").doesNotContain("NAME");
        search.words().set("ity");
        assertThat(shown()).containsExactly("CITY");
        assertThat(search.first()).contains(shop.field("CITY"));
        assertThat(search.result().get()).isEqualTo("1 of 7 fields");
    }

    @Test
    void aWordOfTheCommentIsFoundToo() {
        search.words().set("reach buyer");
        assertThat(shown()).containsExactly("PHONE");
    }

    @Test
    void whatIsNowhereLeavesNoField() {
        search.words().set("zebra");
        assertThat(shown()).isEmpty();
        assertThat(search.first()).isEmpty();
        assertThat(search.result().get()).isEqualTo("0 of 7 fields");
    }

    @Test
    void theEndOfTheSearchShowsAllFields() {
        search.words().set("city");
        search.end();
        assertThatAllAreShown();
        assertThat(search.result().get()).isEmpty();
    }

    @Test
    void anotherRecordOfTheTableIsSearchedAlike() {
        search.words().set("city");
        shop.open(Shop.CUSTOMER, 2);
        assertThat(shown()).containsExactly("CITY");
        assertThat(search.open().get()).isTrue();
    }

    @Test
    void anotherTableEndsTheSearch() {
        search.words().set("city");
        shop.open(Shop.NOTE, 1);
        assertThatAllAreShown();
    }

    @Test
    void aFieldThatPreventsTheSaveIsShown() {
        shop.field("NAME").value().set(Value.ofNull());
        search.words().set("city");
        model.save();
        assertThatAllAreShown();
        assertThat(model.focus().get()).contains(shop.field("NAME"));
    }

    @Test
    void aFieldThatTheDatabaseRejectsIsShown() {
        shop.type("NAME", "Blum");
        shop.colleague("update customer set name = 'Blum2' where id = 2");
        shop.colleague("insert into customer (id, name) values (3, 'Blum')");
        search.words().set("city");
        model.save();
        assertThatAllAreShown();
        assertThat(shop.field("NAME").problem().get()).isNotEmpty();
    }

    @Test
    void aFieldThatIsUndoneIsShown() {
        shop.type("NAME", "Apex");
        search.words().set("city");
        model.undo();
        assertThatAllAreShown();
        assertThat(model.focus().get()).contains(shop.field("NAME"));
    }

    @Test
    void aProblemOfAFieldThatIsFoundLeavesTheSearchAsItIs() {
        search.words().set("name");
        shop.field("NAME").value().set(Value.ofNull());
        model.save();
        assertThat(shown()).containsExactly("NAME");
    }
}
