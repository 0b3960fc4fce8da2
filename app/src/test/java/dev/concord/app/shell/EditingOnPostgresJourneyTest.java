package dev.concord.app.shell;

import dev.concord.testing.LongRun;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a server. */
@LongRun
@EnabledIfSystemProperty(
        named = "test.long",
        matches = "true",
        disabledReason = "the ordinary run makes the journeys of a morning on a server, the long run all")
class EditingOnPostgresJourneyTest extends EditingJourneyTest {
    @Override
    Office office() {
        return Office.onPostgres();
    }
}
