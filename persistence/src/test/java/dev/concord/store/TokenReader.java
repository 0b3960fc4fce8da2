package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.version.Policies;

/** Prints the token of row 1 of the first table, in a process of its own. */
final class TokenReader {
    private TokenReader() {}

    public static void main(String[] args) {
        DatabaseSettings settings = new DatabaseSettings(args[0], args[1], new Secret(args[2]), false);
        OpenOutcome outcome = Database.open(settings);
        if (!(outcome instanceof OpenOutcome.Opened opened)) {
            throw new AssertionError(outcome);
        }
        try (Database database = opened.database()) {
            Catalog catalog = new Catalog(database);
            TableId table = catalog.tables().getFirst().id();
            RecordStore store = new RecordStore(database, catalog, Policies.DEFAULT);
            RecordKey key = new RecordKey(table, Row.of("id", Value.of(1)));
            System.out.println(
                    store.find(key).orElseThrow().token().orElseThrow().text());
        }
    }
}
