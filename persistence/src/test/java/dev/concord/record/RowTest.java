package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
    private final Row row = Row.of("a", Value.of(1)).with("b", Value.of(2)).with("c", Value.ofNull());

    @Test
    void columnOrderIsKeptButDoesNotMatterForEquality() {
        assertThat(row.values().keySet()).containsExactly("a", "b", "c");
        assertThat(row)
                .isEqualTo(Row.of("c", Value.ofNull()).with("b", Value.of(2)).with("a", Value.of(1)));
    }

    @Test
    void aMissingColumnReadsAsNullButIsNotTheSameRow() {
        assertThat(row.get("x")).isEqualTo(Value.ofNull());
        assertThat(row.has("c")).isTrue();
        assertThat(row.has("x")).isFalse();
        assertThat(row).isNotEqualTo(row.without("c"));
    }

    @Test
    void onlyKeepsTheNamedColumnsInTheOrderAsked() {
        assertThat(row.only(List.of("b", "x", "a")).values().keySet()).containsExactly("b", "a");
    }

    @Test
    void settingAllWritesOverAndAddsAtTheEnd() {
        Row changed = row.withAll(Row.of("b", Value.of(9)).with("d", Value.of(4)));
        assertThat(changed.values().keySet()).containsExactly("a", "b", "c", "d");
        assertThat(changed.get("b")).isEqualTo(Value.of(9));
        assertThat(row.get("b")).isEqualTo(Value.of(2));
    }

    @Test
    void aCompositeKeyIsLabelledWithItsParts() {
        RecordKey key = new RecordKey(
                new TableId("", "line"), Row.of("order", Value.of(17)).with("no", Value.of(3)));
        assertThat(key.label()).isEqualTo("17 / 3");
    }

    @Test
    void rowsOfDifferentOrderHashAlike() {
        assertThat(row).hasSameHashCodeAs(row.only(List.of("c", "a", "b")));
        assertThat(row.values()).hasSameHashCodeAs(row);
    }

    @Test
    void theSameValuesUnderOtherNamesAreAnotherRow() {
        List<Value> values = List.of(Value.of(1), Value.of(2));
        assertThat(Row.of(List.of("a", "b"), values)).isNotEqualTo(Row.of(List.of("b", "a"), values));
        assertThat(Row.of(List.of("a", "b"), values)).isNotEqualTo(Row.of(List.of("a", "c"), values));
    }

    @Test
    void changingAValueKeepsTheSharedColumns() {
        Row changed = row.with("b", Value.of(9));
        assertThat(changed.columns()).isSameAs(row.columns());
        assertThat(changed.at(row.columns().place("b"))).isEqualTo(Value.of(9));
        assertThat(row.get("b")).isEqualTo(Value.of(2));
        assertThat(row.without("x")).isSameAs(row);
    }

    @Test
    void whatWasPassedInMayChangeAfterwards() {
        List<Value> values = new ArrayList<>(List.of(Value.of(1)));
        LinkedHashMap<String, Value> map = new LinkedHashMap<>(Map.of("a", Value.of(1)));
        Row ofLists = Row.of(List.of("a"), values);
        Row ofMap = Row.of(map);
        values.set(0, Value.of(2));
        map.put("a", Value.of(2));
        assertThat(ofLists).isEqualTo(ofMap).isEqualTo(Row.of("a", Value.of(1)));
    }

    @Test
    void theMapCannotBeChanged() {
        assertThatThrownBy(() -> row.values().put("a", Value.of(2))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRowHasEachColumnOnceAndAValueForEach() {
        List<Value> two = List.of(Value.of(1), Value.of(2));
        assertThatThrownBy(() -> Row.of(List.of("a", "a"), two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
        assertThatThrownBy(() -> Row.of(List.of("a"), two)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextNamesTheColumnsOnly() {
        assertThat(Row.of("name", Value.of("secret"))).hasToString("Row[name]");
    }
}
