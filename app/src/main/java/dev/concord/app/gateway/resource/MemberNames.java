package dev.concord.app.gateway.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that JSON:API allows. Columns and tables keep their own names where these are allowed; of others each character that is
 * not allowed becomes a hyphen, and a name that is taken already gets a number.
 *
 * <p>Source: JSON:API 1.1, <i>Member Names</i>.
 */
final class MemberNames {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private MemberNames() {}

    /**
     * Returns a name for each of the given ones, in the same order, all of them different and none of them taken.
     *
     * @param own the names to keep if possible; of several that are alike the first one keeps it
     * @param taken names that have another meaning beside them; one of these becomes {@code type-column}
     * @param suffix what tells a name from a taken one, for example {@code column}
     */
    static List<String> of(Collection<String> own, Set<String> taken, String suffix) {
        Set<String> used = new HashSet<>(taken);
        // A name that is kept is not given to another one before it.
        own.stream().filter(name -> allowed(name) && !taken.contains(name)).forEach(used::add);
        List<String> names = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (String name : own) {
            boolean kept = allowed(name) && !taken.contains(name) && given.add(name);
            names.add(kept ? name : free(taken.contains(name) ? name + "-" + suffix : mended(name), used));
        }
        return List.copyOf(names);
    }

    /** Returns the name, or the name with the first number that makes it a new one, and notes it as used. */
    static String free(String name, Set<String> used) {
        String free = name;
        for (int number = 2; !used.add(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** Whether a member, a type or a relationship may have this name. */
    static boolean allowed(String name) {
        return !name.isEmpty()
                && name.codePoints().allMatch(character -> anywhere(character) || inside(character))
                && anywhere(name.codePointAt(0))
                && anywhere(name.codePointBefore(name.length()));
    }

    /** Returns an allowed name that looks like the given one. */
    static String mended(String name) {
        StringBuilder mended = new StringBuilder();
        name.codePoints()
                .map(character -> anywhere(character) || inside(character) ? character : '-')
                .forEach(mended::appendCodePoint);
        String body = mended.toString();
        String start = body.isEmpty() || !anywhere(body.codePointAt(0)) ? "x" : "";
        String end = body.isEmpty() || anywhere(body.codePointBefore(body.length())) ? "" : "x";
        return start + body + end;
    }

    private static boolean anywhere(int character) {
        boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        boolean digit = character >= '0' && character <= '9';
        boolean surrogate = character <= Character.MAX_VALUE && Character.isSurrogate((char) character);
        return letter || digit || (character >= FIRST_BEYOND_ASCII && !surrogate);
    }

    private static boolean inside(int character) {
        return character == '-' || character == '_' || character == ' ';
    }
}
