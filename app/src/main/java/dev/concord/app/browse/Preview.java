package dev.concord.app.browse;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.query.Page;
import dev.concord.record.Row;
import dev.concord.record.Value;

/** Reduces a whole row to what a page contains. */
final class Preview {
    private Preview() {}

    static Row of(Row whole, Table table) {
        Row preview = whole;
        for (Column column : table.columns()) {
            preview = preview.with(column.name(), cut(whole.get(column.name())));
        }
        return preview;
    }

    /** Returns what a page contains of a value: the beginning of a long text, and of bytes their number. */
    static Value cut(Value value) {
        return switch (value) {
            case Value.Binary binary -> Value.of(binary.bytes().size());
            case Value.Text text ->
                text.text().length() > Page.TEXT_LENGTH ? Value.of(text.text().substring(0, Page.TEXT_LENGTH)) : text;
            case Value.Malformed malformed ->
                new Value.Malformed(malformed.bytes().first(Page.TEXT_LENGTH));
            default -> value;
        };
    }
}
