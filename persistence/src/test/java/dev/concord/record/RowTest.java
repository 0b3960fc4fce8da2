package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import java.util.List;
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
}
