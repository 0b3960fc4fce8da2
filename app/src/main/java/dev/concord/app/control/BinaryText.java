package dev.concord.app.control;

import dev.concord.record.Bytes;
import dev.concord.ui.text.Texts;
import java.text.NumberFormat;

/** The description of bytes: their type and size. */
final class BinaryText {
    private final Texts texts;

    BinaryText(Texts texts) {
        this.texts = texts;
    }

    /** Such as {@code PNG image, 1.4 KB}. */
    String describe(Bytes bytes) {
        String size = size(bytes.size());
        return BinaryType.of(bytes)
                .map(t -> texts.get(t.picture() ? "value.binary.image" : "value.binary.file", t.title(), size))
                .orElseGet(() -> ofUnknownType(bytes.size()));
    }

    String ofUnknownType(long bytes) {
        return texts.get("value.binary.unknown", size(bytes));
    }

    /** Sizes in units of 1000, as file managers give them. */
    String size(long bytes) {
        if (bytes < 1000) {
            return texts.get("value.size.bytes", bytes);
        }
        NumberFormat oneDigit = NumberFormat.getNumberInstance(texts.locale());
        oneDigit.setMaximumFractionDigits(1);
        return bytes < 1_000_000
                ? texts.get("value.size.kilobytes", oneDigit.format(bytes / 1e3))
                : texts.get("value.size.megabytes", oneDigit.format(bytes / 1e6));
    }
}
