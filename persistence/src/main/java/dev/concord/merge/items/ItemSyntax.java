package dev.concord.merge.items;

import java.util.List;
import java.util.Optional;

/**
 * The syntax of a text that holds several items. An item is kept as it is written in such a text, in one way only, so
 * that two items are equal exactly when their texts are.
 */
public interface ItemSyntax {

    /** Reads a whole value; empty when it is not written this way. */
    Optional<List<String>> items(String text);

    /** Writes a whole value, which {@link #items} may read otherwise when it cannot be written. */
    String text(List<String> items);

    /** Reads a run of items out of the middle of a value; empty when it is not written this way. */
    Optional<List<String>> runItems(String run);

    /** Writes a run of items as they would stand in the middle of a value. */
    String run(List<String> items);
}
