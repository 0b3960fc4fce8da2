package dev.concord.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2ArraysTest {

    /** H2 by itself would make one text of them. */
    @Test
    void anArrayIsStoredItemByItem() {
        try (Shop shop = texts()) {
            shop.saved(Draft.of(shop.first("t")).with("v", array("[a, \"b, c\", null, \"null\"]")));
            assertThat(shop.first("t").row().get("v")).isEqualTo(array("[\"a\", \"b, c\", null, \"null\"]"));
            shop.sql("update \"t\" set \"note\" = cast(cardinality(\"v\") as varchar)");
            assertThat(shop.first("t").row().get("note")).isEqualTo(Value.of("4"));
        }
    }

    @Test
    void whatIsNoArrayIsRejectedAndNothingIsWritten() {
        try (Shop shop = texts()) {
            for (String wrong : List.of("a, b", "[a", "[a] b", "[\"a]", "[a,]", "")) {
                assertThat(shop.store().save(Draft.of(shop.first("t")).with("v", array(wrong))))
                        .as(wrong)
                        .isInstanceOf(Outcome.Rejected.class);
            }
            assertThat(shop.first("t").row().get("v").isNull()).isTrue();
        }
    }

    /** A number in JSON would be stored as a text, bytes as the letters they are shown with. */
    @Test
    void itemsThatH2WouldTakeForOthersAreRejected() {
        for (String type : List.of("json", "varbinary(9)")) {
            try (Shop shop = arraysOf(type)) {
                Value one = shop.first("t").row().get("v");
                assertThat(shop.store().save(Draft.of(shop.first("t")).with("v", array("[1]"))))
                        .as(type)
                        .isInstanceOf(Outcome.Rejected.class);
                assertThat(shop.first("t").row().get("v")).isEqualTo(one);
            }
        }
    }

    private static Value array(String text) {
        return new Value.Other("CHARACTER VARYING ARRAY", text);
    }

    private static Shop texts() {
        return arraysOf("varchar");
    }

    private static Shop arraysOf(String type) {
        return new Shop(
                Engine.H2,
                "create table \"t\" (\"id\" integer not null primary key, \"note\" varchar(20), \"v\" " + type
                        + " array)",
                "insert into \"t\" values (1, null, null)");
    }
}
