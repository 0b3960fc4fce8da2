package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.app.gateway.resource.AliasLine.Kind;
import dev.concord.testing.Engine;
import dev.concord.version.Policies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients know aliased tables and columns by their aliases alone, whatever they ask. */
class AliasedNamesTest {
    private static final String JOB = "/api/Job/1";

    private TestGateway gateway;

    private static AliasLine alias(Kind kind, String target, String name) {
        return new AliasLine(target, kind, target, name);
    }

    @BeforeEach
    void start() throws IOException {
        gateway = new TestGateway(
                GatewayOptions.local(0),
                Engine.H2.freshDatabase(),
                Policies.DEFAULT,
                List.of(
                        alias(Kind.TYPE, "t_prs", "Person"),
                        alias(Kind.ATTRIBUTE, "t_prs.nm_tx", "name"),
                        alias(Kind.TYPE, "t_job", "Job"),
                        alias(Kind.ATTRIBUTE, "t_job.ttl_tx", "title"),
                        alias(Kind.ATTRIBUTE, "t_job.prt_no", "prints"),
                        alias(Kind.ATTRIBUTE, "t_job.prs_id", "doer"),
                        alias(Kind.ATTRIBUTE, "t_job.rev_id", "reviewer")),
                "create table \"t_prs\" (\"id\" int primary key, \"nm_tx\" varchar(20) not null)",
                """
                create table "t_job" ("id" int primary key, "ttl_tx" varchar(9) not null, "prt_no" int check ("prt_no" >= 0),
                  "prs_id" int references "t_prs", "rev_id" int references "t_prs")""",
                "insert into \"t_prs\" values (1, 'Ada'), (2, 'Grace')",
                "insert into \"t_job\" values (1, 'Paint', 0, 1, 2), (2, 'Build', 5, 2, null)");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static void hasNoOwnName(Exchange exchange) {
        assertThat(exchange.body().toString()).doesNotContain("t_prs", "t_job", "_tx", "_no", "prs_id", "rev_id");
    }

    private Exchange get(String address) {
        Exchange read = Exchange.get(gateway, address);
        hasNoOwnName(read);
        return read;
    }

    private Exchange send(String method, String address, String body, String... headers) {
        Exchange written = Exchange.send(gateway, method, address, body, headers);
        hasNoOwnName(written);
        return written;
    }

    @Test
    void theListOfTypesAndTheDescriptionHaveThem() {
        assertThat(get("/api").at("/meta/types").findValuesAsText("type")).containsExactly("Job", "Person");
        JsonNode description = get("/openapi.json").body();
        assertThat(description.path("paths").has("/api/Job/{id}/Person-by-reviewer"))
                .isTrue();
        assertThat(description
                        .at("/components/schemas/Job/properties/attributes/properties")
                        .has("title"))
                .isTrue();
    }

    @Test
    void rowsAreReadByThem() {
        Exchange job = get(JOB + "/?include=Person-by-doer&fields[Job]=title,Person-by-doer&fields[Person]=name");

        assertThat(job.at("/data/type").asText()).isEqualTo("Job");
        assertThat(job.at("/data/attributes").toString()).isEqualTo("{\"title\":\"Paint\"}");
        assertThat(job.at("/data/relationships/Person-by-doer/data/type").asText())
                .isEqualTo("Person");
        assertThat(job.at("/included/0/attributes/name").asText()).isEqualTo("Ada");
        assertThat(get("/api/Job?sort=-prints&filter[title]=build")
                        .at("/data/0/id")
                        .asText())
                .isEqualTo("2");
        assertThat(get("/api/Person/2/JobList-by-reviewer").at("/data/0/id").asText())
                .isEqualTo("1");
        assertThat(get("/api/Person/2/relationships/JobList-by-doer")
                        .at("/data/0/type")
                        .asText())
                .isEqualTo("Job");
    }

    @Test
    void theDatabasesOwnNamesMeanNothing() {
        for (String address : List.of("/api/t_job", "/api/t_job/1", "/changes/t_job")) {
            assertThat(Exchange.get(gateway, address).status()).isEqualTo(404);
        }
        for (String query : List.of("sort=ttl_tx", "filter[ttl_tx]=x", "fields[Job]=ttl_tx", "fields[t_job]=title")) {
            assertThat(Exchange.get(gateway, "/api/Job?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        Exchange written =
                Exchange.send(gateway, "PATCH", JOB, "{'data':{'type':'Job','id':'1','attributes':{'ttl_tx':'Draw'}}}");
        assertThat(written.status()).isEqualTo(422);
    }

    @Test
    void rowsAreWrittenByThem() {
        Exchange made = send(
                "POST",
                "/api/Job",
                "{'data':{'type':'Job','id':'3','attributes':{'title':'Saw'},'relationships':{'Person-by-doer':"
                        + "{'data':{'type':'Person','id':'2'}}}}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/data/attributes/doer").asInt()).isEqualTo(2);
        assertThat(made.header("Location").orElseThrow()).endsWith("/api/Job/3");
        Exchange counted = send("POST", "/api/Job/2/increment", "{'meta':{'attribute':'prints','by':2}}");
        assertThat(counted.at("/data/attributes/prints").asInt()).isEqualTo(7);
        Exchange related =
                send("PATCH", "/api/Job/3/relationships/Person-by-reviewer", "{'data':{'type':'Person','id':'1'}}");
        assertThat(related.status()).isEqualTo(204);
        Exchange added =
                send("POST", "/api/Person/1/relationships/JobList-by-reviewer", "{'data':[{'type':'Job','id':'2'}]}");
        assertThat(added.status()).isEqualTo(204);
        Exchange atomic = send(
                "POST",
                "/api/operations",
                "{'atomic:operations':[{'op':'update','data':{'type':'Job','id':'1','attributes':{'title':'Draw'}}}]}",
                "Content-Type",
                "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"");
        assertThat(atomic.at("/atomic:results/0/data/attributes/title").asText())
                .isEqualTo("Draw");
    }

    @Test
    void errorsPointToThem() {
        Exchange invalid = send(
                "PATCH",
                JOB,
                "{'data':{'type':'Job','id':'1','attributes':{'title':'More than nine letters','prints':'x'}}}");
        assertThat(invalid.body().findValuesAsText("pointer")).containsExactlyInAnyOrder("/data/attributes/prints");
        Exchange tooLong =
                send("PATCH", JOB, "{'data':{'type':'Job','id':'1','attributes':{'title':'More than nine letters'}}}");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/title");
        Exchange missing = send("POST", "/api/Job", "{'data':{'type':'Job','id':'4','attributes':{}}}");
        assertThat(missing.at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/title");
    }

    @Test
    void conflictsAndMergesAreToldInThem() {
        Exchange read = get(JOB);
        String base = read.at("/data/attributes").toString();
        send("PATCH", JOB, "{'data':{'type':'Job','id':'1','attributes':{'title':'Draw'}}}");

        Exchange conflict = send(
                "PATCH",
                JOB,
                "{'data':{'type':'Job','id':'1','attributes':{'title':'Saw'},'meta':{'base':" + base + "}}}",
                "If-Match",
                read.header("ETag").orElseThrow());

        assertThat(conflict.status()).isEqualTo(412);
        assertThat(conflict.at("/errors/0/meta/data/attributes/title").asText()).isEqualTo("Draw");
        assertThat(conflict.at("/errors/0/meta/merge/undecided/0/attribute").asText())
                .isEqualTo("title");
    }

    @Test
    void changesAreToldInThem() throws Exception {
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                URI.create(gateway.address() + "changes/Job/1").toURL().openStream(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("event: changed");
            assertThat(events.readLine()).startsWith("data: {\"type\":\"Job\",\"id\":\"1\"");
        }
    }

    @Test
    void theLogHasThem() throws Exception {
        get(JOB);
        assertThat(gateway.awaitLines(1).getFirst()).startsWith("GET /api/Job/* 200 ");
    }
}
