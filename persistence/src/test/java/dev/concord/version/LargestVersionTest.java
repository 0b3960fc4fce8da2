package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a counter ends, by what the catalogs of the databases say of a column. {@link IntegerLimitTest} asks the databases. */
class LargestVersionTest {

    @ParameterizedTest
    @CsvSource({
        "tinyint, 3, 127",
        "tinyint unsigned, 3, 255",
        "TINYINT, 8, 127",
        "smallint, 5, 32767",
        "smallint unsigned, 5, 65535",
        "int2, 5, 32767",
        "mediumint, 7, 8388607",
        "mediumint unsigned, 8, 16777215",
        "int, 10, 2147483647",
        "integer, 32, 2147483647",
        "int4, 10, 2147483647",
        "int unsigned, 10, 4294967295",
        "oid, 0, 4294967295",
        "oid, 10, 4294967295",
        "bigint, 19, 9223372036854775807",
        "int8, 19, 9223372036854775807",
        "bigint unsigned, 20, 18446744073709551615",
        "bigint, 20, 18446744073709551615",
        "a domain, 5, 32767",
        "a domain, 10, 2147483647",
        "a domain, 19, 9223372036854775807",
        "whatever SQLite calls it, 0, 9223372036854775807"
    })
    void aWholeNumberEndsWithItsBytes(String type, int size, BigDecimal largest) {
        assertEndsAt(largest, Tables.column("v", type, ValueKind.INTEGER, size, 0));
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 999", "5, 2, 999", "1, 0, 9", "2, 1, 9"})
    void aDecimalEndsWithTheDigitsInFrontOfItsPoint(int size, int scale, BigDecimal largest) {
        assertEndsAt(largest, Tables.column("v", "decimal", ValueKind.DECIMAL, size, scale));
    }

    @Test
    void aNumberOfSqliteEndsWithEightBytesWhateverItsSize() {
        assertEndsAt(BigDecimal.valueOf(Long.MAX_VALUE), Tables.column("v", "numeric", ValueKind.NUMERIC, 3, 0));
    }

    @Test
    void aDecimalWithoutDigitsInFrontOfItsPointHoldsNoCounter() {
        Column fraction = Tables.column("v", "decimal", ValueKind.DECIMAL, 2, 3);
        assertThat(CounterStep.next(Value.ofNull(), fraction)).isEmpty();
        Column places = Tables.column("v", "decimal", ValueKind.DECIMAL, 3, 3);
        assertThat(CounterStep.next(Value.ofNull(), places)).isEmpty();
    }

    @Test
    void aNumberWithoutAPrecisionCountsOn() {
        Column unlimited = Tables.column("v", "numeric", ValueKind.DECIMAL, 0, 0);
        BigDecimal many = BigDecimal.TEN.pow(40);
        assertThat(CounterStep.next(Value.of(many), unlimited)).contains(Value.of(many.add(BigDecimal.ONE)));
    }

    private static void assertEndsAt(BigDecimal largest, Column column) {
        Value last = Value.of(largest.subtract(BigDecimal.ONE));
        assertThat(CounterStep.next(last, column)).contains(Value.of(largest));
        assertThat(CounterStep.next(Value.of(largest), column)).isEmpty();
    }
}
