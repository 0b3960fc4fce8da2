package dev.concord.app.inplace;

import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Types a change of a quantity, {@code +5} or {@code -3}, and shows the sum beside it. The value is the sum. FX thread only. */
final class DifferenceEditor implements ValueEditor {
    private final Column column;
    private final Supplier<Value> from;
    private final ValueText values;
    private final Texts texts;
    private final TextField field = new TextField();
    private final Label sum = new Label();
    private final HBox node = new HBox(field, sum);
    private final ObjectProperty<Value> value = new SimpleObjectProperty<>(this, "value", Value.ofNull());
    private final StringProperty unreadable = new SimpleStringProperty(this, "unreadable", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);
    private final StringProperty nullText = new SimpleStringProperty(this, "nullText", "");

    /** @param from returns the number that is changed */
    DifferenceEditor(Column column, Supplier<Value> from, Texts texts) {
        this.column = column;
        this.from = from;
        this.texts = texts;
        this.values = new ValueText(texts);
        node.getStyleClass().addAll("value-editor", "difference-editor");
        node.setAlignment(Pos.CENTER_LEFT);
        sum.setMinWidth(Region.USE_PREF_SIZE);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.editableProperty().bind(editable);
        field.textProperty().subscribe((was, now) -> typed(now));
        value.subscribe(now -> sum.setText(texts.get("cell.sum", values.show(now, column))));
    }

    private void typed(String text) {
        switch (sum(text)) {
            case Parsed.Read(Value read) -> {
                problem.set("");
                unreadable.set("");
                value.set(read);
                sum.setVisible(true);
            }
            case Parsed.Unreadable(String sentence) -> {
                problem.set(sentence);
                unreadable.set(text);
                sum.setVisible(false);
            }
        }
    }

    /** The sign that begins a change is no number yet. */
    private Parsed sum(String text) {
        String typed = text.strip();
        if (!(from.get() instanceof Value.Exact(BigDecimal before))) {
            return new Parsed.Unreadable(texts.get("cell.sum.none", column.name()));
        }
        Parsed change = values.read(typed, column);
        return change instanceof Parsed.Read(Value.Exact(BigDecimal by))
                ? values.parse(values.edit(Value.of(before.add(by)), column), column)
                : change instanceof Parsed.Unreadable ? change : new Parsed.Unreadable(texts.get("cell.sum.how"));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return field;
    }

    @Override
    public ObjectProperty<Value> value() {
        return value;
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public StringProperty unreadable() {
        return unreadable;
    }

    @Override
    public BooleanProperty editable() {
        return editable;
    }

    @Override
    public StringProperty nullText() {
        return nullText;
    }
}
