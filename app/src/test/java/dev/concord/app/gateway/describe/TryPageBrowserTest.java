package dev.concord.app.gateway.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.TestGateway;
import dev.concord.app.gateway.access.AccessPolicy;
import dev.concord.app.gateway.access.Rights;
import dev.concord.app.gateway.access.Token;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a person uses it, in a real browser. */
@Timeout(180)
class TryPageBrowserTest {
    private static final String[] TABLES = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50) not null, \"city\" varchar(50), "
                + "\"credit\" decimal(30, 2), \"note\" varchar(50), check (\"credit\" >= 0))",
        "comment on column \"customer\".\"city\" is 'Where the invoices go'",
        "insert into \"customer\" values (1, 'Ada Lovelace', 'London', 12345678901234567890.15, 'Prefers <b>mornings</b>')",
        "insert into \"customer\" values (2, 'Grace Hopper', 'New York', 1, null)",
        "create table \"invoice\" (\"id\" integer primary key, \"customer\" integer references \"customer\")",
        "insert into \"invoice\" select x, 2 from system_range(1, 60)"
    };

    /** The tag of the record that the page shows, as it was read last. */
    private static final String ETAG = "document.getElementById('record').dataset.etag";

    private static final String SAID = "document.getElementById('message').textContent";
    private static final int WIDE = 1280;
    private static final int HIGH = 800;
    private static final int NARROW = 400;
    private static final String SECRET = "a secret of sixteen or more";

    @TempDir
    static Path profile;

    private static Optional<Browser> started = Optional.empty();
    private TestGateway gateway;
    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this computer");
        started = Optional.of(new Browser(program.get(), profile));
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Browser::close);
    }

    @BeforeEach
    void open() throws Exception {
        gateway = new TestGateway(TABLES);
        browser = started.orElseThrow();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aPersonBrowsesEditsAndDecidesAConflict() throws Exception {
        show("");
        browser.await("document.querySelector('#types a')");
        browser.run("document.querySelector('#types a').click()");
        browser.await("document.querySelector('#rows a[data-id=\"1\"]')");
        assertEquals("Prefers <b>mornings</b>", text("#rows tbody tr td:last-child"), "values are never markup");
        browser.run("document.querySelector('#rows a[data-id=\"1\"]').click()");
        browser.await(field("city"));
        assertEquals("12345678901234567890.15", value(field("credit") + ".value"), "no digit is lost");

        type("city", "Paris");
        save();
        browser.await(SAID + ".startsWith('Saved.')");
        assertTrue(
                gateway.get("api/customer/1").body().contains("\"city\":\"Paris\",\"credit\":12345678901234567890.15"));
        browser.await(row(1) + ".querySelectorAll('td')[1].textContent === 'Paris'");
        assertFalse(
                browser.run("!document.getElementById('record-notice').hidden").asBoolean());

        String tag = value(ETAG).replace("\"", "");
        gateway.sql("update \"customer\" set \"name\" = 'Ada King', \"city\" = 'Rome' where \"id\" = 1");
        browser.await("!document.getElementById('record-notice').hidden");
        assertEquals("Changed by somebody else. Read again", text("#record-notice"));
        type("city", "Oslo");
        type("note", "Call before noon");
        save();
        browser.await("document.querySelector('#record .conflict')");
        assertEquals(List.of("Paris", "Rome", "Oslo"), versions("city"));
        assertEquals(List.of("Ada Lovelace", "Ada King", "Ada Lovelace"), versions("name"));
        assertTrue(browser.run("document.getElementById('merge').disabled").asBoolean(), "city is undecided");
        leavePicture();
        String request = text("#exchange .half pre");
        String answer = text("#exchange .half + .half pre");
        assertTrue(
                request.startsWith("PATCH /api/customer/1\n") && request.contains("If-Match: \"" + tag + "\"\n"),
                request);
        assertTrue(
                answer.startsWith("412 Precondition Failed\nETag: \"")
                        && !answer.startsWith("412 Precondition Failed\nETag: \"" + tag),
                answer);

        browser.run(version("city") + ".querySelector('input[value=mine]').click()");
        browser.run("document.getElementById('merge').click()");
        browser.await("document.querySelector('#record form') && " + SAID + ".startsWith('Saved.')");
        String saved = gateway.get("api/customer/1").body();
        assertTrue(saved.contains("\"name\":\"Ada King\",\"city\":\"Oslo\""), saved);
        assertTrue(saved.contains("\"note\":\"Call before noon\""), saved);
    }

    @Test
    void whatNeedsNoDecisionIsMergedByTheGateway() throws Exception {
        show("#/customer/1");
        browser.await(field("city"));
        type("note", "mine");
        gateway.sql("update \"customer\" set \"city\" = 'Rome' where \"id\" = 1");
        save();
        browser.await("document.querySelector('#record .conflict')");
        assertFalse(browser.run("document.getElementById('merge').disabled").asBoolean());
        browser.run("document.getElementById('merge').click()");
        browser.await(SAID + ".startsWith('Saved, together')");

        assertTrue(text("#exchange").contains("Prefer: resolution=merge"), text("#exchange"));
        String saved = gateway.get("api/customer/1").body();
        assertTrue(saved.contains("\"city\":\"Rome\"") && saved.contains("\"note\":\"mine\""), saved);
    }

    @Test
    void recordsAreMadeAndDeletedAndErrorsStandAtTheirField() throws Exception {
        show("#/customer?new");
        browser.await(field("credit"));
        type("credit", "abc");
        save();
        assertEquals("This is not a number.", error("credit"));
        assertEquals("A value is needed.", error("name"));
        type("name", "Mary");
        type("credit", "-1");
        type("id", "3");
        save();
        browser.await("!" + node("credit") + ".querySelector('.wrong').hidden");
        assertEquals("The value breaks a rule of the table.", error("credit"));
        assertEquals("true", value(field("credit") + ".getAttribute('aria-invalid')"));
        type("credit", "7");
        save();
        browser.await("location.hash === '#/customer/3' && " + field("city"));
        assertTrue(gateway.get("api/customer/3").body().contains("\"name\":\"Mary\",\"city\":null,\"credit\":7"));
        assertTrue(
                text("#exchange").contains("201 Created"), "the last step is shown, not what the page asks by itself");

        browser.run("document.querySelector('#record button.danger').click()");
        browser.await("document.getElementById('question').open");
        assertEquals(200, gateway.get("api/customer/3").statusCode(), "it is asked first");
        browser.run("document.querySelector('#question button.danger').click()");
        browser.await("location.hash === '#/customer' && document.getElementById('record').hidden");
        assertEquals(404, gateway.get("api/customer/3").statusCode());
        browser.await("!" + row(3));
    }

    @Test
    void aRecordThatSomebodyChangedIsNotDeletedUnseen() throws Exception {
        show("#/customer/2");
        browser.await(field("city"));
        gateway.sql("update \"customer\" set \"city\" = 'Arlington' where \"id\" = 2");
        browser.run("document.querySelector('#record button.danger').click()");
        browser.run("document.querySelector('#question button.danger').click()");
        browser.await("document.querySelector('#record .conflict')");

        assertEquals(List.of("New York", "Arlington"), versions("city"));
        assertEquals(200, gateway.get("api/customer/2").statusCode());
    }

    @Test
    void aRecordThatIsToBeDeletedCanBeKeptWhenItIsAskedAndWhenItHasChanged() throws Exception {
        show("#/customer/2");
        browser.await(field("city"));
        browser.run("document.querySelector('#record button.danger').click()");
        browser.await("document.getElementById('question').open");
        keepIt("#question");
        browser.await("!document.getElementById('question').open");
        type("note", "kept");
        save();
        browser.await(SAID + ".startsWith('Saved.')");

        gateway.sql("update \"customer\" set \"city\" = 'Arlington' where \"id\" = 2");
        browser.run("document.querySelector('#record button.danger').click()");
        browser.await("document.getElementById('question').open");
        browser.run("document.querySelector('#question button.danger').click()");
        browser.await("document.querySelector('#record .conflict')");
        keepIt("#record");
        browser.await(field("city") + "?.value === 'Arlington'");
        assertEquals(200, gateway.get("api/customer/2").statusCode());
        assertEquals("kept", value(field("note") + ".value"));
    }

    private void keepIt(String where) throws Exception {
        browser.run("[...document.querySelectorAll('" + where
                + " button')].find(one => one.textContent === 'Keep it').click()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_relationship_history_of_all_years", "CustomerRelationshipHistoryOfAllYears"})
    void longNamesOfTablesBreakBetweenTheirWords(String name) throws Exception {
        gateway.sql("create table \"" + name + "\" (\"id\" integer primary key)");
        show("");
        String link = "document.querySelector('#types a[data-type=" + name + "]')";
        browser.await(link);
        assertEquals(name, value(link + ".textContent"));
        // Each text between two places where the name may be broken is in one line, and there are several lines.
        assertEquals(
                "true",
                value("(() => { const lines = [..." + link
                        + ".childNodes].filter(one => one.nodeType === Node.TEXT_NODE)"
                        + ".map(one => { const range = document.createRange(); range.selectNode(one);"
                        + " return [...range.getClientRects()].map(line => line.top); });"
                        + " return lines.every(one => one.length === 1) && new Set(lines.flat()).size > 1; })()"));
    }

    @Test
    void rowsOfATableThatHasBecomeAnotherOneAreSaidToBeOld() throws Exception {
        String notice = "document.getElementById('rows-notice')";
        show("#/customer");
        browser.await(row(1));
        gateway.sql("update \"customer\" set \"city\" = 'Rome' where \"id\" = 1");
        browser.await("!" + notice + ".hidden");
        browser.run(notice + ".querySelector('button').click()");
        browser.await(notice + ".hidden");

        gateway.sql("alter table \"customer\" drop column \"note\"");
        browser.await("!" + notice + ".hidden");
    }

    @Test
    void rowsAreSortedFilteredAndReadPageByPage() throws Exception {
        show("#/invoice");
        browser.await("document.querySelectorAll('#rows tbody tr').length === 25");
        assertEquals("1–25 of 60", text(".pager > .muted"));
        browser.run("[...document.querySelectorAll('.pager button')].find(one => one.textContent === 'Next').click()");
        browser.await(row(26));
        assertEquals("26–50 of 60", text(".pager > .muted"));
        browser.run("document.querySelector('#rows th .sort').click()");
        browser.await("document.querySelector('#rows th').getAttribute('aria-sort') === 'ascending'");
        browser.run("document.querySelector('#rows th .sort').click()");
        browser.await("document.querySelector('#rows tbody tr').dataset.id === '60'");

        browser.run("document.querySelector('[data-focus=filter]').click()");
        browser.run("document.querySelector('.filters input').focus()");
        assertTrue(browser.run("document.activeElement.getAttribute('aria-label').startsWith('Filter ')")
                .asBoolean());
        show("#/customer?filter%5Bname%5D=gra*");
        browser.await(row(2) + " && !" + row(1));
        assertEquals("1 row found", text("#total"));
    }

    @Test
    void rowsWithoutAKeyAreReadOnly() throws Exception {
        gateway.close();
        gateway =
                new TestGateway("create table \"log\" (\"text\" varchar(50))", "insert into \"log\" values ('begun')");
        show("#/log");
        browser.await("document.querySelector('#rows tbody tr')");

        assertEquals("begun", text("#rows tbody tr"));
        assertEquals(
                0,
                browser.run("document.querySelectorAll('#rows tbody a, #rows .primary').length")
                        .asInt());
    }

    @Test
    void whatIsTypedIsNotLostByGoingElsewhere() throws Exception {
        show("#/customer/1");
        browser.await(field("city"));
        type("city", "Paris");
        browser.run("document.querySelector('#types a[data-type=invoice]').click()");
        browser.await("document.getElementById('question').open");
        browser.run(
                "[...document.querySelectorAll('#question button')].find(one => one.textContent === 'Stay').click()");
        browser.await("location.hash === '#/customer/1'");
        browser.run("document.querySelector('#rows th:nth-child(2) .sort').click()");
        browser.await("location.hash === '#/customer/1?sort=name'");
        assertEquals("Paris", value(field("city") + ".value"));
    }

    @Test
    void aTokenIsAskedForAndKeptInThePageAlone() throws Exception {
        Token token = Token.ofSecret("test", SECRET, Rights.ALL).orElseThrow();
        AccessPolicy guarded = new AccessPolicy(List.of(token), Set.of(), Set.of(), false);
        try (TestGateway other = new TestGateway(options(guarded), TABLES)) {
            browser.open(other.address(), WIDE, HIGH);
            browser.await("document.getElementById('token')");
            browser.run("document.getElementById('token').value = 'a wrong secret, a wrong secret'");
            browser.run("document.querySelector('#rows form').requestSubmit()");
            browser.await("document.querySelector('#rows .wrong') && !document.querySelector('#rows .wrong').hidden");
            browser.run("document.getElementById('token').value = '" + SECRET + "'");
            browser.run("document.querySelector('#rows form').requestSubmit()");
            browser.await("document.querySelector('#lines code') && !document.getElementById('access').hidden");

            assertFalse(text("body").contains(SECRET));
            assertEquals(
                    0,
                    browser.run("localStorage.length + sessionStorage.length").asInt());
            assertFalse(browser.run("document.cookie").asText().contains(SECRET));
            browser.run("document.querySelector('#access button').click()");
            browser.await("document.getElementById('token')");
        }
    }

    @Test
    void whatMayOnlyBeReadCannotBeTypedInto() throws Exception {
        AccessPolicy reading = new AccessPolicy(List.of(), Set.of(), Set.of(), true);
        gateway.close();
        gateway = new TestGateway(options(reading), TABLES);
        show("#/customer/1");
        browser.await(field("city"));

        assertTrue(browser.run(field("city") + ".readOnly").asBoolean());
        assertTrue(browser.run("document.querySelector('#record .primary').disabled")
                .asBoolean());
        assertEquals(
                0,
                browser.run("document.querySelectorAll('#rows .primary, #record .danger, #record .null').length")
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextIsReadableAndEverythingHasAName(boolean dark) throws Exception {
        String check = function("page-checks.js");
        show("");
        browser.dark(dark);
        browser.await("document.querySelector('#lines code')");
        assertEquals("", browser.run(check).asText());
        browser.run("location.hash = '#/customer/1?filter%5Bcity%5D=london'");
        browser.await(field("city") + " && document.querySelector('.filters')");
        assertEquals("", browser.run(check).asText());
        type("city", "Paris");
        gateway.sql("update \"customer\" set \"city\" = 'Rome', \"note\" = 'theirs' where \"id\" = 1");
        save();
        browser.await("document.querySelector('#record .conflict')");
        assertEquals("", browser.run(check).asText());
        browser.resize(NARROW, HIGH);
        assertEquals("", browser.run(check).asText());
        browser.run("[...document.querySelectorAll('#record .foot button')].at(-1).click()");
        browser.await(field("city"));
        assertEquals("", browser.run(check).asText());
        browser.dark(false);
    }

    @Test
    void aRecordIsChangedByKeysAlone() throws Exception {
        show("#/customer");
        browser.await(row(2));
        browser.run("document.querySelector('#rows a[data-id=\"1\"]').focus()");
        browser.press("ArrowDown", 40);
        assertEquals("2", value("document.activeElement.dataset.id"));
        browser.run("document.activeElement.click()");
        browser.await(field("city"));
        for (int i = 0;
                i < 40
                        && !browser.run("document.activeElement === " + field("city"))
                                .asBoolean();
                i++) {
            browser.press("Tab", 9);
            assertTrue(
                    browser.run("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
                            .asBoolean(),
                    "where the keys go is seen at " + value("document.activeElement.outerHTML"));
        }
        assertTrue(browser.run("document.activeElement === " + field("city")).asBoolean());
        type("city", "Arlington");
        browser.press("Escape", 27);
        browser.await("document.getElementById('question').open");
        browser.press("Escape", 27);
        browser.await("!document.getElementById('question').open");
        save();
        browser.await(SAID + ".startsWith('Saved.')");
        assertTrue(gateway.get("api/customer/2").body().contains("\"city\":\"Arlington\""));
    }

    private static GatewayOptions options(AccessPolicy access) {
        GatewayOptions local = GatewayOptions.local(0);
        return new GatewayOptions(
                local.address(), local.tls(), access, local.limits(), local.pages(), local.patience());
    }

    /** Leaves the picture of the guide in {@code target/pictures}. */
    private void leavePicture() throws Exception {
        Path file = Path.of("target", "pictures", "http-page.png");
        Files.createDirectories(file.getParent());
        Files.write(file, browser.picture());
    }

    private void show(String place) throws Exception {
        browser.open(gateway.address() + place, WIDE, HIGH);
    }

    private void save() throws Exception {
        browser.run("document.querySelector('#record form').requestSubmit()");
    }

    private void type(String name, String text) throws Exception {
        browser.run("{ const field = " + field(name) + "; field.value = '" + text
                + "'; field.dispatchEvent(new Event('input', {bubbles: true})); }");
    }

    private String text(String selector) throws Exception {
        return value("document.querySelector('" + selector + "').textContent");
    }

    private String value(String expression) throws Exception {
        return browser.run(expression).asText();
    }

    private String error(String name) throws Exception {
        return value(node(name) + ".querySelector('.wrong').textContent");
    }

    private static String node(String name) {
        return "document.querySelector('#record .field[data-name=" + name + "]')";
    }

    private static String field(String name) {
        return "document.querySelector('#record .field[data-name=" + name + "] :is(input, textarea)')";
    }

    private static String row(int id) {
        return "document.querySelector('#rows tr[data-id=\"" + id + "\"]')";
    }

    private static String version(String name) {
        return "document.querySelector('#record .version[data-name=" + name + "]')";
    }

    /** The values of an attribute side by side. */
    private List<String> versions(String name) throws Exception {
        return List.of(value("[..." + version(name)
                        + ".querySelectorAll('.value, .none')].map(one => one.textContent).join('|')")
                .split("\\|"));
    }

    private static String function(String file) throws Exception {
        try (InputStream stream = TryPageBrowserTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
