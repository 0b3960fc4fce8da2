package dev.concord.bench;

/** What a comparison is to show; the times compared are medians, in nanoseconds. */
public sealed interface Goal {

    /** What is compared, from the medians of ours and the peer's. */
    double ratio(double ours, double peer);

    /** Whether such a ratio is good enough. */
    boolean reached(double ratio);

    /** The goal as a reader writes it; empty when there is none. */
    String text();

    /** Our time over the peer's is at most the limit. */
    record TimeAtMost(double limit) implements Goal {
        @Override
        public double ratio(double ours, double peer) {
            return ours / peer;
        }

        @Override
        public boolean reached(double ratio) {
            return ratio <= limit;
        }

        @Override
        public String text() {
            return "<= " + limit;
        }
    }

    /** Our time over the peer's is below one. */
    record Faster() implements Goal {
        @Override
        public double ratio(double ours, double peer) {
            return ours / peer;
        }

        @Override
        public boolean reached(double ratio) {
            return ratio < 1;
        }

        @Override
        public String text() {
            return "< 1";
        }
    }

    /** Nothing was promised: our time over the peer's, to be known. */
    record None() implements Goal {
        @Override
        public double ratio(double ours, double peer) {
            return ours / peer;
        }

        @Override
        public boolean reached(double ratio) {
            return true;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /** Our throughput over the peer's is at least the limit. */
    record ThroughputAtLeast(double limit) implements Goal {
        @Override
        public double ratio(double ours, double peer) {
            return peer / ours;
        }

        @Override
        public boolean reached(double ratio) {
            return ratio >= limit;
        }

        @Override
        public String text() {
            return ">= " + limit;
        }
    }
}
