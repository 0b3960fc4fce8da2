package dev.concord.app.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;

/** JSON as typed: kept as it is, and only checked to be JSON. */
final class JsonText {
    private static final ObjectReader READER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();

    private JsonText() {}

    static Parsed parse(String typed, Texts texts) {
        try {
            READER.readTree(typed);
            return new Parsed.Read(new Value.Json(typed));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return new Parsed.Unreadable(
                    place == null
                            ? texts.get("value.unreadable.json")
                            : texts.get(
                                    "value.unreadable.json.at",
                                    String.valueOf(place.getLineNr()),
                                    String.valueOf(place.getColumnNr())));
        }
    }
}
