package dev.concord.app.gateway.access;

import dev.concord.catalog.TableId;
import dev.concord.version.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * What a client may do.
 *
 * @param write whether it may change records; reading is what every client may
 * @param tables the names of the tables it sees, with or without their schema; empty for all
 */
public record Rights(boolean write, Optional<Set<String>> tables) {
    /** Everything. */
    public static final Rights ALL = new Rights(true, Optional.empty());

    /** Makes the names unchangeable. */
    public Rights {
        tables = tables.map(Set::copyOf);
    }

    /** Whether a table is there for the client. Where it is not, nothing shows that it exists. */
    public boolean sees(TableId table) {
        return tables.isEmpty() || tables.get().stream().anyMatch(name -> TableName.names(name, table));
    }

    /** Returns these rights without the right to change records. */
    public Rights readOnly() {
        return new Rights(false, tables);
    }
}
