package dev.concord.app.control;

import dev.concord.catalog.CharacterSet;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;
import java.util.Optional;

/** Why the database does not accept a value, in one sentence at the field. Immutable. */
public final class ViolationText {
    private final Texts texts;

    public ViolationText(Texts texts) {
        this.texts = texts;
    }

    /** Returns the sentence, as precise as the table's description allows. */
    public String sentence(Violation violation, Table table) {
        return switch (violation.kind()) {
            case NOT_NULL -> texts.get("violation.not-null");
            case UNIQUE -> texts.get(violation.columns().size() > 1 ? "violation.unique.group" : "violation.unique");
            case FOREIGN_KEY ->
                target(violation, table)
                        .map(t -> texts.get("violation.foreign-key.to", t))
                        .orElseGet(() -> texts.get("violation.foreign-key"));
            case STILL_REFERENCED -> texts.get("violation.still-referenced");
            case CHECK ->
                violation.constraint().isEmpty()
                        ? texts.get("violation.check")
                        : texts.get("violation.check.named", violation.constraint());
            case TOO_LONG ->
                column(violation, table)
                        .filter(c -> c.size() > 0)
                        .map(c -> texts.get("violation.too-long.than", c.size()))
                        .orElseGet(() -> texts.get("violation.too-long"));
            case OUT_OF_RANGE -> texts.get("violation.out-of-range");
            case TYPE -> texts.get("violation.type");
            case CHARACTER ->
                missing(
                        violation.detail(),
                        column(violation, table).map(Column::characters).orElse(CharacterSet.ALL));
            case OTHER ->
                violation.detail().isEmpty()
                        ? texts.get("violation.other")
                        : texts.get("violation.other.said", violation.detail());
        };
    }

    /** Returns the sentence for a character that a column cannot hold. */
    public String missing(String character, CharacterSet characters) {
        int point = character.isEmpty() ? Character.MAX_CODE_POINT : character.codePointAt(0);
        String number = String.format("U+%04X", point);
        boolean visible = !Character.isISOControl(point) && Character.isDefined(point);
        String named = visible ? texts.get("violation.character.shown", character, number) : number;
        return characters.name().isEmpty()
                ? texts.get("violation.character", named)
                : texts.get("violation.character.set", named, characters.name());
    }

    /** Returns the constraint's name and the database's message, for more detail; may be empty. */
    public String detail(Violation violation) {
        if (violation.constraint().isEmpty()) {
            return violation.detail();
        }
        return texts.get("violation.detail", violation.constraint(), violation.detail())
                .strip();
    }

    private static Optional<String> target(Violation violation, Table table) {
        return table.foreignKeys().stream()
                .filter(key -> violation.constraint().isEmpty()
                        ? key.columns().equals(violation.columns())
                        : key.name().equalsIgnoreCase(violation.constraint()))
                .map(ForeignKey::target)
                .map(id -> Caption.of(id.name()))
                .findFirst();
    }

    private static Optional<Column> column(Violation violation, Table table) {
        return violation.columns().stream().findFirst().flatMap(table::column);
    }
}
