package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to HTTP says is what happens: its lines are run against a gateway, and its tests exist. */
@Timeout(120)
class HttpGuideTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\| (`[A-Z].*`) \\|$");

    @TempDir
    Path directory;

    private static GuidePage guide() throws IOException {
        return GuidePage.of("http.md");
    }

    private String run(Path program, String... arguments) throws IOException, InterruptedException {
        return GuidePage.run(directory, program, arguments);
    }

    @Test
    void eachLinePrintsWhatTheGuideSays() throws Exception {
        assumeTrue(GuidePage.runnable(), "there is no bash or no curl on this computer");
        assertEquals(List.of(), guide().wronglyPrinted(directory));
    }

    @Test
    void thePythonClientMergesWhatDoesNotCollide() throws Exception {
        Optional<Path> python = GuidePage.program("python3");
        assumeTrue(python.isPresent(), "there is no python3 on this computer");
        try (TestGateway gateway = guide().gateway()) {
            String url = gateway.address() + "api/customer/";
            Path script = Files.writeString(
                    directory.resolve("client.py"), guide().blocks("python").getFirst() + """

                    def slower(mine, url, theirs):
                        def change(row):
                            edit(url, lambda _: theirs)
                            return mine
                        return change

                    url = "%s"
                    print(edit(url + "1", lambda row: {"city": row["city"].upper()})["attributes"]["city"])
                    merged = edit(url + "1", slower({"city": "Oslo"}, url + "1", {"name": "Ada"}))["attributes"]
                    print(merged["name"], merged["city"])
                    try:
                        edit(url + "2", slower({"city": "Oslo"}, url + "2", {"city": "Rome"}))
                    except ValueError as clash:
                        print(str(clash)[:30])
                    """.formatted(url));

            assertEquals(
                    List.of("LONDON", "Ada Oslo", "somebody else changed ['city']"),
                    run(python.get(), script.toString()).lines().toList());
        }
    }

    @Test
    void theJavaScriptClientMergesWhatDoesNotCollide() throws Exception {
        Optional<Path> node = GuidePage.program("node");
        assumeTrue(node.isPresent(), "there is no node on this computer");
        try (TestGateway gateway = guide().gateway()) {
            String url = gateway.address() + "api/customer/";
            Path script = Files.writeString(
                    directory.resolve("client.mjs"), guide().blocks("js").getFirst() + """

                    const slower = (mine, url, theirs) => async () => { await edit(url, () => theirs); return mine; };
                    const url = "%s";
                    console.log((await edit(url + "1", row => ({ city: row.city.toUpperCase() }))).attributes.city);
                    const merged = (await edit(url + "1", slower({ city: "Oslo" }, url + "1", { name: "Ada" }))).attributes;
                    console.log(merged.name, merged.city);
                    try {
                      await edit(url + "2", slower({ city: "Oslo" }, url + "2", { city: "Rome" }));
                    } catch (clash) {
                      console.log(clash.message.slice(0, 26));
                    }
                    """.formatted(url));

            assertEquals(
                    List.of("LONDON", "Ada Oslo", "somebody else changed city"),
                    run(node.get(), script.toString()).lines().toList());
        }
    }

    @Test
    void everyThreatNamesTestsThatExist() throws Exception {
        List<String> rows =
                ROW.matcher(guide().text()).results().map(row -> row.group(1)).toList();
        assertTrue(rows.size() > 10, "the list of threats was not found");
        assertEquals(List.of(), GuidePage.missingTests(String.join(" ", rows)));
    }

    @Test
    void everySettingIsInTheGuide() throws Exception {
        String guide = guide().text();
        for (String name : Files.readString(
                        Path.of("src", "main", "java", "dev", "concord", "app", "command", "ServeOptions.java"))
                .lines()
                .flatMap(line -> Pattern.compile("private static final String [A-Z_]+ = \"([a-z][a-z.-]+)\";")
                        .matcher(line)
                        .results())
                .map(found -> found.group(1))
                .toList()) {
            assertTrue(guide.contains("`serve." + name + "`"), name);
        }
    }
}
