package dev.concord.diff;

/** A run of pieces, and what becomes of it. */
record MergedRun(Chunk chunk, RunResolution settlement) {}
