package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one family of databases binds and reads values by JDBC. A value that was read and written back is read again as an equal
 * value; the digest and the merge rely on it. Implementations are immutable.
 */
public interface ValueTransfer {

    /** The expression to select for a column; {@code {0}} stands for the column. */
    String reading(Column column);

    /**
     * The expression to select for a column when its whole value is wanted: as {@link #reading}, but NULL where the value
     * is larger than {@link Value#LARGE}.
     */
    default String whole(Column column) {
        return reading(column);
    }

    /**
     * The expression that describes a larger value as {@code size:sha256} or {@code type:size:sha256}, and is NULL for any other
     * value; empty for columns that cannot hold a larger one, and where {@link #read} checks the size itself.
     */
    default Optional<String> mark(Column column) {
        return Optional.empty();
    }

    /**
     * The expression for the first characters of a long value; {@code {0}} is the reading, {@code {1}} how many, {@code {2}} the
     * column.
     */
    String beginning(Column column);

    /** The same as a text that the database can order and compare. */
    default String beginningAsText(Column column) {
        return beginning(column);
    }

    /** The placeholder a value is bound to; {@code ?} stands for the parameter. */
    String placeholder(Column column, Value value);

    /** The same for a value that stands in the statement itself; {@code ?} stands for its {@linkplain #literal literal}. */
    default String literalPlaceholder(Column column, Value value) {
        return placeholder(column, value);
    }

    /**
     * What {@link #bind} binds, as something that can be written into a statement: a text, a number, a truth value, bytes, an array of
     * these, or null for NULL.
     *
     * @throws SQLException when the value cannot be written
     */
    default @Nullable Object literal(Column column, Value value) throws SQLException {
        return Literals.of(value);
    }

    /** Whether a text that is not valid can be in this database. */
    boolean holds(Value.Malformed malformed);

    /** Reads what {@link #reading} selected. Never null: SQL NULL is {@link Value#ofNull}. */
    Value read(ResultSet result, int index, Column column) throws SQLException;

    /** Returns what reads a column's values as {@link #read} does: for many rows, because what the column is need be asked once then. */
    default ColumnReader reader(Column column) {
        return (result, index) -> read(result, index, column);
    }

    /** Reads the values of one column. */
    @FunctionalInterface
    interface ColumnReader {
        /** Reads the value of the present row. Never null. */
        Value read(ResultSet result, int index) throws SQLException;
    }

    /** Binds a value to its placeholder. */
    void bind(PreparedStatement statement, int index, Column column, Value value) throws SQLException;
}
