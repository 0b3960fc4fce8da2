package dev.concord.merge.json;

import java.util.List;

/** A value of the new text that is written from an existing one. */
public sealed interface JsonRewrite {

    /** Returns the value whose name and position are used: one of the text that is rewritten, or of another text. */
    Json place();

    /** A value that is copied from the text without changes. */
    record Kept(Json place) implements JsonRewrite {}

    /**
     * A value of another text.
     *
     * @param layout of that text
     */
    record Inserted(Json place, Json value, Layout layout) implements JsonRewrite {}

    /** An object or array of the text with other content. */
    record Rebuilt(Json place, List<JsonRewrite> content) implements JsonRewrite {
        public Rebuilt {
            content = List.copyOf(content);
        }
    }
}
