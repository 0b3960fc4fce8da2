package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to writing over HTTP says is what happens: its lines are run against a gateway, and its tests exist. */
class HttpWritesGuideTest {
    private static final Pattern CASE = Pattern.compile("(?m)^\\| (\\d+) ");

    @TempDir
    private Path directory;

    private static GuidePage guide() throws IOException {
        return GuidePage.of("http-writes.md");
    }

    @Test
    void eachLinePrintsWhatTheGuideSays() throws Exception {
        assumeTrue(GuidePage.runnable(), "there is no bash or no curl on this computer");
        assertThat(guide().wronglyPrinted(directory)).isEmpty();
    }

    @Test
    void headHasTheTagOfGet() throws Exception {
        try (TestGateway gateway = guide().gateway()) {
            Exchange get = Exchange.get(gateway, "/api/customer/1");
            Exchange head = Exchange.send(gateway, "HEAD", "/api/customer/1", "");
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("ETag")).isPresent().isEqualTo(get.header("ETag"));
            assertThat(Exchange.send(
                                    gateway,
                                    "HEAD",
                                    "/api/customer/1",
                                    "",
                                    "If-None-Match",
                                    get.header("ETag").orElseThrow())
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void everyCaseNamesTestsThatExist() throws IOException {
        assertThat(CASE.matcher(guide().text()).results().map(row -> Integer.valueOf(row.group(1))))
                .contains(67, 68, 69, 70, 71, 72, 73, 74, 75, 77);
        assertThat(GuidePage.missingTests(guide().text())).isEmpty();
    }
}
