package dev.concord.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultTextTest {
    private final SQLException database = new SQLException("Value 'Koffiehuis Mulder' is too long", "22001", 90);
    private final String text = FaultText.of(new IllegalStateException("Koffiehuis Mulder", database));

    @Test
    void theClassAndTheStackTraceAreGivenDownToTheCause() {
        assertThat(text)
                .startsWith("java.lang.IllegalStateException\n    at dev.concord.dialect.FaultTextTest")
                .contains("caused by java.sql.SQLException SQLSTATE 22001, code 90");
    }

    @Test
    void noValueOfARowIsInTheText() {
        assertThat(text).doesNotContain("Mulder");
    }

    @Test
    void exceptionsThatCauseEachOtherAreDescribedOnce() {
        IllegalStateException outer = new IllegalStateException(database);
        database.initCause(outer);
        assertThat(FaultText.of(outer)).containsOnlyOnce("java.lang.IllegalStateException");
    }
}
