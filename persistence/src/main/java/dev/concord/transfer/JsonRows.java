package dev.concord.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A block of cells as a JSON array with an object for each row. Numbers are numbers with all their digits, NULL is null, bytes are in Base64,
 * JSON is part of the whole; everything else, and what JSON has no number for, is text. Pure functions.
 */
public final class JsonRows {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonRows() {}

    /** Returns the array, each row on a line of its own. */
    public static String of(CellBlock block) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            out.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withArrayIndenter(new DefaultIndenter("", "\n"))
                    .withObjectIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()));
            out.writeStartArray();
            for (Row row : block.rows()) {
                out.writeStartObject();
                for (Column column : block.columns()) {
                    out.writeFieldName(column.name());
                    write(out, row.get(column.name()));
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Value value) throws IOException {
        switch (value) {
            case Value.Null _ -> out.writeNull();
            case Value.Exact exact -> out.writeNumber(exact.number());
            case Value.Float32(float number) when Float.isFinite(number) -> out.writeNumber(number);
            case Value.Float64(double number) when Double.isFinite(number) -> out.writeNumber(number);
            case Value.Bool(boolean truth) -> out.writeBoolean(truth);
            case Value.Binary binary -> out.writeBinary(binary.bytes().toArray());
            case Value.Json(String json) when valid(json) -> out.writeRawValue(json.strip());
            case Value.Json _,
                    Value.Float32 _,
                    Value.Float64 _,
                    Value.Text _,
                    Value.Malformed _,
                    Value.Date _,
                    Value.Time _,
                    Value.DateTime _,
                    Value.Moment _,
                    Value.Uuid _,
                    Value.Other _,
                    Value.Large _ -> out.writeString(value.text());
        }
    }

    /** A database that keeps JSON as text may keep anything. */
    private static boolean valid(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            boolean value = parser.nextToken() != null;
            parser.skipChildren();
            return value && parser.nextToken() == null;
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }
}
