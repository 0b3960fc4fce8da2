package dev.concord.drafts;

/**
 * What a person chose for one part of a value.
 *
 * @param kind which answer it is, by the name the merge gives it
 * @param text the text typed; empty for an answer of another kind
 */
public record KeptAnswer(String kind, String text) {}
