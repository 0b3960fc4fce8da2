package dev.concord.app.control;

import java.util.function.Function;

/** What a typed date or time means; switch over it exhaustively. */
sealed interface TimeReading<T> {

    /** It means one thing. */
    record One<T>(T meant) implements TimeReading<T> {}

    /**
     * It looks like a date or a time, but cannot be taken for one.
     *
     * @param sentence one sentence to display: why, and what to write instead
     */
    record Refused<T>(String sentence) implements TimeReading<T> {}

    /** It is none. */
    record None<T>() implements TimeReading<T> {}

    /** Goes on with what is meant. */
    default <U> TimeReading<U> then(Function<T, TimeReading<U>> next) {
        return switch (this) {
            case One<T>(T meant) -> next.apply(meant);
            case Refused<T>(String sentence) -> new Refused<>(sentence);
            case None<T>() -> new None<>();
        };
    }
}
