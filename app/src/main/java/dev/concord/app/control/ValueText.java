package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Values as text to display and to type, the same in grid cells, the form and the merge. Text follows the value, not
 * the column: where a database keeps text in a number column (SQLite does), the text is shown as it is. Immutable, safe
 * to share between threads.
 */
public final class ValueText {
    private static final Pattern UUID_DIGITS = Pattern.compile(
            "\\{?(\\p{XDigit}{8})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?" + "(\\p{XDigit}{12})}?");

    /** Possessive, because a repeated group would take a step of the stack for each byte. */
    private static final Pattern HEX = Pattern.compile("(?:\\p{XDigit}{2})++");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** The control characters of Unicode begin here, among them NEXT LINE. */
    private static final char FIRST_BREAK_BEYOND_ASCII = 0x80;

    private final Texts texts;
    private final NumberText numbers;
    private final TimeText times;
    private final BinaryText binaries;
    private final LimitText limits;

    /** Text in the locale of the given texts, in the zone of this computer. */
    public ValueText(Texts texts) {
        this(texts, Clock.system(ZoneId.systemDefault()));
    }

    /**
     * Text in the locale of the given texts.
     *
     * @param clock says what day it is, and in which zone the user is
     */
    public ValueText(Texts texts, Clock clock) {
        this(texts, new TimeText(texts, clock));
    }

    private ValueText(Texts texts, TimeText times) {
        this.texts = texts;
        this.numbers = new NumberText(texts);
        this.times = times;
        this.binaries = new BinaryText(texts);
        this.limits = new LimitText(texts);
    }

    /**
     * Text that programs exchange, which says all of a value: dates in the order of ISO 8601, moments with their offset, and no
     * words such as {@code today}.
     */
    public static ValueText ofPrograms(Texts texts) {
        return new ValueText(texts, TimeText.ofPrograms(texts));
    }

    /** Returns the value for reading: NULL as a word, bytes as their type and size. */
    public String show(Value value, Column column) {
        return switch (value) {
            case Value.Null _ -> texts.get("value.null");
            case Value.Binary b -> binaries.describe(b.bytes());
            case Value.Large large -> texts.get("value.large", binaries.size(large.size()));
            case Value.Bool b -> texts.get(b.truth() ? "value.yes" : "value.no");
            default -> edit(value, column);
        };
    }

    /**
     * Returns the value of a page's row for a cell of a grid: on one line, and bytes, which pages give as their number,
     * as their size.
     */
    public String cell(Value value, Column column) {
        return column.kind() == ValueKind.BINARY && value instanceof Value.Exact size
                ? binaries.ofUnknownType(size.number().longValue())
                : onOneLine(show(value, column));
    }

    /** Nearly every value is on one line: grids ask for thousands at once, and the expression takes longer than the rest. */
    private static String onOneLine(String text) {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < ' ' || each >= FIRST_BREAK_BEYOND_ASCII) {
                return LINE_BREAK.matcher(text).replaceAll(" ⏎ ");
            }
        }
        return text;
    }

    /**
     * Returns the value for editing: what {@link #parse} reads back as the same value, when the value fits the column's
     * type. NULL, bytes and values too large to be held have no text to edit and give the empty text.
     */
    public String edit(Value value, Column column) {
        if (value instanceof Value.Binary || value instanceof Value.Large) {
            return "";
        }
        return switch (value) {
            case Value.Exact e -> numbers.show(e.number(), column);
            case Value.Float32 f -> numbers.show(Float.toString(f.number()));
            case Value.Float64 d -> numbers.show(Double.toString(d.number()));
            case Value.Bool b -> texts.get(b.truth() ? "value.yes" : "value.no");
            case Value.Date d -> times.show(d.date());
            case Value.Time t -> times.show(t.time());
            case Value.DateTime t -> times.show(t.dateTime());
            case Value.Moment m -> times.show(m.moment());
            default -> value.text();
        };
    }

    /**
     * Parses text typed in place of another value. A moment keeps the offset it is stored with, unless another one is typed. Where a database lets every value have a type of its own, a number stays a
     * number as long as it is one, and a text stays a text.
     */
    public Parsed parse(String typed, Column column, Value before) {
        if (column.kind() == ValueKind.ZONED_TIMESTAMP
                && before instanceof Value.Moment(OffsetDateTime moment)
                && parse(typed, column) instanceof Parsed.Read(Value.Moment _)) {
            return times.parseMoment(typed.strip(), moment);
        }
        if (column.kind() != ValueKind.TEXT && column.kind() != ValueKind.OTHER) {
            return parse(typed, column);
        }
        return switch (before) {
            case Value.Exact _, Value.Float64 _ ->
                numbers.like(typed.strip(), before).orElseGet(() -> parse(typed, column));
            case Value.Text _ -> fitting(new Parsed.Read(Value.of(typed)), column);
            default -> parse(typed, column);
        };
    }

    /** Parses typed text as {@link #read} does; a value that its column cannot hold is none. */
    public Parsed parse(String typed, Column column) {
        return fitting(read(typed, column), column);
    }

    private Parsed fitting(Parsed parsed, Column column) {
        return parsed instanceof Parsed.Read(Value value)
                ? limits.problem(value, column)
                        .<Parsed>map(Parsed.Unreadable::new)
                        .orElse(parsed)
                : parsed;
    }

    /** Why a value does not fit into a column, as far as the catalog says so, in one sentence; empty where it fits. */
    public Optional<String> problem(Value value, Column column) {
        return limits.problem(value, column);
    }

    /**
     * Parses typed text, whether the column can hold the value or not. Empty text is NULL, except where the empty text is a value of
     * its own: in columns of text, enumerations and unknown types.
     */
    public Parsed read(String typed, Column column) {
        String trimmed = typed.strip();
        ValueKind kind = column.kind();
        if (trimmed.isEmpty() && kind != ValueKind.TEXT && kind != ValueKind.ENUM && kind != ValueKind.OTHER) {
            return new Parsed.Read(Value.ofNull());
        }
        Optional<Value> special = SpecialText.value(trimmed, column);
        if (special.isPresent()) {
            return new Parsed.Read(special.get());
        }
        return switch (kind) {
            case TEXT -> new Parsed.Read(Value.of(typed));
            case OTHER -> new Parsed.Read(new Value.Other(column.typeName(), typed));
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC -> numbers.parse(trimmed, column);
            case DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> times.parse(trimmed, kind);
            case BOOLEAN -> bool(trimmed);
            case UUID -> uuid(trimmed);
            case JSON -> JsonText.parse(typed, texts);
            case ENUM -> word(typed, column);
            case BINARY -> new Parsed.Unreadable(texts.get("value.unreadable.binary"));
        };
    }

    /**
     * Parses text that another program may have written, where bytes, which nobody types, are hexadecimal digits. The empty text
     * is no bytes, and so NULL.
     */
    public Parsed parseWritten(String written, Column column) {
        String digits = written.strip();
        if (column.kind() != ValueKind.BINARY || digits.isEmpty()) {
            return parse(written, column);
        }
        return HEX.matcher(digits).matches()
                ? new Parsed.Read(new Value.Binary(Bytes.of(HexFormat.of().parseHex(digits))))
                : new Parsed.Unreadable(texts.get("value.unreadable.hex"));
    }

    /** Returns the value of a typed date or time of a kind, whatever a column's own kind is; a moment only where its zone is typed. */
    public Optional<Value> time(String typed, ValueKind kind) {
        return times.withZone(typed.strip(), kind) instanceof TimeReading.One<Value>(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Why a text that looks like a date or a time cannot be taken for one, in one sentence; empty where it does not, or can. */
    public Optional<String> refusal(String typed, ValueKind kind) {
        return times.withZone(typed.strip(), kind) instanceof TimeReading.Refused<Value>(String sentence)
                ? Optional.of(sentence)
                : Optional.empty();
    }

    /** Returns a moment in the user's zone. */
    OffsetDateTime here(OffsetDateTime moment) {
        return times.here(moment);
    }

    private Parsed bool(String typed) {
        Locale locale = texts.locale();
        String word = typed.toLowerCase(locale);
        Optional<Boolean> truth = word.equals(texts.get("value.yes").toLowerCase(locale))
                ? Optional.of(true)
                : word.equals(texts.get("value.no").toLowerCase(locale)) ? Optional.of(false) : plainBool(word);
        return truth.<Parsed>map(t -> new Parsed.Read(Value.of(t)))
                .orElseGet(() -> new Parsed.Unreadable(
                        texts.get("value.unreadable.boolean", texts.get("value.yes"), texts.get("value.no"))));
    }

    private static Optional<Boolean> plainBool(String word) {
        return switch (word) {
            case "true", "t", "yes", "y", "1", "on" -> Optional.of(true);
            case "false", "f", "no", "n", "0", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Parsed uuid(String typed) {
        var digits = UUID_DIGITS.matcher(typed);
        return digits.matches()
                ? new Parsed.Read(new Value.Uuid(UUID.fromString(digits.replaceAll("$1-$2-$3-$4-$5"))))
                : new Parsed.Unreadable(texts.get("value.unreadable.uuid"));
    }

    private Parsed word(String typed, Column column) {
        return column.allowedValues().isEmpty() || column.allowedValues().contains(typed)
                ? new Parsed.Read(Value.of(typed))
                : new Parsed.Unreadable(texts.get("value.unreadable.enum", String.join(", ", column.allowedValues())));
    }
}
