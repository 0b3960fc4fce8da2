package dev.concord.merge.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a JSON value is, however it is written. */
public sealed interface Meaning {

    /** Characters, verbatim: half of a surrogate pair counts as well. */
    record Text(String text) implements Meaning {}

    /** A number of any size, exactly; {@code 1.0} is {@code 1}. */
    record Numeral(BigDecimal number) implements Meaning {
        public Numeral {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** One of the three literals. */
    enum Word implements Meaning {
        TRUE,
        FALSE,
        NULL
    }

    /** An object; in the order written, which does not count. */
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
