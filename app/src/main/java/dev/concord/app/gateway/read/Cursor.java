package dev.concord.app.gateway.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.app.gateway.resource.AttributeValues;
import dev.concord.app.gateway.resource.ValueReading;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.query.Position;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place between two rows as a text for links: Base64url of JSON with the values of the row beside it. Where these are too long for an
 * address, or JSON does not bring them back as they are, it has the number of rows before it only. Clients pass it on and do not look into it.
 *
 * @param beside the place; empty where only the number is known
 * @param rows about how many rows are before it, at least 0
 */
record Cursor(Optional<Position.Beside> beside, long rows) {
    /** Addresses have to fit into what servers and proxies take, which is often 8,000 bytes. */
    private static final int LONGEST = 2000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(4).build());
    }

    /** Returns the place of a page's end. */
    static Cursor of(Position position, long rows) {
        return switch (position) {
            case Position.Beside beside -> new Cursor(Optional.of(beside), rows);
            case Position.Counted(long counted, boolean _) -> new Cursor(Optional.empty(), counted);
            case Position.End _ -> new Cursor(Optional.empty(), rows);
        };
    }

    /** Returns the text for a link. */
    String text(Table table) {
        return beside.filter(place -> place.values().values().entrySet().stream()
                        .allMatch(entry -> table.column(entry.getKey())
                                .filter(column -> AttributeValues.writable(entry.getValue(), column))
                                .isPresent()))
                .map(place -> encoded(Optional.of(place)))
                .filter(text ->
                        text.length() <= LONGEST && read(text, columns(), table).equals(Optional.of(this)))
                .orElseGet(() -> encoded(Optional.empty()));
    }

    private List<String> columns() {
        return beside.stream()
                .flatMap(place -> place.values().values().keySet().stream())
                .toList();
    }

    private String encoded(Optional<Position.Beside> place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("n", rows);
            if (place.isPresent()) {
                out.writeBooleanField("after", place.get().side() == Position.Side.AFTER);
                out.writeArrayFieldStart("values");
                for (Value value : place.get().values().values().values()) {
                    AttributeValues.write(value, out);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A cursor in memory could not be written", impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads the text of a link; empty where it is none for this order, which somebody has changed.
     */
    static Optional<Cursor> read(String text, SortOrder order, Table table) {
        return read(text, order.columns(), table);
    }

    private static Optional<Cursor> read(String text, List<String> columns, Table table) {
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(text));
            JsonNode rows = json.path("n");
            JsonNode values = json.path("values");
            if (!rows.canConvertToLong() || !rows.isIntegralNumber() || rows.longValue() < 0) {
                return Optional.empty();
            }
            return values.isMissingNode()
                    ? Optional.of(new Cursor(Optional.empty(), rows.longValue()))
                    : beside(values, columns, table)
                            .map(row -> new Position.Beside(
                                    row, json.path("after").asBoolean() ? Position.Side.AFTER : Position.Side.BEFORE))
                            .map(place -> new Cursor(Optional.of(place), rows.longValue()));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A cursor in memory could not be read", impossible);
        }
    }

    private static Optional<Row> beside(JsonNode values, List<String> columns, Table table) {
        if (!values.isArray() || values.size() != columns.size()) {
            return Optional.empty();
        }
        Row row = Row.EMPTY;
        for (int i = 0; i < values.size(); i++) {
            Column column = table.column(columns.get(i)).orElseThrow();
            if (!(AttributeValues.read(values.path(i), column) instanceof ValueReading.Read(Value value))) {
                return Optional.empty();
            }
            row = row.with(column.name(), value);
        }
        return Optional.of(row);
    }
}
