package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.value.ValueTransfer;
import java.io.Serial;
import java.sql.SQLException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Lets jOOQ read and bind one column's values as {@link Value}, as the dialect does it. */
final class ValueBinding extends AbstractBinding<Object, Value> {
    @Serial
    private static final long serialVersionUID = 1L;

    // jOOQ's bindings are serialisable by type; these are never serialised.
    private final transient ValueTransfer transfer;
    private final transient Column column;

    private ValueBinding(ValueTransfer transfer, Column column) {
        this.transfer = transfer;
        this.column = column;
    }

    static DataType<Value> type(ValueTransfer transfer, Column column) {
        return SQLDataType.OTHER.asConvertedDataType(new ValueBinding(transfer, column));
    }

    /**
     * Returns the column whose values a type is for.
     *
     * @throws IllegalArgumentException when it was not made by {@link #type}
     */
    static Column column(DataType<?> type) {
        if (type.getBinding() instanceof ValueBinding binding) {
            return binding.column;
        }
        throw new IllegalArgumentException("No type of a column: " + type);
    }

    @Override
    public Converter<Object, Value> converter() {
        return Converter.ofNullable(Object.class, Value.class, Value.class::cast, value -> value);
    }

    @Override
    protected void sqlBind(BindingSQLContext<Value> context) {
        context.render().sql(transfer.placeholder(column, context.value()).replace("?", context.variable()));
    }

    /** The value in the statement itself, for people who copy it. */
    @Override
    protected void sqlInline(BindingSQLContext<Value> context) throws SQLException {
        String around = transfer.literalPlaceholder(column, context.value());
        int place = around.indexOf('?');
        if (place < 0) {
            context.render().sql(around);
            return;
        }
        context.render().sql(around.substring(0, place));
        context.render().visit(DSL.inline(transfer.literal(column, context.value())));
        context.render().sql(around.substring(place + 1));
    }

    @Override
    public void set(BindingSetStatementContext<Value> context) throws SQLException {
        transfer.bind(context.statement(), context.index(), column, context.value());
    }

    @Override
    public void get(BindingGetResultSetContext<Value> context) throws SQLException {
        context.value(transfer.read(context.resultSet(), context.index(), column));
    }
}
