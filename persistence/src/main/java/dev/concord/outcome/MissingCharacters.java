package dev.concord.outcome;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;

/** Finds the characters of values that their columns cannot hold, before anything is sent to the database. */
public final class MissingCharacters {
    private MissingCharacters() {}

    /** Returns the first character of a value that its column cannot hold; empty where there is none, or only the database knows. */
    public static Optional<String> first(Value value, Column column) {
        return switch (value) {
            case Value.Text(String text) -> column.characters().missing(text);
            case Value.Json(String text) -> column.characters().missing(text);
            case Value.Other other -> column.characters().missing(other.text());
            default -> Optional.empty();
        };
    }

    /** Returns a violation for each column of which the value to be written has such a character. */
    public static List<Violation> of(Table table, Row written) {
        return table.columns().stream()
                .filter(column -> column.writable() && written.has(column.name()))
                .flatMap(column -> first(written.get(column.name()), column).stream()
                        .map(character ->
                                new Violation(Violation.Kind.CHARACTER, List.of(column.name()), "", character)))
                .toList();
    }
}
