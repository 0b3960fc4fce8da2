package dev.concord.app.conflict.sides;

import dev.concord.merge.FieldMerge;
import dev.concord.merge.Part;
import dev.concord.merge.PartAnswer;
import dev.concord.merge.Resolution;
import dev.concord.merge.ValueOrigin;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** The state of a field or part, shown as an icon, a word and a colour. */
public enum FieldState {
    NEEDS_DECISION(Icon.UNDECIDED),
    CHOSEN(Icon.CHOSEN),
    TYPED(Icon.CHANGED),
    FROM_DATABASE(Icon.MERGED),
    YOUR_CHANGE(Icon.CHANGED),
    SAME_ON_BOTH(Icon.MERGED),
    BY_RULE(Icon.MERGED),
    UNCHANGED(Icon.SAME),
    SET_BY_DATABASE(Icon.DATABASE);

    private final Icon icon;

    FieldState(Icon icon) {
        this.icon = icon;
    }

    /** The state of a field with what was decided for it. */
    public static FieldState of(Resolution resolution, FieldMerge field) {
        return switch (resolution.origin(field)) {
            case ValueOrigin.Undecided _ -> NEEDS_DECISION;
            case ValueOrigin.Chosen _ -> CHOSEN;
            case ValueOrigin.Typed _ -> TYPED;
            case ValueOrigin.Theirs _ -> FROM_DATABASE;
            case ValueOrigin.Mine _ -> YOUR_CHANGE;
            case ValueOrigin.Equal _ -> SAME_ON_BOTH;
            case ValueOrigin.ByRule _ -> BY_RULE;
            case ValueOrigin.Untouched _ -> UNCHANGED;
            case ValueOrigin.SetByDatabase _ -> SET_BY_DATABASE;
        };
    }

    /** The state of a part of a value with what was decided for it. */
    public static FieldState of(Part part, Optional<PartAnswer> answer) {
        return answer.map(given -> given instanceof PartAnswer.Typed ? TYPED : CHOSEN)
                .orElseGet(() -> switch (part.change()) {
                    case DECISION -> NEEDS_DECISION;
                    case THEIRS -> FROM_DATABASE;
                    case MINE -> YOUR_CHANGE;
                    case EQUAL -> SAME_ON_BOTH;
                    case MERGED -> BY_RULE;
                    case UNCHANGED -> UNCHANGED;
                    case SET_BY_DATABASE -> SET_BY_DATABASE;
                });
    }

    /** The icon before the word. */
    public Icon icon() {
        return icon;
    }

    /** The word. */
    public String text(Texts texts) {
        return texts.get("conflict.state." + word());
    }

    /** The style class, and the last part of the message key. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
