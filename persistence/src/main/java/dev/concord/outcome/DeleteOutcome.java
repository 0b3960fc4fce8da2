package dev.concord.outcome;

/** The outcome of deleting a row; switch over it exhaustively. */
public sealed interface DeleteOutcome permits Outcome.Deleted, Outcome.Unwritten {}
