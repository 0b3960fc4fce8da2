package dev.concord.merge.json;

import java.util.List;

/** A value of a text that is written anew from another one. */
public sealed interface JsonRewrite {

    /** Whose name and place it takes: a value of the text it is written into, or else of another one. */
    Json place();

    /** A value as it stands in the text. */
    record Kept(Json place) implements JsonRewrite {}

    /**
     * A value of another text.
     *
     * @param layout of that text
     */
    record Inserted(Json place, Json value, Layout layout) implements JsonRewrite {}

    /** An object or array of the text, which holds other things than it did. */
    record Rebuilt(Json place, List<JsonRewrite> content) implements JsonRewrite {
        public Rebuilt {
            content = List.copyOf(content);
        }
    }
}
