package dev.concord.app.paste;

import dev.concord.app.control.Caption;
import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.app.paste.CellVerdict.Obstacle;
import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.FieldLock;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what becomes of single cells, by the rules of the form: what it understands is understood here, and what cannot be typed
 * there cannot be pasted. Immutable.
 */
final class CellJudge {
    /** How spreadsheets and database programs write that there is no value. */
    private static final String NULL = "NULL";

    private final EditableColumns editable;
    private final BlankCells blanks;
    private final Texts texts;
    private final ValueText values;
    private final Set<String> key;

    /** Judges the cells of one table. */
    CellJudge(EditableColumns editable, BlankCells blanks, Texts texts) {
        this.editable = editable;
        this.blanks = blanks;
        this.texts = texts;
        this.values = new ValueText(texts);
        this.key = editable.table().rowKey().map(Key::columns).map(Set::copyOf).orElse(Set.of());
    }

    /** Whether a text stands for no value in a column. */
    boolean isNull(String text, Column column, FieldInput before) {
        if (text.isEmpty() && before.unreadable().isEmpty() && before.value().equals(Value.of(""))) {
            return false;
        }
        return switch (column.kind()) {
            case TEXT, OTHER -> column.nullable() && blanks == BlankCells.NULL && (text.isEmpty() || text.equals(NULL));
            case ENUM -> !column.allowedValues().contains(text) && (text.isEmpty() || text.equals(NULL));
            default -> text.isBlank() || text.strip().equals(NULL);
        };
    }

    /** Judges a typed text. */
    CellVerdict typed(RowToChange row, Column column, String text) {
        FieldInput before = row.state().input(column.name());
        if (isNull(text, column, before)) {
            return value(row, column, Value.ofNull(), text, "");
        }
        if (before.unreadable().isEmpty() && text.equals(before.value().text())) {
            // As it was copied: what is written without regard to a country might be read in two ways here.
            return new CellVerdict.Same();
        }
        return switch (read(text, column, before.value())) {
            case Parsed.Read(Value value) -> value(row, column, value, text, "");
            case Parsed.Unreadable(String sentence) ->
                obstacle(row, column, text)
                        .orElseGet(() -> new CellVerdict.Cannot(
                                Obstacle.VALUE, text, sentence, Optional.of(new FieldInput(before.value(), text))));
        };
    }

    private Parsed read(String text, Column column, Value before) {
        return column.kind() == ValueKind.BINARY
                ? values.parseWritten(text, column)
                : values.parse(text, column, before);
    }

    /** Judges a text in a column that refers to another table. */
    CellVerdict reference(RowToChange row, Column column, String text, ForeignKey to, ReferenceNames.Target target) {
        String table = Caption.of(to.target().name());
        return switch (target) {
            case ReferenceNames.One(Value found, String label) -> value(row, column, found, text, label);
            case ReferenceNames.NoOne _ -> unknown(row, column, text, texts.get("paste.cannot.no-name", table, text));
            case ReferenceNames.Several _ ->
                unknown(row, column, text, texts.get("paste.cannot.several-names", table, text));
        };
    }

    private CellVerdict unknown(RowToChange row, Column column, String text, String sentence) {
        Value before = row.state().input(column.name()).value();
        FieldInput kept = values.parse(text, column, before) instanceof Parsed.Read(Value value)
                ? new FieldInput(value, "")
                : new FieldInput(before, text);
        return obstacle(row, column, text)
                .orElseGet(() -> new CellVerdict.Cannot(Obstacle.REFERENCE, text, sentence, Optional.of(kept)));
    }

    /**
     * Judges a value.
     *
     * @param asked the text it was read from
     * @param refersTo the name of the record that the value refers to; empty for none
     */
    CellVerdict value(RowToChange row, Column column, Value value, String asked, String refersTo) {
        FieldInput before = row.state().input(column.name());
        FieldInput after = new FieldInput(value, "");
        if (after.reads(before)) {
            return new CellVerdict.Same();
        }
        Optional<CellVerdict> obstacle = obstacle(row, column, asked);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (value instanceof Value.Large) {
            return new CellVerdict.Cannot(Obstacle.LOCKED, asked, texts.get("paste.cannot.large"), Optional.empty());
        }
        if (value.isNull() && !column.nullable()) {
            return new CellVerdict.Cannot(Obstacle.EMPTY, asked, texts.get("paste.cannot.empty"), Optional.of(after));
        }
        return values.problem(value, column)
                .<CellVerdict>map(sentence -> new CellVerdict.Cannot(
                        Obstacle.VALUE, asked, sentence, Optional.of(unfit(value, column, before))))
                .orElseGet(() -> new CellVerdict.Changes(after, refersTo));
    }

    /** A value that does not fit is kept as the text that it would be typed as. */
    private FieldInput unfit(Value value, Column column, FieldInput before) {
        return new FieldInput(before.value(), values.edit(value, column));
    }

    /** What keeps a cell from being changed, whatever is to stand in it. */
    private Optional<CellVerdict> obstacle(RowToChange row, Column column, String asked) {
        FieldLock lock = editable.lock(
                column, row.isNew(), row.state().input(column.name()).value());
        if (lock != FieldLock.NONE) {
            String sentence = texts.get("paste.cannot." + lock.name().toLowerCase(Locale.ROOT));
            return Optional.of(new CellVerdict.Cannot(Obstacle.LOCKED, asked, sentence, Optional.empty()));
        }
        return !row.isNew() && key.contains(column.name())
                ? Optional.of(
                        new CellVerdict.Cannot(Obstacle.KEY, asked, texts.get("paste.cannot.key"), Optional.empty()))
                : Optional.empty();
    }
}
