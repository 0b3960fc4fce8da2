package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Value;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer 2 has an empty city, and neither telephone nor country. */
class EmptyFieldsTest {
    private final Shop shop = Shop.immediate();
    private final EditModel model = shop.model;
    private final EmptyFields empty = model.empty();

    @BeforeEach
    void open() {
        shop.open(Shop.CUSTOMER, 2);
        empty.hide(true);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> hidden() {
        return model.fields().stream()
                .filter(field -> !field.shown().get())
                .map(field -> field.column().name())
                .toList();
    }

    @Test
    void fieldsWithNullOrAnEmptyTextAreHidden() {
        assertThat(hidden()).containsExactly("CITY", "PHONE", "COUNTRY");
        assertThat(empty.result().get()).isEqualTo("3 empty fields hidden – show");
    }

    @Test
    void theyAreShownAgain() {
        empty.toggle();
        assertThat(hidden()).isEmpty();
        assertThat(empty.result().get()).isEmpty();
    }

    @Test
    void itHoldsForEveryRecordOfTheTableAndForNoOtherTable() {
        shop.open(Shop.CUSTOMER, 1);
        assertThat(hidden()).isEmpty();
        shop.open(Shop.NOTE, 1);
        assertThat(empty.hiding().get()).isFalse();
        shop.open(Shop.CUSTOMER, 2);
        assertThat(hidden()).containsExactly("CITY", "PHONE", "COUNTRY");
    }

    @Test
    void aFieldThatWasEditedStays() {
        empty.hide(false);
        shop.type("PHONE", "123");
        shop.field("PHONE").value().set(Value.of(""));
        empty.hide(true);
        assertThat(hidden()).containsExactly("CITY", "COUNTRY");
    }

    @Test
    void aFieldThatIsEmptiedStaysAlsoAfterItsSave() {
        shop.open(Shop.CUSTOMER, 1);
        shop.field("PHONE").value().set(Value.ofNull());
        assertThat(hidden()).isEmpty();
        model.save();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void aHiddenFieldThatIsFilledAppears() {
        empty.hide(false);
        shop.type("PHONE", "123");
        model.undo();
        empty.hide(true);
        assertThat(hidden()).contains("PHONE");
        model.redo();
        assertThat(hidden()).containsExactly("CITY", "COUNTRY");
    }

    @Test
    void aHiddenFieldThatIsGoneToAppears() {
        model.focusOn(shop.field("PHONE").column());
        assertThat(hidden()).containsExactly("CITY", "COUNTRY");
    }

    @Test
    void nothingIsHiddenInANewRecord() {
        shop.openNew();
        assertThat(empty.hiding().get()).isTrue();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void aSearchFindsHiddenFields() {
        model.search().words().set("phone");
        assertThat(shop.field("PHONE").shown().get()).isTrue();
        model.search().end();
        assertThat(hidden()).containsExactly("CITY", "PHONE", "COUNTRY");
    }
}
