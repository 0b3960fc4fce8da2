package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.app.gateway.resource.AliasLine.Kind;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description has every address and method that the gateway has, and says what it answers. */
class DescribedGatewayTest {
    private static final Pattern SEGMENT = Pattern.compile(
            "String [A-Z]*(?:SEGMENT|OPERATIONS|INCREMENT|RELATIONSHIPS|ROOT|HEALTH|METRICS) = \"([a-z.]+)\";");
    private static final String ATOMIC = "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"";

    private TestGateway gateway;
    private Description description;

    @BeforeEach
    void start() throws IOException {
        start(LockingMode.OPTIONAL);
    }

    private void start(LockingMode mode) throws IOException {
        gateway = new TestGateway(
                GatewayOptions.local(0),
                Engine.H2.freshDatabase(),
                new Policies(TablePolicy.DEFAULT.withMode(mode), Map.of()),
                List.of(
                        new AliasLine("", Kind.TYPE, "t_job", "Job"),
                        new AliasLine("", Kind.ATTRIBUTE, "t_job.nm", "name")),
                "create table \"person\" (\"id\" int primary key, \"changed_by\" varchar(9))",
                """
                create table "t_job" ("id" int primary key, "nm" varchar(9) not null unique, "prints" int check ("prints" >= 0),
                  "person" int references "person", "photo" varbinary(9), "at" timestamp)""",
                "create view \"names\" as select \"nm\" from \"t_job\"",
                "insert into \"person\" values (1, 'ada'), (2, null)",
                "insert into \"t_job\" values (1, 'Paint', 1, 1, x'00ff', timestamp '2026-03-29 02:30:00'), (2, 'Saw', null, null, null, null)");
        description = Description.of(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Exchange said(int status, String method, String path, String body, String... headers) {
        Exchange answer = Exchange.send(gateway, method, path, body, headers);
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.body())
                .isEqualTo(status);
        description.describes(method, path, body, answer);
        return answer;
    }

    private void operations(int status, String body) {
        said(status, "POST", "/api/operations", body, "Content-Type", ATOMIC);
    }

    private Exchange read(int status, String path, String... headers) {
        return said(status, "GET", path, "", headers);
    }

    private static String job(String id, String attributes) {
        return "{'data':{'type':'Job','id':'" + id + "','attributes':{" + attributes + "}}}";
    }

    @Test
    void everyFirstSegmentOfAnAddressIsDescribed() {
        Set<String> described = new TreeSet<>();
        description.addresses().forEach(address -> described.add(address.split("/", -1)[1]));

        assertThat(described).isEqualTo(gateway.gateway().segments());
    }

    /** A further segment that the gateway knows by a word is found in its source. */
    @Test
    void everyWordOfAnAddressIsDescribed() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/concord/app/gateway"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                SEGMENT.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(words::add);
            }
        }
        assertThat(words).contains("api", "changes", "increment", "operations", "relationships", "openapi.json");
        Set<String> described = new TreeSet<>();
        description.addresses().forEach(address -> described.addAll(List.of(address.split("/", -1))));
        assertThat(described).containsAll(words);
    }

    /** Asked with a method that an address does not have, the gateway tells which ones it has. */
    @Test
    void everyAddressHasTheMethodsThatAreDescribed() {
        assertThat(description.addresses()).hasSizeGreaterThan(20);
        for (String address : description.addresses()) {
            Set<String> described = description.methods(address);
            String path = address.replace("{id}", "1").replace("{file}", "page.js");
            for (String method : List.of("GET", "POST", "PATCH", "PUT", "DELETE")) {
                if (!described.contains(method)) {
                    Exchange refused = Exchange.send(gateway, method, path, "");
                    assertThat(refused.status()).as(method + " " + path).isIn(403, 405);
                    if (refused.status() == 405) {
                        assertThat(List.of(refused.header("Allow").orElseThrow().split(", ")))
                                .as(path)
                                .containsExactlyInAnyOrderElementsOf(described);
                    }
                }
            }
        }
    }

    @Test
    void whatIsReadIsAsDescribed() {
        for (String path : List.of(
                "/api",
                "/api/Job?page[limit]=1&sort=-name&filter[prints]=1",
                "/api/Job/1",
                "/api/person/1/?include=JobList&fields[Job]=name",
                "/api/names",
                "/health",
                "/openapi.json")) {
            read(200, path);
        }
        String relationship = description.addresses().stream()
                .filter(address -> address.startsWith("/api/Job/{id}/relationships/"))
                .findFirst()
                .orElseThrow();
        String name = relationship.substring(relationship.lastIndexOf('/') + 1);
        read(200, "/api/Job/1?include=" + name);
        read(200, "/api/Job/1/" + name);
        read(200, "/api/Job/2/" + name);
        read(200, "/api/Job/1/relationships/" + name);
        read(200, "/api/person/1/JobList?page[limit]=1");
        read(200, "/api/person/1/relationships/JobList?sort=name");
        String etag = read(200, "/api/Job/1").header("ETag").orElseThrow();
        read(304, "/api/Job/1", "If-None-Match", etag);
        read(412, "/api/Job/1", "If-Match", "\"other\"");
        read(400, "/api/Job?sort=nothing");
        read(404, "/api/Job/9");
        read(406, "/api/Job", "Accept", "application/vnd.api+json; x=1");
        read(404, "/changes/Job/x");
    }

    @Test
    void whatIsWrittenIsAsDescribed() {
        said(201, "POST", "/api/Job", "{'data':{'type':'Job','id':'3','attributes':{'name':'Draw','photo':'AP8='}}}");
        said(200, "PATCH", "/api/Job/3", job("3", "'name':'Sew','prints':null"), "Idempotency-Key", "k");
        said(200, "PATCH", "/api/Job/3", job("3", "'name':'Sew','prints':null"), "Idempotency-Key", "k");
        said(422, "PATCH", "/api/Job/3", job("3", "'name':'Mend'"), "Idempotency-Key", "k");
        said(200, "POST", "/api/Job/1/increment", "{'meta':{'attribute':'prints','by':2,'notBelow':0}}");
        said(422, "POST", "/api/Job/1/increment", "{'meta':{'attribute':'prints','by':-9}}");
        said(
                200,
                "PUT",
                "/api/Job/3",
                job("3", "'name':'Knit','prints':1,'person':1,'photo':null,'at':'2026-03-29T02:30:00'"));
        said(204, "POST", "/api/person/2/relationships/JobList", "{'data':[{'type':'Job','id':'3'}]}");
        said(204, "DELETE", "/api/person/2/relationships/JobList", "{'data':[{'type':'Job','id':'3'}]}");
        operations(
                200,
                "{'atomic:operations':[{'op':'add','data':{'type':'Job','id':'7','attributes':{'name':'Cut'}}},"
                        + "{'op':'remove','ref':{'type':'Job','id':'2'}}]}");
        operations(
                200,
                "{'atomic:operations':[{'op':'add','href':'/api/person/2/relationships/JobList','data':[{'type':'Job','id':'3'}]},"
                        + "{'op':'remove','href':'/api/person/2/relationships/JobList','data':[{'type':'Job','id':'3'}]}]}");
        operations(404, "{'atomic:operations':[{'op':'remove','ref':{'type':'Job','id':'2'}}]}");
        said(204, "DELETE", "/api/Job/3", "");
    }

    @Test
    void whatIsRefusedIsAsDescribed() throws IOException {
        Exchange first = read(200, "/api/Job/1");
        String etag = first.header("ETag").orElseThrow();
        said(200, "PATCH", "/api/Job/1", job("1", "'name':'Draw'"));
        String base = "'meta':{'base':" + first.at("/data/attributes") + "}";
        String mine = "{'data':{'type':'Job','id':'1','attributes':{'prints':5},'_'}}";
        said(
                412,
                "PATCH",
                "/api/Job/1",
                mine.replace("'_'", base).replace("'prints':5", "'name':'Cut'"),
                "If-Match",
                etag);
        said(200, "PATCH", "/api/Job/1", mine.replace("'_'", base), "If-Match", etag, "Prefer", "resolution=merge");
        said(409, "PATCH", "/api/Job/1", job("1", "'name':'Cut','S_CheckSum':'0'"));
        said(412, "DELETE", "/api/Job/1", "", "If-Match", etag);
        said(412, "PATCH", "/api/Job/1", job("1", "'name':'Cut'"), "If-None-Match", "*");
        said(409, "DELETE", "/api/person/1", "");
        said(409, "POST", "/api/Job", job("1", "'name':'Cut'"));
        said(422, "POST", "/api/Job", job("8", "'name':'Saw'"));
        said(404, "PATCH", "/api/Job/9", job("9", "'name':'Cut'"));
        said(400, "PATCH", "/api/Job/1", "{'data':[]}");
        said(415, "PATCH", "/api/Job/1", job("1", "'name':'Cut'"), "Content-Type", "text/plain");
        operations(400, "{}");
        said(415, "POST", "/api/operations", "{'atomic:operations':[]}");
        said(415, "POST", "/api/operations", "{'atomic:operations':[]}", "Content-Type", "application/json");
        stop();
        start(LockingMode.REQUIRED);
        said(428, "PATCH", "/api/Job/1", job("1", "'name':'Cut'"));
        said(428, "DELETE", "/api/Job/1", "");
        said(428, "POST", "/api/person/1/relationships/JobList", "{'data':[]}");
    }

    @Test
    void aDescriptionThatIsWrongIsFound() {
        Exchange answer = Exchange.get(gateway, "/api/Job/1");
        String wrong = description.document().toString().replace("\"const\":\"Job\"", "\"const\":\"Work\"");

        assertThatThrownBy(() -> Description.read(wrong).describes("GET", "/api/Job/1", "", answer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must be the constant value 'Work'");
    }
}
