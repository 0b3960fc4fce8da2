package dev.concord.merge;

import dev.concord.merge.json.Json;
import java.util.Optional;

/** The value at one path of JSON on the three sides; a side is empty where it has no value at the path. */
record JsonSides(Optional<Json> base, Optional<Json> theirs, Optional<Json> mine) {

    Change change() {
        return Change.between(base, theirs, mine);
    }

    /** Returns the value whose name and place are kept. */
    Json place() {
        return theirs.or(() -> mine).or(() -> base).orElseThrow();
    }
}
