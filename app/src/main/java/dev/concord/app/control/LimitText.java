package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.IntegerLimit;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.ValueKind;
import dev.concord.outcome.MissingCharacters;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Says why a value does not fit into its column: a number out of its range, a text that is too long, or a character that the column
 * cannot hold. Where the catalog says too
 * little, or the database takes any value, nothing is said, and the save finds out. Immutable.
 */
final class LimitText {
    private final Texts texts;

    LimitText(Texts texts) {
        this.texts = texts;
    }

    /** One sentence; empty where the value fits. */
    Optional<String> problem(Value value, Column column) {
        return size(value, column).or(() -> MissingCharacters.first(value, column)
                .map(character -> new ViolationText(texts).missing(character, column.characters())));
    }

    private Optional<String> size(Value value, Column column) {
        if (column.special() == SpecialValues.ANY_SIZE) {
            return Optional.empty();
        }
        return switch (value) {
            case Value.Exact(BigDecimal number) when column.kind() == ValueKind.INTEGER -> range(number, column);
            case Value.Exact(BigDecimal number) when column.kind() == ValueKind.DECIMAL -> digits(number, column);
            case Value.Text(String text) when column.kind() == ValueKind.TEXT -> length(text, column);
            default -> Optional.empty();
        };
    }

    private Optional<String> range(BigDecimal number, Column column) {
        Optional<BigDecimal> most = IntegerLimit.of(column);
        Optional<BigDecimal> least = IntegerLimit.least(column);
        boolean fits = most.map(limit -> number.compareTo(limit) <= 0).orElse(true)
                && least.map(limit -> number.compareTo(limit) >= 0).orElse(true);
        return fits
                ? Optional.empty()
                : Optional.of(texts.get("value.unfit.range", least.orElseThrow(), most.orElseThrow()));
    }

    /** Of a decimal number only the digits before its point are limited here: those after it are when it is read. */
    private Optional<String> digits(BigDecimal number, Column column) {
        boolean floating = column.typeName().toLowerCase(Locale.ROOT).startsWith("decfloat");
        BigDecimal whole = number.abs().setScale(0, RoundingMode.DOWN);
        boolean fits = floating
                || IntegerLimit.of(column)
                        .map(limit -> whole.compareTo(limit) <= 0)
                        .orElse(true);
        return fits ? Optional.empty() : Optional.of(texts.get("value.unfit.digits", column.size() - column.scale()));
    }

    /** Databases drop blanks at the end that are too many. */
    private Optional<String> length(String text, Column column) {
        if (column.size() == 0 || text.length() <= column.size()) {
            return Optional.empty();
        }
        String kept = text.stripTrailing();
        boolean fits = kept.codePointCount(0, kept.length()) <= column.size();
        return fits ? Optional.empty() : Optional.of(texts.get("violation.too-long.than", column.size()));
    }
}
