package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.record.Row;
import java.util.List;
import java.util.Map;

/**
 * What a request wants to write, as values of columns.
 *
 * @param row the values, by column
 * @param locals columns whose value is that of a column of a row that the same request inserts before
 * @param places where the request says each column's value
 * @param errors what cannot be written; the row is not to be used then
 */
public record InputValues(
        Row row, Map<String, LocalValue> locals, Map<String, JsonPointer> places, List<ApiError> errors) {

    /** A column of the row that has a local id. */
    public record LocalValue(String lid, String column) {}

    public InputValues {
        locals = Map.copyOf(locals);
        places = Map.copyOf(places);
        errors = List.copyOf(errors);
    }

    /** Whether all of it can be written, as far as is known without the database. */
    public boolean valid() {
        return errors.isEmpty();
    }
}
