package dev.concord.app.saving;

/** A line of the report: a record and its result. */
public record ReportEntry(Unsaved record, SaveResult result) {}
