package dev.concord.app.reference;

import dev.concord.app.control.Caption;
import dev.concord.ui.text.Texts;
import java.util.Optional;

/** What a reference leads to, in words: the same wherever a reference is shown. */
public final class ReferenceText {
    private final Texts texts;

    public ReferenceText(Texts texts) {
        this.texts = texts;
    }

    /** Such as {@code La Petite Tasse · 17}; the key alone where the row has no name. */
    public String of(TargetRow target) {
        return named(target.label(), target.key());
    }

    /** Such as {@code La Petite Tasse · 17}; the key alone where there is no name. */
    public String named(String label, String key) {
        return label.isEmpty() ? key : texts.get("reference.named", label, key);
    }

    /** Such as {@code Customer 88 no longer exists}. */
    public String missing(ReferenceValues values) {
        return texts.get(
                "reference.gone", Caption.of(values.reference().target().name()), values.key());
    }

    /** Such as {@code 88 · no longer exists}, where the table is plain. */
    public String missing(String key) {
        return texts.get("reference.gone.key", key);
    }

    /** The name of the row a reference leads to; empty where it has none, or is not known. */
    public static Optional<String> label(Optional<ReferenceTarget> target) {
        return target.flatMap(known -> known instanceof ReferenceTarget.Found(String label) && !label.isEmpty()
                ? Optional.of(label)
                : Optional.empty());
    }
}
