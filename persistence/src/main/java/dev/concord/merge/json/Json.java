package dev.concord.merge.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/**
 * A JSON value (RFC 8259) with its position in a text. Two are equal when they mean the same. Immutable.
 *
 * <p>The hash code is stored, so that most unequal values are recognised without comparing what they contain.
 */
public final class Json {
    private final String source;
    private final int edge;
    private final int from;
    private final int start;
    private final int end;
    private final Meaning meaning;
    private final int hash;

    /**
     * Places a value.
     *
     * @param source the whole text
     * @param edge the end of what precedes it in its object or array: a neighbour, or the opening bracket
     * @param from where its name starts in an object; anywhere else the same as {@code start}
     * @param start where the value starts
     * @param end where the value ends, exclusive
     */
    Json(String source, int edge, int from, int start, int end, Meaning meaning) {
        this.source = source;
        this.edge = edge;
        this.from = from;
        this.start = start;
        this.end = end;
        this.meaning = meaning;
        this.hash = meaning.hashCode();
    }

    /** What it is. */
    public Meaning meaning() {
        return meaning;
    }

    /** The value as written. */
    public String text() {
        return source.substring(start, end);
    }

    /** The whole text the value stands in. */
    public String source() {
        return source;
    }

    /** What an object or array holds, in the order written; nothing for any other value. */
    SequencedCollection<Json> children() {
        return switch (meaning) {
            case Meaning.Members members -> members.byName().sequencedValues();
            case Meaning.Elements elements -> elements.inOrder();
            case Meaning.Text _, Meaning.Numeral _, Meaning.Literal _ -> List.of();
        };
    }

    /** A member's name as written, in quotes; empty for a value that is no member. */
    String name() {
        return from == start ? "" : source.substring(from, source.lastIndexOf('"', start - 1) + 1);
    }

    /** What stands between a member's name and its value; empty for a value that is no member. */
    String colon() {
        return source.substring(from + name().length(), start);
    }

    /** Spacing, and the comma unless it comes first in its object or array. */
    String gap() {
        return source.substring(edge, from);
    }

    /** What stands between the last thing this value holds and its closing bracket. */
    String closing() {
        return source.substring(children().getLast().end, end - 1);
    }

    /** Everything in front of the value. */
    String before() {
        return source.substring(0, start);
    }

    /** Everything behind the value. */
    String after() {
        return source.substring(end);
    }

    /** The bracket an object or array opens with. */
    char openingBracket() {
        return source.charAt(start);
    }

    /** The bracket an object or array closes with. */
    char closingBracket() {
        return source.charAt(end - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json json && hash == json.hash && meaning.equals(json.meaning);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** What a JSON value means, in whatever way it is written. */
    public sealed interface Meaning {

        /** A string; an unpaired surrogate is kept. */
        record Text(String text) implements Meaning {}

        /** A number of any size, exactly; {@code 1.0} is {@code 1}. */
        record Numeral(BigDecimal number) implements Meaning {
            public Numeral {
                number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            }
        }

        /** One of the three literals. */
        enum Literal implements Meaning {
            TRUE,
            FALSE,
            NULL
        }

        /** An object. Its members are in the order written, which does not count in comparisons. */
        record Members(SequencedMap<String, Json> byName) implements Meaning {
            public Members {
                byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
            }
        }

        /** An array. */
        record Elements(List<Json> inOrder) implements Meaning {
            public Elements {
                inOrder = List.copyOf(inOrder);
            }
        }
    }
}
