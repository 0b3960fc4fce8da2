package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concord.app.gateway.http.RawClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no HTTP is answered by the JDK's server itself, before any code of ours is asked; docs/decisions/0013 says what follows. */
class JdkAnswersTest {
    private static final String[] CUSTOMERS = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50))",
        "insert into \"customer\" values (1, 'Ada')"
    };

    private static String answer(TestGateway gateway, String request) throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            return client.exchange(request.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/customer?filter[id]=>1 HTTP/1.1|''|400 Bad Request|URISyntaxException thrown",
                "GET /api/customer?filter[name]=\"Ada\" HTTP/1.1|''|400 Bad Request|URISyntaxException thrown",
                "GET /api/%zz HTTP/1.1|''|400 Bad Request|URISyntaxException thrown",
                "GET|''|400 Bad Request|Bad request line",
                "GET /api/customer|''|400 Bad Request|Bad request line",
                "GET /api/customer HTTP/1.1|a b: c|400 Bad Request|Header key contains illegal characters",
                "POST /api/customer HTTP/1.1|Content-Length: x|400 Bad Request|NumberFormatException thrown",
                "POST /api/customer HTTP/1.1|Content-Length: -1|400 Bad Request|Illegal Content-Length value",
                "POST /api/customer HTTP/1.1|Transfer-Encoding: gzip|501 Not Implemented|Unsupported Transfer-Encoding value"
            })
    void whatIsNoHttpIsAnsweredInFixedWordsAlone(String line, String header, String status, String words)
            throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            String content = "<h1>" + status + "</h1>" + words;
            assertEquals(
                    "HTTP/1.1 " + status + "\r\nContent-Length: " + content.length()
                            + "\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + content,
                    answer(
                            gateway,
                            line + "\r\nHost: localhost\r\n" + header + (header.isEmpty() ? "" : "\r\n") + "\r\n"));
        }
    }

    @Test
    void aSpaceInAnAddressEndsItAndTheRestIsNoVersion() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            String answer =
                    answer(gateway, "GET /api/cust omer HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertEquals("HTTP/1.1 404 Not Found", answer.substring(0, answer.indexOf('\r')));
        }
    }
}
