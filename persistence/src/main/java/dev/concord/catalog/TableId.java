package dev.concord.catalog;

/**
 * Names one table or view of a database.
 *
 * @param schema the schema (PostgreSQL, H2) or database (MariaDB, MySQL); empty for SQLite
 * @param name the table's name, exactly as the database spells it
 */
public record TableId(String schema, String name) implements Comparable<TableId> {

    /** Returns the name with its schema, for people: {@code public.customer}, or just the name without a schema. */
    public String qualifiedName() {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    @Override
    public int compareTo(TableId other) {
        int bySchema = schema.compareToIgnoreCase(other.schema);
        return bySchema != 0 ? bySchema : name.compareToIgnoreCase(other.name);
    }
}
