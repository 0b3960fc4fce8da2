package dev.concord.outcome;

/** The outcome of inserting a new row; switch over it exhaustively. */
public sealed interface InsertOutcome permits Outcome.Saved, Outcome.Failure {}
