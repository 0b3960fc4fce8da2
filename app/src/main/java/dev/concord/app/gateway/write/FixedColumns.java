package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.Optional;

/**
 * Columns of foreign keys that no client writes: those that the database computes, and those in the key of a row that is there, which is the
 * resource's id.
 */
public final class FixedColumns {
    private FixedColumns() {}

    /**
     * Returns why a relationship cannot be written; empty where its column can.
     *
     * @param column a column of the table
     * @param present whether the row is there
     * @param at where the request names what the relationship is to lead to
     */
    public static Optional<ApiError> error(Table table, String column, boolean present, JsonPointer at) {
        if (!table.column(column).map(Column::writable).orElse(true)) {
            return Optional.of(error("The database computes what it leads to.", at));
        }
        boolean inId = present && table.rowKey().orElseThrow().columns().contains(column);
        return inId
                ? Optional.of(error("It belongs to the resource's id, which does not change.", at))
                : Optional.empty();
    }

    private static ApiError error(String detail, JsonPointer at) {
        return ApiError.of(403, "read-only", "The relationship cannot be written", detail)
                .at(at);
    }
}
