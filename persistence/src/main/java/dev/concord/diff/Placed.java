package dev.concord.diff;

/** A run of pieces, and what becomes of it. */
record Placed(Chunk chunk, Settlement settlement) {}
