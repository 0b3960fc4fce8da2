package dev.concord.app.gateway.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a parameter, taken apart.
 *
 * @param family {@code page} of {@code page[limit]}; the whole name where it has no brackets
 * @param member {@code limit} of {@code page[limit]}; empty where there are no brackets
 */
record ParameterName(String family, Optional<String> member) {
    private static final Pattern FAMILY = Pattern.compile("(?<family>[a-z]+)\\[(?<member>[^\\[\\]]+)]");

    static ParameterName of(String name) {
        Matcher matcher = FAMILY.matcher(name);
        return matcher.matches()
                ? new ParameterName(matcher.group("family"), Optional.of(matcher.group("member")))
                : new ParameterName(name, Optional.empty());
    }

    /** Whether this is a member of a family. */
    boolean of(String family, String name) {
        return this.family.equals(family) && member.filter(name::equals).isPresent();
    }
}
