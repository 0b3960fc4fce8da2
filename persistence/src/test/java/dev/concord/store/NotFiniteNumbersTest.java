package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;

/** NaN and infinity are kept as they are or refused at their column; none of them becomes NULL. */
class NotFiniteNumbersTest {

    @OnEveryEngine
    void aNumberThatIsNotFiniteIsKeptOrRefusedAtItsColumn(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"measured\" (\"id\" integer not null primary key, \"single\" real, \"number\" double precision)",
                "insert into \"measured\" values (1, 1, 1)")) {
            for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                written(shop, "number", new Value.Float64(number));
                if (engine != Engine.SQLITE && engine != Engine.MARIADB) {
                    written(shop, "single", new Value.Float32((float) number));
                }
            }
        }
    }

    private static void written(Shop shop, String column, Value value) {
        Draft draft = Draft.of(shop.first("measured")).with(column, value);
        SaveOutcome outcome = shop.store().save(draft);
        if (outcome instanceof Outcome.Saved(Snapshot saved)) {
            assertThat(saved.row().get(column)).isEqualTo(value);
        } else {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                Violation violation = rejected.violations().getFirst();
                assertThat(violation.kind()).isEqualTo(Violation.Kind.OUT_OF_RANGE);
                assertThat(violation.columns()).containsExactly(column);
            });
        }
    }
}
