package dev.concord.app.gateway.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1): {@code *} or a list of tags.
 */
public sealed interface EntityTags {

    /** Any representation: {@code *}. */
    record Any() implements EntityTags {}

    /** One of some representations; the list may be empty. */
    record Listed(List<EntityTag> tags) implements EntityTags {
        public Listed {
            tags = List.copyOf(tags);
        }
    }

    /**
     * One tag.
     *
     * @param text with its quotation marks, without {@code W/}
     */
    record EntityTag(boolean weak, String text) {}

    /** Commas may stand alone in a list (RFC 9110, 5.6.1). */
    Pattern TAG = Pattern.compile("[ \t]*(?:(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"))?[ \t]*(,|$)");

    /**
     * Reads a header.
     *
     * @param values its values, one for each time it was sent
     * @return empty when it is malformed
     */
    static Optional<EntityTags> of(List<String> values) {
        String all = String.join(",", values).strip();
        if (all.equals("*")) {
            return Optional.of(new Any());
        }
        List<EntityTag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(all);
        for (int at = 0; at < all.length(); at = matcher.end()) {
            if (!matcher.region(at, all.length()).lookingAt()) {
                return Optional.empty();
            }
            if (matcher.group(2) != null) {
                tags.add(new EntityTag(matcher.group(1) != null, matcher.group(2)));
            }
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new Listed(tags));
    }

    /** Whether a strong tag is among these, compared strongly: weak tags never match. */
    default boolean hasStrong(String tag) {
        return switch (this) {
            case Any _ -> true;
            case Listed(List<EntityTag> tags) -> tags.contains(new EntityTag(false, tag));
        };
    }

    /** Whether a tag is among these, compared weakly. */
    default boolean has(String tag) {
        return switch (this) {
            case Any _ -> true;
            case Listed(List<EntityTag> tags) ->
                tags.stream().anyMatch(one -> one.text().equals(tag));
        };
    }
}
