package dev.concord.merge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items of three sides, merged in one way or another. */
interface ItemMerge {
    List<Part> parts();

    boolean both();

    /** The items put together; empty while an answer is missing or not readable. */
    Optional<List<String>> items(Map<Integer, Answer> answers);
}
