package dev.concord.version;

import dev.concord.catalog.TableId;

/** Finds the table that a typed name means: with or without the schema, in any case. */
public final class TableName {
    private TableName() {}

    /** Whether the name may mean the table. */
    public static boolean names(String typed, TableId table) {
        return typed.equalsIgnoreCase(table.qualifiedName()) || typed.equalsIgnoreCase(table.name());
    }

    /** How closely a name matches the table: the smaller the closer. */
    static int closeness(String typed, TableId table) {
        int exactly = typed.equals(table.qualifiedName()) || typed.equals(table.name()) ? 0 : 2;
        int withSchema = typed.equalsIgnoreCase(table.qualifiedName()) ? 0 : 1;
        return exactly + withSchema;
    }
}
