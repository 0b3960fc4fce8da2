package dev.concord.app.edit;

import dev.concord.catalog.Table;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;

/** Which commands of the form are available at the moment; buttons and keys are bound to them. */
public final class EditActions {
    private final BooleanBinding add;
    private final BooleanBinding save;
    private final BooleanBinding discard;
    private final BooleanBinding delete;
    private final BooleanBinding refresh;
    private final BooleanBinding undo;
    private final BooleanBinding redo;

    EditActions(FormStatus status, Form form, FormJobs jobs) {
        ObservableValue<EditMode> mode = status.mode();
        ObservableValue<Optional<Table>> table = status.table();
        BooleanBinding editing = is(mode, EditMode.EDITING);
        BooleanBinding fresh = is(mode, EditMode.NEW);
        BooleanExpression idle = jobs.busy().not();
        add = Bindings.createBooleanBinding(
                () -> table.getValue().filter(t -> t.readOnlyReason().isEmpty()).isPresent(), table);
        save = editing.and(form.dirty()).or(fresh).and(idle);
        discard = form.dirty().and(idle);
        delete = editing.and(idle);
        refresh = Bindings.createBooleanBinding(
                () -> (mode.getValue() == EditMode.EDITING || mode.getValue() == EditMode.VIEWING)
                        && table.getValue().flatMap(Table::rowKey).isPresent()
                        && !jobs.busy().get(),
                mode,
                table,
                jobs.busy());
        undo = form.canUndo().and(editing.or(fresh));
        redo = form.canRedo().and(editing.or(fresh));
    }

    private static BooleanBinding is(ObservableValue<EditMode> mode, EditMode wanted) {
        return Bindings.createBooleanBinding(() -> mode.getValue() == wanted, mode);
    }

    /** Whether a new record can be made. */
    public BooleanExpression add() {
        return add;
    }

    public BooleanExpression save() {
        return save;
    }

    public BooleanExpression discard() {
        return discard;
    }

    public BooleanExpression delete() {
        return delete;
    }

    public BooleanExpression refresh() {
        return refresh;
    }

    public BooleanExpression undo() {
        return undo;
    }

    public BooleanExpression redo() {
        return redo;
    }
}
