package dev.concord.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What MySQL 9.7 said of these. */
class MySqlTextTest {
    @Test
    void anExpressionLosesTheEscapesOfTheTextItCameIn() {
        assertThat(MySqlText.expression("concat(_utf8mb4\\'it\\\\\\'s\\',_utf8mb4\\'\\\\\\\\\\')"))
                .isEqualTo("concat(_utf8mb4'it\\'s',_utf8mb4'\\\\')");
    }

    @Test
    void aLiteralBecomesOneAgain() {
        assertThat(MySqlText.byDefault("it's a\\b", ValueKind.TEXT, "")).isEqualTo("'it''s a\\\\b'");
        assertThat(MySqlText.byDefault("2026-03-29", ValueKind.DATE, "")).isEqualTo("'2026-03-29'");
        assertThat(MySqlText.byDefault("1.50", ValueKind.DECIMAL, "")).isEqualTo("1.50");
        assertThat(MySqlText.byDefault("CURRENT_TIMESTAMP", ValueKind.TIMESTAMP, "default_generated"))
                .isEqualTo("CURRENT_TIMESTAMP");
    }
}
