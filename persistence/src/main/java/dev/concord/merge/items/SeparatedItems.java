package dev.concord.merge.items;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Items with a separator between them; the empty text has none.
 *
 * @param separator never empty
 * @param joint what is written between two items: the separator, with spacing where the values have some
 * @param spaced whether spacing around an item is no part of it
 */
public record SeparatedItems(String separator, String joint, boolean spaced) implements ItemSyntax {

    /**
     * Items in which every character counts. A text with an empty item is not read, because an empty text has no item.
     */
    public static SeparatedItems exact(String separator) {
        return new SeparatedItems(separator, separator, false);
    }

    /**
     * Items with spacing around them, which does not count; between items, spacing is written as in the first of the
     * texts that has a separator.
     */
    public static SeparatedItems spaced(String separator, List<String> texts) {
        String spacing = separator.isBlank() ? "" : "\\h*";
        Pattern joint = Pattern.compile(spacing + "\\r?" + Pattern.quote(separator) + spacing);
        return texts.stream()
                .map(joint::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new SeparatedItems(separator, found.group(), true))
                .orElseGet(() -> new SeparatedItems(separator, separator, true));
    }

    @Override
    public Optional<List<String>> items(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        Stream<String> items = Stream.of(text.split(Pattern.quote(separator), -1));
        return spaced
                ? Optional.of(items.map(String::strip).toList())
                : Optional.of(items.toList()).filter(found -> !found.contains(""));
    }

    @Override
    public String text(List<String> items) {
        return String.join(joint, items);
    }

    @Override
    public Optional<List<String>> runItems(String run) {
        return items(run);
    }

    @Override
    public String run(List<String> items) {
        return text(items);
    }
}
