package dev.concord.outcome;

/** What became of inserting a new row; switch over it exhaustively. */
public sealed interface InsertOutcome permits Outcome.Saved, Outcome.Failure {}
