package dev.concord.outcome;

/** What became of deleting a row; switch over it exhaustively. */
public sealed interface DeleteOutcome permits Outcome.Deleted, Outcome.Unwritten {}
