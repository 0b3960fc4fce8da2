package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.ColumnRule.Form;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnRuleTest {

    @ParameterizedTest
    @CsvSource({
        "varchar, TEXT, TEXT",
        "jsonb, JSON, JSON",
        "set, OTHER, SET",
        "SET, OTHER, SET",
        "_text, OTHER, LIST",
        "text[], OTHER, LIST",
        "ARRAY, OTHER, LIST",
        "inet, OTHER, WHOLE",
        "integer, INTEGER, WHOLE",
        "bytea, BINARY, WHOLE"
    })
    void aColumnsTypeSaysHowItsValuesAreTakenApart(String type, ValueKind kind, Form form) {
        Column column = new Column("c", type, kind, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
        assertThat(ColumnRule.of(column)).isEqualTo(new ColumnRule(form, ",", ColumnRule.Adding.NEVER));
    }
}
