package dev.concord.outcome;

/** The outcome of saving a draft; switch over it exhaustively. */
public sealed interface SaveOutcome permits Outcome.Saved, Outcome.Unwritten {}
