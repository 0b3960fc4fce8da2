package dev.concord.bench.records;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One save of one row. */
@State(Scope.Thread)
public class SavingBenchmark {
    private static final int ROW = 0;

    /** Where. */
    @Param
    public Place place = Place.H2_FILE;

    /** How. */
    @Param
    public SaverKind way = SaverKind.CONCORD;

    private Saving saving = () -> {
        throw new IllegalStateException("Not set up");
    };

    /** Finds the row. */
    @Setup(Level.Trial)
    public void find() {
        saving = way.on(place.database(), ROW);
    }

    /** Saves. */
    @Benchmark
    public Object save() {
        return saving.again();
    }
}
