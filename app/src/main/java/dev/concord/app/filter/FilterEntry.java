package dev.concord.app.filter;

import dev.concord.app.condition.FilteredColumn;
import dev.concord.app.condition.ParsedCondition;
import dev.concord.query.ColumnCondition;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The filter of one column: what is typed, and what it means. FX thread only. */
public final class FilterEntry {
    private final FilteredColumn column;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Optional<ColumnCondition> condition = Optional.empty();

    FilterEntry(FilteredColumn column) {
        this.column = column;
    }

    /** Returns the column that is filtered. */
    public FilteredColumn column() {
        return column;
    }

    /** What the person has typed. */
    public StringProperty typed() {
        return typed;
    }

    /** Why what is typed is no condition; empty when it is one, or is still being typed. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The condition read last; text that is none leaves it as it was. */
    Optional<ColumnCondition> condition() {
        return condition;
    }

    void read(ParsedCondition parsed) {
        switch (parsed) {
            case ParsedCondition.Everything _ -> condition = Optional.empty();
            case ParsedCondition.Read(ColumnCondition read) -> condition = Optional.of(read);
            case ParsedCondition.Unreadable _ -> {}
        }
        problem.set(parsed instanceof ParsedCondition.Unreadable(String sentence) ? sentence : "");
    }

    /** Takes a condition over that was not typed, in the words in which it can be typed. */
    void set(ColumnCondition chosen, String words) {
        typed.set(words);
        condition = Optional.of(chosen);
        problem.set("");
    }
}
