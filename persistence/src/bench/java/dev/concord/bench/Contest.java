package dev.concord.bench;

/**
 * Ours against a peer's.
 *
 * @param name what the table calls it
 * @param ours our way
 * @param peer the other way, doing the same
 * @param goal what it is to show
 */
public record Contest(String name, Trial ours, Trial peer, Goal goal) {}
