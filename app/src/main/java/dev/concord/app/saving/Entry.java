package dev.concord.app.saving;

/** A line of the report: a record and what became of it. */
public record Entry(Unsaved record, SaveResult fate) {}
