package dev.concord.app.gateway.resource;

import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A foreign key seen from one of its two tables.
 *
 * @param name its name among the fields of the resource
 * @param cardinality whether it leads to one row or to many
 * @param type the name of the other table's resource type
 * @param other the other table, which has a row key
 * @param ids the ids of the other table's rows
 * @param key the foreign key: of this table where it leads to one row, of the other one where it leads to many
 */
public record Relationship(
        String name, Cardinality cardinality, String type, Table other, ResourceIds ids, ForeignKey key) {

    /** How many rows a relationship leads to. */
    public enum Cardinality {
        /** The row this one refers to, or none. */
        ONE,
        /** The rows that refer to this one. */
        MANY
    }

    /** Whether it leads to many rows. */
    public boolean toMany() {
        return cardinality == Cardinality.MANY;
    }

    /** Returns the columns of the resource's own table, in the foreign key's order. */
    public List<String> ownColumns() {
        return toMany() ? key.targetColumns() : key.columns();
    }

    /** Returns the columns of the other table that hold the same values, in the same order. */
    public List<String> otherColumns() {
        return toMany() ? key.columns() : key.targetColumns();
    }

    /** Returns what the other table's columns hold in the rows that a row leads to; empty where it leads to none. */
    public Optional<Row> valuesOfOther(Row own) {
        Row values = Row.EMPTY;
        for (int i = 0; i < ownColumns().size(); i++) {
            String column = ownColumns().get(i);
            if (own.get(column).isNull()) {
                return Optional.empty();
            }
            values = values.with(otherColumns().get(i), own.get(column));
        }
        return Optional.of(values);
    }

    /** Whether a row holds the whole key of the one row that it refers to. */
    public boolean holdsKey() {
        return !toMany() && Set.copyOf(otherColumns()).equals(Set.copyOf(keyColumns()));
    }

    /**
     * Returns the key of the row that a row refers to; empty where it refers to none.
     *
     * @throws IllegalStateException where the row does not {@linkplain #holdsKey hold} it
     */
    public Optional<RecordKey> keyOfOther(Row own) {
        return valuesOfOther(own).map(this::keyOf);
    }

    /**
     * Returns the key of the row whose columns hold some values.
     *
     * @param values of the {@linkplain #otherColumns other table's columns}
     * @throws IllegalStateException where they do not {@linkplain #holdsKey hold} it
     */
    public RecordKey keyOf(Row values) {
        if (!holdsKey()) {
            throw new IllegalStateException("The key of " + type + " is not in the columns of " + name);
        }
        return new RecordKey(other.id(), values.only(keyColumns()));
    }

    private List<String> keyColumns() {
        return other.rowKey().orElseThrow().columns();
    }
}
