package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.concord.catalog.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Names of wide rows are looked up in a map, those of narrow ones in a list. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 40})
    void everyValueIsFoundUnderItsNameHoweverWideTheRow(int width) {
        List<String> names = IntStream.range(0, width).mapToObj(i -> "c" + i).toList();
        List<Value> values = IntStream.range(0, width).mapToObj(Value::of).toList();
        Row wide = Row.of(names, values);
        assertThat(wide.isEmpty()).isEqualTo(width == 0);
        assertThat(wide.values().sequencedKeySet()).containsExactlyElementsOf(names);
        assertThat(wide.columns().list()).isEqualTo(names);
        List<String> seen = new ArrayList<>();
        wide.forEach((name, value) -> seen.add(name + "=" + value.text()));
        for (int place = 0; place < width; place++) {
            assertThat(wide.columns().place(names.get(place))).isEqualTo(place);
            assertThat(wide.at(place)).isEqualTo(wide.get(names.get(place))).isEqualTo(values.get(place));
            assertThat(seen.get(place)).isEqualTo(names.get(place) + "=" + place);
        }
        assertThat(wide.has("x")).isFalse();
        assertThat(wide.columns().place("x")).isNegative();
        Row more = wide.with("x", Value.of("new"));
        assertThat(more.columns().list()).hasSize(width + 1).endsWith("x");
        assertThat(more.get("x")).isEqualTo(Value.of("new"));
        assertThat(more.without("x")).isEqualTo(wide);
        assertThat(more.first(wide.columns())).isEqualTo(wide);
        assertThat(more.first(wide.columns()).columns()).isSameAs(wide.columns());
    }

    @Test
    void aNameThatComesTwiceIsRefusedHoweverWideTheRow() {
        for (List<String> names :
                List.of(List.of("a", "a"), List.of("a", "b", "c", "a"), List.of("a", "b", "c", "d", "b"))) {
            assertThatThrownBy(() -> ColumnNames.of(names))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Two columns of one name");
        }
    }

    @Test
    void namesAreEqualInTheSameOrderOnly() {
        ColumnNames names = ColumnNames.of(List.of("a", "b"));
        assertThat(names)
                .isEqualTo(ColumnNames.of(List.of("a", "b")))
                .hasSameHashCodeAs(ColumnNames.of(List.of("a", "b")))
                .isNotEqualTo(ColumnNames.of(List.of("b", "a")))
                .isNotEqualTo("[a, b]");
        assertThat(names.hashCode())
                .isNotEqualTo(ColumnNames.of(List.of("b", "a")).hashCode());
    }

    @Test
    void settingValuesOfTheSameColumnsKeepsTheSharedNames() {
        Row changed = row.withAll(Row.of("c", Value.of(7)).with("a", Value.of(8)));
        assertThat(changed.columns()).isSameAs(row.columns());
        assertThat(changed.values())
                .containsExactly(entry("a", Value.of(8)), entry("b", Value.of(2)), entry("c", Value.of(7)));
    }

    @Test
    void rowsThatDifferInAValueOrANameDiffer() {
        assertThat(row).isNotEqualTo(row.with("b", Value.of(3))).isNotEqualTo("Row[a, b, c]");
        assertThat(row).isNotEqualTo(row.without("c").with("d", Value.ofNull()));
        assertThat(row.hashCode()).isNotEqualTo(row.with("b", Value.of(3)).hashCode());
        assertThat(row.only(List.of("c", "b", "a")))
                .isNotEqualTo(row.only(List.of("c", "b", "a")).with("a", Value.of(2)));
    }

    @Test
    void changingTheFirstValueChangesNothingElse() {
        assertThat(row.with("a", Value.of(9)))
                .isEqualTo(Row.of("a", Value.of(9)).with("b", Value.of(2)).with("c", Value.ofNull()));
    }
}
