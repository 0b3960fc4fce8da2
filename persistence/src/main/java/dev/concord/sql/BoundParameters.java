package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.StatementText;
import dev.concord.record.Value;
import dev.concord.value.ValueTransfer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The values bound to a statement's parameters, in order. Filled by one thread, then only read. */
public final class BoundParameters {
    /** What texts are compared with by LIKE. */
    private static final Column PATTERN = new Column(
            "a pattern",
            "varchar",
            ValueKind.TEXT,
            0,
            0,
            false,
            Optional.empty(),
            Column.Generation.NONE,
            List.of(),
            "");

    private final List<Column> columns = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    /** Returns the parameters of a statement that has no others than those of its condition. */
    public static BoundParameters of(RowCondition which) {
        return new BoundParameters().and(which);
    }

    /** Returns those of an update: the values set, then the numbers added, then the condition. */
    public static BoundParameters ofUpdate(TableSql sql, Row values, List<Increment> added, RowCondition which) {
        BoundParameters parameters = new BoundParameters();
        values.forEach((column, value) -> parameters.and(sql.column(column), value));
        added.forEach(increment -> parameters.and(sql.column(increment.column()), Value.of(increment.by())));
        return parameters.and(which);
    }

    /** Returns the values of a condition as jOOQ numbers them: of columns, and patterns to compare texts with. */
    static BoundParameters of(Condition condition, DSLContext rendering) {
        BoundParameters parameters = new BoundParameters();
        rendering.extractParams(condition).values().stream()
                .filter(each -> !each.isInline())
                .forEach(parameter -> {
                    switch (parameter.getValue()) {
                        case Value value -> parameters.and(ValueBinding.column(parameter.getDataType()), value);
                        case String pattern -> parameters.and(PATTERN, Value.of(pattern));
                        case null, default ->
                            throw new IllegalArgumentException("No value of a condition: " + parameter);
                    }
                });
        return parameters;
    }

    /** Adds others behind these. */
    public BoundParameters and(BoundParameters others) {
        columns.addAll(others.columns);
        values.addAll(others.values);
        return this;
    }

    /** Adds the next parameter. */
    public BoundParameters and(Column column, Value value) {
        columns.add(column);
        values.add(value);
        return this;
    }

    /** Adds the values of a condition; NULL is compared without a parameter. */
    private BoundParameters and(RowCondition which) {
        for (RowCondition.Equality each : which.equalities()) {
            if (!each.value().isNull()) {
                and(each.column(), each.value());
            }
        }
        return this;
    }

    /** Returns a statement with these parameters, to be read. */
    public StatementText textOf(RenderedStatement statement) {
        List<StatementText.Bound> bound = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            bound.add(new StatementText.Bound(columns.get(i).name(), values.get(i)));
        }
        return new StatementText(statement.sql(), bound);
    }

    void bind(PreparedStatement statement, ValueTransfer transfer) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            transfer.bind(statement, i + 1, columns.get(i), values.get(i));
        }
    }
}
