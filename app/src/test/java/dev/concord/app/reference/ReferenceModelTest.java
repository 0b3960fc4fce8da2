package dev.concord.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.task.Work;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceModelTest {
    private static final ForeignKey CUSTOMER =
            new ForeignKey("", List.of("customer_id"), new TableId("", "customer"), List.of("id"));
    private static final ForeignKey COUNTRY =
            new ForeignKey("", List.of("country"), new TableId("", "country"), List.of("code"));

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Names names = new Names();
    private final ReferenceModel references =
            new ReferenceModel(names, Work.of(background::add, later::add, fault -> {}), "looking");

    @Test
    void allThatAScreenShowsIsLookedUpByOneReadForEachForeignKey() {
        names.called.put(customer(1).from(), "Ada");
        for (int i = 1; i <= 40; i++) {
            assertThat(references.target(customer(i))).isEmpty();
        }
        references.target(country("DE"));
        references.target(customer(1));
        run();
        assertThat(names.looked).extracting(Collection::size).containsExactly(40, 1);
        assertThat(references.target(customer(1))).contains(new ReferenceTarget.Found("Ada"));
        assertThat(references.target(customer(2))).contains(new ReferenceTarget.Missing());
        assertThat(references.changes().get()).isEqualTo(2);
        run();
        assertThat(names.looked).as("what is known is not looked up again").hasSize(2);
    }

    @Test
    void whatIsAskedForDuringAReadIsReadAfterIt() {
        references.target(customer(1));
        later.remove().run();
        references.target(customer(2));
        references.target(customer(3));
        run();
        assertThat(names.looked).extracting(Collection::size).containsExactly(1, 2);
    }

    @Test
    void whatCouldNotBeReadIsAskedForAgainWhenItIsShownAgain() {
        names.unreadable = true;
        references.target(customer(1));
        run();
        assertThat(references.known(customer(1))).contains(new ReferenceTarget.Unknown());
        references.target(customer(1));
        run();
        int changes = references.changes().get();
        assertThat(names.looked).hasSize(2);
        names.unreadable = false;
        names.called.put(customer(1).from(), "Ada");
        references.target(customer(1));
        run();
        assertThat(references.known(customer(1))).contains(new ReferenceTarget.Found("Ada"));
        assertThat(references.changes().get()).as("once, when it is known").isEqualTo(changes + 1);
    }

    @Test
    void aReadThatFailsKeepsNoOtherFromBeingMade() {
        names.failing = true;
        references.target(customer(1));
        later.remove().run();
        references.target(customer(2));
        later.remove().run();
        background.remove().run();
        names.failing = false;
        names.called.put(customer(2).from(), "Borg");
        run();
        assertThat(references.known(customer(2))).contains(new ReferenceTarget.Found("Borg"));
        references.target(customer(1));
        run();
        assertThat(references.known(customer(1))).isPresent();
    }

    @Test
    void aChangedTableIsLookedUpAgainAndTheOldNameIsShownMeanwhile() {
        names.called.put(customer(1).from(), "Ada");
        names.called.put(country("DE").from(), "Germany");
        references.target(customer(1));
        references.target(country("DE"));
        run();
        names.called.put(customer(1).from(), "Ada Lovelace");
        int before = references.changes().get();
        references.changed(CUSTOMER.target());
        assertThat(references.changes().get()).isGreaterThan(before);
        assertThat(references.target(customer(1))).contains(new ReferenceTarget.Found("Ada"));
        references.target(country("DE"));
        run();
        assertThat(references.known(customer(1))).contains(new ReferenceTarget.Found("Ada Lovelace"));
        assertThat(names.looked).hasSize(3);
        references.refresh();
        references.target(customer(1));
        references.target(country("DE"));
        run();
        assertThat(names.looked).hasSize(5);
    }

    @Test
    void ofThousandsThatWereScrolledByTheLastOnesAreLookedUp() {
        references.target(customer(0));
        later.remove().run();
        for (int i = 1; i <= 3_000; i++) {
            references.target(customer(i));
        }
        run();
        assertThat(names.looked.getLast())
                .hasSizeLessThan(1_000)
                .contains(customer(3_000).from());
        assertThat(references.target(customer(1)))
                .as("is asked for again when it is shown again")
                .isEmpty();
        run();
        assertThat(references.known(customer(1))).isPresent();
    }

    @Test
    void anOlderSearchIsCancelledAndItsAnswerDropped() {
        names.called.put(customer(12).from(), "Acme");
        names.called.put(customer(15).from(), "Borg");
        List<ReadOutcome<TargetRows>> found = new ArrayList<>();
        references.search(CUSTOMER, "", found::add);
        references.search(CUSTOMER, "Bor", found::add);
        run();
        assertThat(names.searched).containsExactly("Bor");
        assertThat(found)
                .containsExactly(new ReadOutcome.Read<>(
                        new TargetRows(List.of(new TargetRow(customer(15).from(), "Borg")), false)));
    }

    private void run() {
        while (!later.isEmpty() || !background.isEmpty()) {
            (later.isEmpty() ? background : later).remove().run();
        }
    }

    private static ReferenceValues customer(int id) {
        return new ReferenceValues(CUSTOMER, Row.of("customer_id", Value.of(id)));
    }

    private static ReferenceValues country(String code) {
        return new ReferenceValues(COUNTRY, Row.of("country", Value.of(code)));
    }

    /** Rows that have names, and what was asked about them. */
    private static final class Names implements ReferenceAccess {
        private final Map<Row, String> called = new LinkedHashMap<>();
        private final List<Collection<Row>> looked = new ArrayList<>();
        private final List<String> searched = new ArrayList<>();
        private boolean unreadable;
        private boolean failing;

        @Override
        public Map<Row, ReferenceTarget> targets(ForeignKey reference, Collection<Row> from) {
            looked.add(from);
            if (failing) {
                throw new IllegalStateException("The read fails");
            }
            Map<Row, ReferenceTarget> found = new LinkedHashMap<>();
            if (unreadable) {
                from.forEach(row -> found.put(row, new ReferenceTarget.Unknown()));
                return found;
            }
            from.forEach(row -> found.put(
                    row,
                    Optional.ofNullable(called.get(row))
                            .<ReferenceTarget>map(ReferenceTarget.Found::new)
                            .orElseGet(ReferenceTarget.Missing::new)));
            return found;
        }

        @Override
        public ReadOutcome<TargetRows> closest(ForeignKey reference, String typed) {
            return new ReadOutcome.Read<>(new TargetRows(List.of(), false));
        }

        @Override
        public ReadOutcome<TargetRows> search(ForeignKey reference, String typed) {
            searched.add(typed);
            return new ReadOutcome.Read<>(new TargetRows(
                    called.entrySet().stream()
                            .filter(target -> target.getValue().contains(typed))
                            .map(target -> new TargetRow(target.getKey(), target.getValue()))
                            .toList(),
                    false));
        }
    }
}
