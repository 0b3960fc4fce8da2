package dev.concord.app.settings;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is being chosen for one column of a table. FX thread only. */
public final class ColumnChoice {
    private static final Set<ValueKind> NUMBERS = Set.of(ValueKind.INTEGER, ValueKind.DECIMAL, ValueKind.NUMERIC);

    private final Column column;
    private final boolean mayBeIgnored;
    private final boolean names;
    private final BooleanProperty ignored;
    private final ObjectProperty<Adding> adding;
    private final ObjectProperty<Form> form;
    private final StringProperty separator;

    /**
     * The choices of a column.
     *
     * @param names whether its values name a row, this one or another: it belongs to a key
     */
    ColumnChoice(Column column, ColumnRule rule, boolean ignored, boolean mayBeIgnored, boolean names) {
        this.names = names;
        this.column = column;
        this.mayBeIgnored = mayBeIgnored;
        this.ignored = new SimpleBooleanProperty(this, "ignored", ignored);
        this.adding = new SimpleObjectProperty<>(this, "adding", rule.adding());
        this.form = new SimpleObjectProperty<>(this, "form", rule.form());
        this.separator = new SimpleStringProperty(this, "separator", rule.separator());
    }

    /** The column. */
    public Column column() {
        return column;
    }

    /** Whether a change of it never conflicts, so that it is left out of the checksum too. */
    public BooleanProperty ignored() {
        return ignored;
    }

    /** Whether {@link #ignored} can be chosen: not for keys and versions. */
    public boolean mayBeIgnored() {
        return mayBeIgnored;
    }

    /** Whether it is a quantity. */
    public ObjectProperty<Adding> adding() {
        return adding;
    }

    /** Whether it can be a quantity: an exact number that is no key. */
    public boolean mayBeAdded() {
        return !names && NUMBERS.contains(column.kind());
    }

    /** How its values are compared. */
    public ObjectProperty<Form> form() {
        return form;
    }

    /** The ways its values can be compared; one where there is nothing to choose. */
    public List<Form> forms() {
        return switch (column.kind()) {
            case TEXT -> List.of(Form.TEXT, Form.EXACT_TEXT, Form.JSON, Form.SET, Form.LIST, Form.WHOLE);
            case JSON -> List.of(Form.JSON, Form.EXACT_TEXT, Form.WHOLE);
            case OTHER ->
                ColumnRule.of(column).form() == Form.WHOLE
                        ? List.of(Form.WHOLE)
                        : List.of(Form.SET, Form.LIST, Form.WHOLE);
            default -> List.of(Form.WHOLE);
        };
    }

    /** What stands between the items of a set or list kept as text. */
    public StringProperty separator() {
        return separator;
    }

    /** Whether {@link #separator} means something now. */
    public boolean separated() {
        return column.kind() == ValueKind.TEXT && (form.get() == Form.SET || form.get() == Form.LIST);
    }

    ColumnRule rule() {
        String between = separated() && !separator.get().isEmpty()
                ? separator.get()
                : ColumnRule.of(column).separator();
        return new ColumnRule(form.get(), between, adding.get());
    }
}
