package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which table somebody means who typed a name. */
class TableNameTest {

    /** The smaller, the closer. */
    @ParameterizedTest
    @CsvSource({
        "Shop, Item, Shop.Item, 0",
        "Shop, Item, Item, 1",
        "Shop, Item, shop.item, 2",
        "Shop, Item, ITEM, 3",
        "'', Item, Item, 0",
        "'', Item, item, 2"
    })
    void theSameCaseIsCloserThanTheSchemaAndTheSchemaCloserThanNone(
            String schema, String name, String typed, int closeness) {
        TableId table = new TableId(schema, name);
        assertThat(TableName.names(typed, table)).isTrue();
        assertThat(TableName.closeness(typed, table)).isEqualTo(closeness);
    }

    @ParameterizedTest
    @CsvSource({"Items", "Other.Item", "Shop", "Shop.", "''"})
    void otherNamesMeanOtherTables(String typed) {
        assertThat(TableName.names(typed, new TableId("Shop", "Item"))).isFalse();
    }
}
