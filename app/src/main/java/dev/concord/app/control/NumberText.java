package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as text, with the locale's decimal separator and without grouping. Typed numbers may use the point or the
 * comma, and grouping, as long as there is only one way to read them.
 */
final class NumberText {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern SCIENTIFIC = Pattern.compile(PLAIN.pattern() + "([eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPED_BY_SPACE =
            Pattern.compile("[+-]?\\d{1,3}([ \u00a0\u202f'’]\\d{3})+([.,]\\d*)?");
    private static final Pattern GROUPED_ONCE = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final BigInteger SMALLEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final Texts texts;
    private final char decimal;

    NumberText(Texts texts) {
        this.texts = texts;
        this.decimal = DecimalFormatSymbols.getInstance(texts.locale()).getDecimalSeparator() == ',' ? ',' : '.';
    }

    /** Exact numbers of a decimal column show its scale, so that 1.5 reads 1.50 as in the database. */
    String show(BigDecimal number, Column column) {
        boolean padded = column.kind() == ValueKind.DECIMAL && number.scale() < column.scale();
        return show((padded ? number.setScale(column.scale(), RoundingMode.UNNECESSARY) : number).toPlainString());
    }

    String show(String plain) {
        String shorter = plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        return shorter.replace('.', decimal);
    }

    Parsed parse(String typed, Column column) {
        String text = typed.replace('\u2212', '-');
        if (twoWays(text)) {
            return twoWaysOf(typed, text);
        }
        String plain = plain(text);
        return switch (column.kind()) {
            case INTEGER -> whole(plain);
            case DECIMAL -> decimal(plain, column);
            case FLOAT32 -> float32(plain);
            case NUMERIC -> numeric(plain);
            default -> float64(plain);
        };
    }

    private boolean twoWays(String text) {
        return text.indexOf(decimal) < 0 && GROUPED_ONCE.matcher(text).matches();
    }

    private Parsed twoWaysOf(String typed, String text) {
        String digits = text.replaceAll("[.,]", "");
        String fraction = text.replace(decimal == '.' ? ',' : '.', decimal);
        return unreadable("two-ways", typed, digits, fraction);
    }

    /** Reads a number typed in place of another one: floating point stays floating point. Empty where it is no number. */
    Optional<Parsed> like(String typed, Value before) {
        String text = typed.replace('\u2212', '-');
        if (twoWays(text)) {
            return Optional.of(twoWaysOf(typed, text));
        }
        Parsed number = before instanceof Value.Exact ? numeric(plain(text)) : float64(plain(text));
        return Optional.of(number).filter(Parsed.Read.class::isInstance);
    }

    private static String plain(String typed) {
        String text = GROUPED_BY_SPACE.matcher(typed).matches() ? typed.replaceAll("[ \u00a0\u202f'’]", "") : typed;
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return ungrouped(text, point > comma ? ',' : '.', point > comma ? '.' : ',');
        }
        char only = point >= 0 ? '.' : ',';
        boolean repeated = text.indexOf(only) != text.lastIndexOf(only);
        return repeated ? ungrouped(text, only, only == '.' ? ',' : '.') : text.replace(',', '.');
    }

    private static String ungrouped(String text, char group, char fraction) {
        String pattern = "[+-]?\\d{1,3}(" + Pattern.quote(String.valueOf(group)) + "\\d{3})+("
                + Pattern.quote(String.valueOf(fraction)) + "\\d*)?";
        return text.matches(pattern) ? text.replace(String.valueOf(group), "").replace(fraction, '.') : text;
    }

    private Parsed whole(String plain) {
        if (!PLAIN.matcher(plain).matches()) {
            return unreadable("integer");
        }
        BigDecimal number = new BigDecimal(plain);
        return number.stripTrailingZeros().scale() > 0 ? unreadable("integer") : new Parsed.Read(Value.of(number));
    }

    private Parsed decimal(String plain, Column column) {
        if (!PLAIN.matcher(plain).matches()) {
            return unreadable("decimal", show("1500.25"));
        }
        BigDecimal number = new BigDecimal(plain);
        // A decimal column without a declared precision (PostgreSQL's numeric, H2's decfloat) keeps every digit.
        boolean bounded =
                column.size() > 0 && !column.typeName().toLowerCase(Locale.ROOT).startsWith("decfloat");
        if (bounded && number.stripTrailingZeros().scale() > Math.max(0, column.scale())) {
            return column.scale() == 0 ? unreadable("integer") : unreadable("scale", column.scale());
        }
        return new Parsed.Read(Value.of(number));
    }

    private Parsed numeric(String plain) {
        if (PLAIN.matcher(plain).matches()) {
            BigDecimal number = new BigDecimal(plain);
            boolean isWhole = number.stripTrailingZeros().scale() <= 0;
            BigInteger integer = number.toBigInteger();
            if (isWhole && integer.compareTo(SMALLEST_LONG) >= 0 && integer.compareTo(LARGEST_LONG) <= 0) {
                return new Parsed.Read(Value.of(number));
            }
        }
        return float64(plain);
    }

    private Parsed float64(String plain) {
        return floating(plain) && (named(plain) || Double.isFinite(Double.parseDouble(plain)))
                ? new Parsed.Read(new Value.Float64(Double.parseDouble(plain)))
                : unreadable("decimal", show("1500.25"));
    }

    private Parsed float32(String plain) {
        return floating(plain) && (named(plain) || Float.isFinite(Float.parseFloat(plain)))
                ? new Parsed.Read(new Value.Float32(Float.parseFloat(plain)))
                : unreadable("decimal", show("1500.25"));
    }

    private static boolean floating(String plain) {
        return named(plain) || SCIENTIFIC.matcher(plain).matches();
    }

    private static boolean named(String plain) {
        return plain.equals("NaN") || plain.equals("Infinity") || plain.equals("-Infinity");
    }

    private Parsed unreadable(String what, Object... arguments) {
        return new Parsed.Unreadable(texts.get("value.unreadable." + what, arguments));
    }
}
