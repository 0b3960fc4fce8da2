package dev.concord.app.command;

import dev.concord.app.gateway.access.Rights;
import dev.concord.app.gateway.access.Token;
import dev.concord.catalog.TableSummary;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the tables that tokens are for exist: a name that is misspelt would leave the token with fewer than meant. */
final class TokenTables {
    private TokenTables() {}

    /**
     * Returns a sentence about the first name that is no table's; empty when there is none.
     *
     * @throws dev.concord.catalog.CatalogFault when the catalog cannot be read
     */
    static Optional<String> unknown(List<Token> tokens, RecordStore store, Texts texts) {
        if (tokens.stream().allMatch(token -> token.rights().tables().isEmpty())) {
            return Optional.empty();
        }
        List<TableSummary> tables = store.catalog().tables();
        for (Token token : tokens) {
            Rights rights = token.rights();
            for (String name : new TreeSet<>(rights.tables().orElse(Set.of()))) {
                if (tables.stream().noneMatch(table -> TableName.names(name, table.id()))) {
                    return Optional.of(texts.get("command.serve.no-such-table", setting(token), name));
                }
            }
        }
        return Optional.empty();
    }

    private static String setting(Token token) {
        return ServeSettings.PREFIX + ServeSettings.TOKEN + token.name() + ServeOptions.TABLES;
    }
}
