package dev.concord.merge.json;

import java.util.List;

/** A value of a text that is written anew from another one. */
public sealed interface Written {

    /** Whose name and place it takes: a value of the text it is written into, or else of another one. */
    Json place();

    /** A value as it stands in the text. */
    record Kept(Json place) implements Written {}

    /**
     * A value of another text.
     *
     * @param layout of that text
     */
    record Brought(Json place, Json value, Layout layout) implements Written {}

    /** An object or array of the text, which holds other things than it did. */
    record Refilled(Json place, List<Written> content) implements Written {
        public Refilled {
            content = List.copyOf(content);
        }
    }
}
