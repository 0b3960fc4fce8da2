package dev.concord.app.gateway.resource;

import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** Reads values from texts by the kind of their column, the same in every locale. */
final class TextReader {
    private static final ValueText VALUES = ValueText.ofPrograms(Texts.of(Locale.ROOT));

    private TextReader() {}

    /** Reads a text that stands for a value of the column; the empty text is one in columns of text only. */
    static ValueReading read(String text, Column column) {
        if (StoredText.ofChars(text) instanceof Value.Malformed) {
            return new ValueReading.Wrong("The text contains half of a surrogate pair, which is no character.");
        }
        if (text.isBlank() && !column.kind().isText()) {
            return new ValueReading.Wrong("The text is empty. Send null for no value.");
        }
        return switch (VALUES.read(text, column)) {
            case Parsed.Read(Value value)
            when value.isNull() -> new ValueReading.Wrong("The text is empty. Send null for no value.");
            case Parsed.Read(Value value) -> new ValueReading.Read(value);
            case Parsed.Unreadable(String sentence) -> new ValueReading.Wrong(sentence);
        };
    }
}
