package dev.concord.merge;

import dev.concord.record.Value;

/** What a person wants a column to be. */
public sealed interface Choice {

    /** As it was when the record was opened. */
    record Base() implements Choice {}

    /** As it is in the database now. */
    record Theirs() implements Choice {}

    /** As edited. */
    record Mine() implements Choice {}

    /** A value of its own. */
    record Typed(Value value) implements Choice {}

    /** The value this choice gives a column. */
    default Value in(FieldMerge field) {
        return switch (this) {
            case Base base -> field.base();
            case Theirs theirs -> field.theirs();
            case Mine mine -> field.mine();
            case Typed typed -> typed.value();
        };
    }
}
