package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
        "price, unit_price",
        "PRICE, Unit price",
        "hohe, Höhe",
        "höhe, HOHE",
        "strasse, Straße",
        "'price unit', unit_price",
        "'  unit ', unit_price",
        "' ', anything",
        "istanbul, İstanbul"
    })
    void aNameWithAllTheWordsIsMeant(String typed, String name) {
        assertThat(NameMatch.of(typed).matches(name)).isTrue();
    }

    @Test
    void aNameWithoutOneOfTheWordsIsNot() {
        assertThat(NameMatch.of("unit weight").matches("unit_price")).isFalse();
    }

    @Test
    void theWordsMayBeInSeveralNamesOfOneThing() {
        assertThat(NameMatch.of("euros unit").matches("unit_price", "Unit price", "in euros"))
                .isTrue();
    }
}
