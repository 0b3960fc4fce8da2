package dev.concord.catalog;

/**
 * Identifies one table or view of a database.
 *
 * @param schema the schema (PostgreSQL, H2) or database (MariaDB, MySQL); empty for SQLite
 * @param name the table's name, exactly as the database spells it
 */
public record TableId(String schema, String name) implements Comparable<TableId> {

    /** Returns the name with its schema, to display: {@code public.customer}, or just the name without a schema. */
    public String qualifiedName() {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    // Written out, because a record's own method is generated when it is first called, and this one is called at every
    // start-up.
    @Override
    public boolean equals(Object other) {
        return other instanceof TableId that && schema.equals(that.schema) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    @Override
    public int compareTo(TableId other) {
        int bySchema = schema.compareToIgnoreCase(other.schema);
        return bySchema != 0 ? bySchema : name.compareToIgnoreCase(other.name);
    }
}
