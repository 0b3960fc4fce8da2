package dev.concord.version;

import dev.concord.catalog.TableId;

/** Tells which table is meant by a name a person typed: with or without the schema, in whatever case. */
final class TableName {
    private TableName() {}

    /** Whether the name may mean the table. */
    static boolean names(String typed, TableId table) {
        return typed.equalsIgnoreCase(table.qualifiedName()) || typed.equalsIgnoreCase(table.name());
    }

    /** How well a name that means the table says so: the smaller the better. */
    static int closeness(String typed, TableId table) {
        int exactly = typed.equals(table.qualifiedName()) || typed.equals(table.name()) ? 0 : 2;
        int withSchema = typed.equalsIgnoreCase(table.qualifiedName()) ? 0 : 1;
        return exactly + withSchema;
    }
}
