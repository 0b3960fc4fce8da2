package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads JSON that a stranger sent. Refused with 400, saying where: what is not JSON or not UTF-8, a name twice in one object,
 * more than {@value #MOST_DEPTH} levels, numbers of more than {@value #MOST_DIGITS} digits or as far from one, half a surrogate
 * pair, text after the end. Numbers are kept exactly.
 */
public final class StrictJson {
    private static final int MOST_DEPTH = 100;
    private static final int MOST_DIGITS = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(MOST_DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /**
     * Reads a body.
     *
     * @throws RequestRefused when it is empty or not as described above
     */
    public static JsonNode read(byte[] body) {
        CharBuffer text = text(body);
        try (JsonParser parser = MAPPER.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            try {
                JsonNode node = parser.nextToken() == null ? MAPPER.missingNode() : MAPPER.readTree(parser);
                if (node.isMissingNode()) {
                    throw malformed("The body is empty.", JsonPointer.empty());
                }
                if (parser.nextToken() != null) {
                    throw malformed("There is text after the end of the document.", JsonPointer.empty());
                }
                check(node, JsonPointer.empty());
                return node;
            } catch (JacksonException error) {
                throw malformed(
                        "The body is not acceptable JSON at line " + line(error) + ", column " + column(error) + ".",
                        parser.getParsingContext().pathAsPointer());
            } catch (NumberFormatException absurd) {
                throw exponent(parser.getParsingContext().pathAsPointer());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Text in memory could not be read", impossible);
        }
    }

    private static CharBuffer text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.", JsonPointer.empty());
        }
    }

    /** Finds what the parser lets pass; the recursion is as deep as the parser allows. */
    private static void check(JsonNode node, JsonPointer at) {
        if (node.isTextual() && halved(node.textValue())) {
            throw malformed("Half of a surrogate pair is no character.", at);
        }
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MOST_DIGITS) {
            throw exponent(at);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (halved(member.getKey())) {
                throw malformed("Half of a surrogate pair is no character.", at);
            }
            check(member.getValue(), at.appendProperty(member.getKey()));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.path(i), at.appendIndex(i));
            }
        }
    }

    private static boolean halved(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int line(JacksonException error) {
        return error.getLocation() == null ? 1 : error.getLocation().getLineNr();
    }

    private static int column(JacksonException error) {
        return error.getLocation() == null ? 1 : error.getLocation().getColumnNr();
    }

    private static RequestRefused exponent(JsonPointer at) {
        return malformed("The number's exponent is beyond " + MOST_DIGITS + ".", at);
    }

    private static RequestRefused malformed(String detail, JsonPointer at) {
        return new RequestRefused(
                ApiError.of(400, "malformed", "The body cannot be read", detail).at(at));
    }
}
