package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/guide/locking.md} is this code, and it runs. */
class LockingGuideTest {

    @OnEveryEngine
    void theExampleDoesWhatItsWordsSay(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordKey key = shop.item().key();
            assertThat(rename(shop.store(), key, "green tea")).isEqualTo("saved as version 2");
            assertThat(rename(shop.store(), shop.key("item", Row.of("id", Value.of(9))), "x"))
                    .isEqualTo("not there");
            shop.sql("alter table \"item\" add column \"colour\" varchar(20)");
            assertThat(shop.item().row().has("colour")).isFalse();
            assertThat(rename(shop.store(), key, "mate")).isEqualTo("the table's columns have changed");
        }
    }

    // example
    String rename(RecordStore store, RecordKey key, String name) {
        Optional<Snapshot> read = store.find(key);
        if (read.isEmpty()) {
            return "not there";
        }
        return switch (store.save(Draft.of(read.get()).with("name", Value.of(name)))) {
            case Outcome.Saved(Snapshot saved) ->
                "saved as version " + saved.row().get("version").text();
            case Outcome.Stale(Snapshot theirs) ->
                "somebody made it " + theirs.row().get("name").text();
            case Outcome.Gone _ -> "deleted meanwhile";
            case Outcome.Rejected(List<Violation> violations) ->
                "against a rule: " + violations.getFirst().detail();
            case Outcome.LockTimeout _ -> "somebody holds it";
            case Outcome.TableChanged _ -> "the table's columns have changed";
            case Outcome.Refused(Outcome.Refused.Reason reason, String _) -> "refused: " + reason;
            case Outcome.Unconfirmed _ -> "the connection broke, and nobody knows";
        };
    }
    // end

    @Test
    void theGuideShowsThisCode() throws IOException {
        List<String> here =
                Files.readAllLines(Path.of("src", "test", "java", "dev", "concord", "store", "LockingGuideTest.java"));
        List<String> code = here.subList(here.indexOf("    // example") + 1, here.indexOf("    // end"));
        String guide = Files.readString(Path.of("..", "docs", "guide", "locking.md"));
        String shown = guide.substring(guide.indexOf("```java\n") + "```java\n".length(), guide.indexOf("\n```\n"));
        assertThat(shown.lines())
                .isEqualTo(code.stream()
                        .map(line -> line.indent(-4).stripTrailing())
                        .toList());
    }
}
