package dev.concord.merge;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who changed a row, and when, as far as columns of the row say so. Only columns that changed count: a name that did
 * not may be that of an earlier writer, even beside a time that changed, because triggers often set times and seldom
 * names.
 *
 * @param who the text of the column: a name or a login
 * @param at when; a time without a zone does not say
 */
public record LastWriter(Optional<String> who, Optional<Instant> at) {
    private static final Set<String> VERBS = Set.of("updated", "modified", "changed", "edited", "saved");
    private static final Set<String> WHEN =
            Set.of("lastupdate", "lastchange", "lastmodification", "updatetime", "modificationtime");

    /** May also name the editor of a book, so it counts only beside a time that changed. */
    private static final String EDITOR = "editor";

    /**
     * Compares a row before a change with the row after it.
     *
     * @return empty where no column says who or when
     */
    public static Optional<LastWriter> of(Table table, Row base, Row theirs) {
        Optional<Instant> at = moved(table, base, theirs)
                .filter(column -> saysWhen(word(column)))
                .flatMap(column -> instant(theirs.get(column.name())).stream())
                .findFirst();
        Optional<String> who = moved(table, base, theirs)
                .filter(column -> saysWho(word(column), at.isPresent()))
                .flatMap(column -> name(theirs.get(column.name())).stream())
                .findFirst();
        return who.isEmpty() && at.isEmpty() ? Optional.empty() : Optional.of(new LastWriter(who, at));
    }

    private static Stream<Column> moved(Table table, Row base, Row theirs) {
        return table.columns().stream()
                .filter(column -> theirs.has(column.name()) && base.has(column.name()))
                .filter(column -> !theirs.get(column.name()).equals(base.get(column.name())));
    }

    /** The column's name in lower case, without what stands between words. */
    private static String word(Column column) {
        return column.name().toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
    }

    private static boolean saysWho(String word, boolean timeMoved) {
        return word.equals("lasteditor")
                || (word.equals(EDITOR) && timeMoved)
                || VERBS.stream().anyMatch(verb -> word.equals(verb + "by") || word.equals("last" + verb + "by"));
    }

    private static boolean saysWhen(String word) {
        return WHEN.contains(word)
                || VERBS.stream()
                        .anyMatch(verb -> word.equals(verb + "at")
                                || word.equals(verb + "on")
                                || word.equals("last" + verb)
                                || word.equals("last" + verb + "at")
                                || word.equals("last" + verb + "on"));
    }

    private static Optional<String> name(Value value) {
        return value instanceof Value.Text(String text) && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(Value value) {
        return value instanceof Value.Moment(var moment) ? Optional.of(moment.toInstant()) : Optional.empty();
    }
}
