package dev.concord.app.control;

import atlantafx.base.theme.Styles;
import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Chooses the editor for a column, so that a column is edited the same way wherever it appears. */
public final class ValueEditors {
    /** Longer columns are for sentences and get lines. */
    private static final int LINES_FROM = 200;

    private static final Pattern ONE_LINE = Pattern.compile(
            "(?:interval.*|timetz|time with time zone|money|inet|cidr|macaddr8?|oid|bit.*|varbit)(?<!\\[])",
            Pattern.CASE_INSENSITIVE);

    private ValueEditors() {}

    /** Returns a fresh editor showing NULL. */
    public static ValueEditor forColumn(Column column, Texts texts) {
        return switch (column.kind()) {
            case TEXT ->
                !column.allowedValues().isEmpty()
                        ? new WordEditor(column, texts)
                        : column.size() > 0 && column.size() <= LINES_FROM
                                ? new TextEditor(column, texts)
                                : new TypedEditor(new GrowingTextArea(), column, texts);
            case JSON -> json(column, texts);
            case OTHER ->
                isOneLine(column) ? typed(column, texts) : new TypedEditor(new GrowingTextArea(), column, texts);
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC, TIME -> typed(column, texts);
            case DATE, TIMESTAMP, ZONED_TIMESTAMP -> dated(column, texts);
            case BOOLEAN -> new YesNoEditor(column, texts);
            case UUID -> uuid(column, texts);
            case ENUM -> column.allowedValues().isEmpty() ? typed(column, texts) : new WordEditor(column, texts);
            case BINARY -> new BytesEditor(column, texts);
        };
    }

    /**
     * Returns an editor for a value on one line, whatever the column's type.
     *
     * @param field the text field to type into
     * @param heard given each text that a person types, before it is read
     * @param buttons what to put beside the field
     */
    public static ValueEditor inLine(
            TextField field, Column column, Texts texts, Consumer<String> heard, List<Node> buttons) {
        TypedEditor editor = new TypedEditor(field, column, texts, heard);
        buttons.reversed().forEach(editor::with);
        return editor;
    }

    /** Whether the texts of a type of the database's own have no line breaks, so that Enter goes to the next field. */
    private static boolean isOneLine(Column column) {
        return ONE_LINE.matcher(column.typeName()).matches();
    }

    private static TypedEditor typed(Column column, Texts texts) {
        return new TypedEditor(new TextField(), column, texts);
    }

    private static ValueEditor json(Column column, Texts texts) {
        GrowingTextArea area = new GrowingTextArea();
        area.getStyleClass().add("value-code");
        return new TypedEditor(area, column, texts);
    }

    private static ValueEditor dated(Column column, Texts texts) {
        TypedEditor editor = typed(column, texts);
        CalendarButton calendar = new CalendarButton(editor, column, texts);
        calendar.listenIn(editor.node());
        return editor.with(calendar);
    }

    private static ValueEditor uuid(Column column, Texts texts) {
        TypedEditor editor = typed(column, texts);
        Button fresh = new Button("", Icon.UNIQUE_ID.node());
        fresh.getStyleClass().addAll(Styles.BUTTON_ICON, "value-button");
        fresh.setAccessibleText(texts.get("value.uuid.new"));
        Hint.put(fresh, texts.get("value.uuid.new"));
        fresh.setOnAction(event -> editor.choose(new Value.Uuid(UUID.randomUUID())));
        // Only while there is no value, so that a click by mistake cannot replace a key.
        var offered = editor.value().map(Value::isNull);
        fresh.visibleProperty().bind(offered);
        fresh.managedProperty().bind(offered);
        fresh.disableProperty().bind(editor.editable().not());
        return editor.with(fresh);
    }
}
