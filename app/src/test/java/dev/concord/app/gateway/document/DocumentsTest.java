package dev.concord.app.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents as they are sent. */
class DocumentsTest {

    @Test
    void writesErrorsWithTheirSources() {
        ApiError stale = ApiError.of(412, "stale", "Stale", "Somebody was faster.")
                .atHeader("If-Match")
                .with(JsonNodeFactory.instance.objectNode().put("etag", "\"a\""));
        assertThat(new String(Documents.ofErrors(List.of(stale)), StandardCharsets.UTF_8))
                .isEqualTo("{\"jsonapi\":{\"version\":\"1.1\"},\"errors\":[{\"status\":\"412\",\"code\":\"stale\","
                        + "\"title\":\"Stale\",\"detail\":\"Somebody was faster.\",\"source\":{\"header\":\"If-Match\"},"
                        + "\"meta\":{\"etag\":\"\\\"a\\\"\"}}]}");
    }

    @Test
    void writesNumbersWithoutExponents() {
        assertThat(new String(
                        Documents.bytes(json -> json.writeNumberField("n", new BigDecimal("1E+2"))),
                        StandardCharsets.UTF_8))
                .endsWith("\"n\":100}");
    }

    @Test
    void errorsOfDifferentStatusHaveAGeneralOne() {
        assertThat(Documents.status(List.of(error(422), error(422)))).isEqualTo(422);
        assertThat(Documents.status(List.of(error(422), error(409)))).isEqualTo(400);
        assertThat(Documents.status(List.of(error(422), error(503)))).isEqualTo(500);
    }

    private static ApiError error(int status) {
        return ApiError.of(status, "code", "Title", "Detail.");
    }
}
