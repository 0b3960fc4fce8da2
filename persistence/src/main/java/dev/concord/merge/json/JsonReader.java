package dev.concord.merge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.concord.merge.json.Json.Meaning;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads JSON text. Every value has its position in the text, and numbers are not rounded. */
public final class JsonReader {
    /** The deepest nesting of objects and arrays that is read; each level needs some of the thread's stack. */
    public static final int DEEPEST = 512;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String text;
    private final JsonParser parser;

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * Reads one value.
     *
     * @return empty for a text that is not one JSON value, names a member of an object twice, is nested deeper than
     *     {@value #DEEPEST}, or holds a number of more than 1000 digits or with an exponent beyond 32 bits
     */
    public static Optional<Json> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text.toCharArray())) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonReader reading = new JsonReader(text, parser);
            Json value = reading.value(0, reading.start());
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException | ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Json value(int edge, int from) throws IOException {
        int start = start();
        Meaning meaning = meaning();
        return new Json(text, edge, from, start, end(), meaning);
    }

    private Meaning meaning() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members();
            case START_ARRAY -> elements();
            case VALUE_STRING -> new Meaning.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Meaning.Numeral(new BigDecimal(parser.getText()));
            case VALUE_TRUE -> Meaning.Literal.TRUE;
            case VALUE_FALSE -> Meaning.Literal.FALSE;
            case VALUE_NULL -> Meaning.Literal.NULL;
            case NOT_AVAILABLE, FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("No value");
        };
    }

    private Meaning members() throws IOException {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        int edge = end();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int from = start();
            parser.nextToken();
            members.put(name, value(edge, from));
            edge = end();
        }
        return new Meaning.Members(members);
    }

    private Meaning elements() throws IOException {
        List<Json> elements = new ArrayList<>();
        int edge = end();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(edge, start()));
            edge = end();
        }
        return new Meaning.Elements(elements);
    }

    private int start() {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }

    private int end() {
        return Math.toIntExact(parser.currentLocation().getCharOffset());
    }
}
