package dev.concord.merge.json;

import java.util.Iterator;

/**
 * How a JSON text is laid out, so that what is added to it looks like the rest.
 *
 * @param newline the line end between members; empty when everything is on one line
 * @param indent one step of indentation
 * @param colon what stands between a name and its value
 * @param comma what stands between two members of one line
 */
public record Layout(String newline, String indent, String colon, String comma) {

    /** Returns the layout of the text whose root a value is, as its outermost object or array shows it. */
    public static Layout of(Json root) {
        Iterator<Json> children = root.children().iterator();
        if (!children.hasNext()) {
            return new Layout("", "", ":", ",");
        }
        Json first = children.next();
        String opening = first.gap();
        int lineEnd = opening.lastIndexOf('\n');
        String newline = lineEnd < 0 ? "" : opening.contains("\r\n") ? "\r\n" : "\n";
        String colon = colon(first);
        String comma = children.hasNext() ? children.next().gap() : colon.endsWith(" ") ? ", " : ",";
        return new Layout(newline, opening.substring(lineEnd + 1), colon, newline.isEmpty() ? comma : ",");
    }

    /** In an array, that of the first object's first member. */
    private static String colon(Json first) {
        Iterator<Json> within = first.children().iterator();
        if (!first.name().isEmpty()) {
            return first.colon();
        }
        return within.hasNext() ? colon(within.next()) : ":";
    }

    /** What follows an opening bracket whose content is so many steps deep. */
    String opening(int depth) {
        return newline.isEmpty() ? "" : newline + indent.repeat(depth);
    }

    /** What stands between two things so many steps deep. */
    String separator(int depth) {
        return newline.isEmpty() ? comma : comma + opening(depth);
    }

    /** What precedes the closing bracket of content so many steps deep. */
    String closing(int depth) {
        return opening(depth - 1);
    }
}
