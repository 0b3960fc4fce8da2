package dev.concord.diff;

/** A run of tokens with its resolution. */
record MergedRun(Chunk chunk, RunResolution resolution) {}
