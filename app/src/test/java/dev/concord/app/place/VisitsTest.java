package dev.concord.app.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.place.Visits.Visit;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private final Visits visits = new Visits();

    @Test
    void oneGoesBackTheWayOneCameAndForwardAgain() {
        visits.leave(visit(1));
        visits.leave(visit(2));
        assertThat(visits.back(Optional.of(visit(3)))).contains(visit(2));
        assertThat(visits.back(Optional.of(visit(2)))).contains(visit(1));
        assertThat(visits.back(Optional.of(visit(1)))).isEmpty();
        assertThat(visits.forward(Optional.of(visit(1)))).contains(visit(2));
        assertThat(visits.forward(Optional.of(visit(2)))).contains(visit(3));
        assertThat(visits.forward(Optional.of(visit(3)))).isEmpty();
    }

    @Test
    void anotherWayForgetsTheOldOne() {
        visits.leave(visit(1));
        visits.back(Optional.of(visit(2)));
        visits.leave(visit(1));
        assertThat(visits.forward(Optional.of(visit(4)))).isEmpty();
        assertThat(visits.back(Optional.of(visit(4)))).contains(visit(1));
    }

    @Test
    void theRecordShownIsNoPlaceToGoTo() {
        visits.leave(visit(1));
        visits.leave(visit(2));
        assertThat(visits.back(Optional.of(visit(2)))).contains(visit(1));
        assertThat(visits.back(Optional.empty())).isEmpty();
    }

    private static Visit visit(int id) {
        return new Visit(new RecordKey(new TableId("", "t"), Row.of("id", Value.of(id))), Optional.empty());
    }
}
