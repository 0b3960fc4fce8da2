package dev.concord.app.gateway.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concord.app.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class TryPageTest {
    private static final String[] TABLES = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50), \"city\" varchar(50), "
                + "\"credit\" decimal(30, 2), \"note\" varchar(50))",
        "insert into \"customer\" values (1, 'Ada', 'London', 12345678901234567890.15, '<b>bold</b>')",
        "insert into \"customer\" values (2, 'Grace', 'New York', 1, null)"
    };

    /** The tag of the record that the page shows, as it was read last. */
    private static final String ETAG = "document.getElementById('record').dataset.etag";

    @TempDir
    Path profile;

    @Test
    void thePageIsThereForEverybodyAndLoadsNothingFromElsewhere() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            HttpResponse<String> page = gateway.get("");
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

            assertEquals(
                    "text/html; charset=utf-8",
                    page.headers().firstValue("Content-Type").orElseThrow());
            assertTrue(policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
            for (String file : List.of("page.css", "page.js", "client.js", "dom.js", "record.js", "exact.js")) {
                HttpResponse<String> answer = gateway.get("page/" + file);
                assertEquals(200, answer.statusCode(), file);
                assertFalse(answer.body().contains("http://") || answer.body().contains("https://"), file);
            }
        }
    }

    @Test
    void nothingButThePageIsBesideIt() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            for (String path :
                    List.of("page", "page/none.js", "page/TryPage.class", "page/..%2F..%2Fa", "page/a/page.js")) {
                assertEquals(404, gateway.get(path).statusCode(), path);
            }
            assertEquals(405, gateway.send("POST", "page/page.js", "").statusCode());
        }
    }

    @Test
    void aPersonBrowsesEditsAndDecidesAConflictInARealBrowser() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this computer");
        try (TestGateway gateway = new TestGateway(TABLES);
                Browser browser = new Browser(program.get(), profile, gateway.address())) {
            browser.await("document.querySelector('#types button')");
            browser.run("document.querySelector('#types button').click()");
            browser.await("document.querySelector('[data-id=\"1\"]')");
            assertEquals(
                    "<b>bold</b>",
                    browser.run("document.querySelector('#rows tbody tr td:last-child').textContent")
                            .asText());
            browser.run("document.querySelector('[data-id=\"1\"]').click()");
            browser.await("document.querySelector('#record form')");
            assertEquals(
                    "12345678901234567890.15",
                    browser.run(input("credit") + ".value").asText(),
                    "no digit is lost");

            String before = browser.run(ETAG).asText();
            type(browser, "city", "Paris");
            browser.run("document.querySelector('#record form button').click()");
            browser.await(ETAG + " !== '" + before + "'");
            assertEquals(
                    "Saved.",
                    browser.run("document.getElementById('message').textContent")
                            .asText());
            assertTrue(gateway.get("api/customer/1")
                    .body()
                    .contains("\"city\":\"Paris\",\"credit\":12345678901234567890.15"));

            gateway.sql("update \"customer\" set \"name\" = 'Ada L.', \"city\" = 'Rome' where \"id\" = 1");
            browser.await("document.getElementById('message').textContent.startsWith('Somebody changed this record.')");
            type(browser, "city", "Oslo");
            type(browser, "note", "mine");
            browser.run("document.querySelector('#record form button').click()");
            browser.await("document.querySelector('#record table.conflict')");
            assertEquals(
                    "Paris",
                    browser.run(conflict("city") + ".querySelectorAll('td')[1].textContent")
                            .asText());
            assertEquals(
                    "now: Rome",
                    browser.run(conflict("city") + ".querySelector('.theirs').textContent.trim()")
                            .asText());
            assertTrue(
                    browser.run("document.querySelector('#record > button').disabled")
                            .asBoolean(),
                    "city is undecided");

            browser.run(conflict("city") + ".querySelector('input[value=mine]').click()");
            browser.run("document.querySelector('#record > button').click()");
            browser.await(
                    "document.querySelector('#record form') && document.getElementById('message').textContent === 'Saved.'");
            String saved = gateway.get("api/customer/1").body();
            assertTrue(saved.contains("\"name\":\"Ada L.\",\"city\":\"Oslo\""), saved);
            assertTrue(saved.contains("\"note\":\"mine\""), saved);
        }
    }

    private static void type(Browser browser, String field, String text) throws Exception {
        browser.run(input(field) + ".value = '" + text + "'");
    }

    /** The field below a label. */
    private static String input(String label) {
        return "[...document.querySelectorAll('#record .field')]"
                + ".find(field => field.querySelector('label').textContent === '" + label + "').querySelector('input')";
    }

    private static String conflict(String attribute) {
        return "[...document.querySelectorAll('#record table.conflict tbody tr')]"
                + ".find(row => row.querySelector('td').textContent === '" + attribute + "')";
    }
}
