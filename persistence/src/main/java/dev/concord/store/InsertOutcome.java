package dev.concord.store;

/** What became of inserting a new row; switch over it exhaustively. */
public sealed interface InsertOutcome permits Outcome.Saved, Outcome.Failure {}
