package dev.concord.bench.records;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** One save of one row. */
@State(Scope.Thread)
public class SavingBenchmark {
    private static final int HOT_ROW = Item.ROWS - 1;

    /** Where. */
    @Param
    public Place place = Place.H2_FILE;

    /** How. */
    @Param
    public Way way = Way.CONCORD;

    /** Whether all threads save the same row. */
    @Param({"false", "true"})
    public boolean hot;

    private Saving saving = () -> {
        throw new IllegalStateException("Not set up");
    };

    /** Finds the thread's row. */
    @Setup(Level.Trial)
    public void find(ThreadParams thread) {
        saving = way.on(place.database(), hot ? HOT_ROW : thread.getThreadIndex());
    }

    /** Saves. */
    @Benchmark
    public Object save() {
        return saving.again();
    }
}
