package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** People who save at once, each a row of {@code item} of his own: whatever was saved is there until he saves again. */
final class OwnRows {
    private final Shop shop;
    private final Shop aside;
    private final int people;
    private final AtomicInteger saved = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final Queue<String> notSaved = new ConcurrentLinkedQueue<>();

    /**
     * People with the rows from 1 on.
     *
     * @param aside the same database by another way, to look at what is there
     */
    OwnRows(Shop shop, Shop aside, int people) {
        this.shop = shop;
        this.aside = aside;
        this.people = people;
    }

    /** All together save that often, and every save must be reported and be there. */
    void save(int times) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Future<?>> all = new ArrayList<>();
            for (int person = 1; person <= people; person++) {
                RecordKey key = shop.key("item", Row.of("id", Value.of(person)));
                all.add(threads.submit(() -> {
                    for (int i = 0; i < times / people; i++) {
                        save(key, Value.of("save " + i));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(lost).as("reported as saved, but not there").isEmpty();
        assertThat(notSaved).isEmpty();
        assertThat(saved).hasValue(times / people * people);
    }

    private void save(RecordKey key, Value name) {
        try {
            Snapshot base = shop.store().find(key).orElseThrow();
            SaveOutcome outcome = shop.store().save(Draft.of(base).with("name", name));
            if (!(outcome instanceof Outcome.Saved)) {
                notSaved.add(outcome.toString());
                return;
            }
            saved.incrementAndGet();
            Value there = aside.store().find(key).orElseThrow().row().get("name");
            if (!there.equals(name)) {
                lost.add(name.text() + " was saved, and there is " + there.text());
            }
        } catch (StoreFault e) {
            notSaved.add(String.valueOf(e.getCause()));
        }
    }
}
