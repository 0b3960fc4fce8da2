package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.DocumentRules;
import dev.concord.store.TypeSamples;
import dev.concord.testing.Engine;
import dev.concord.version.Policies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views, and tables of which no key tells the rows apart, are read and not written. */
class KeylessTypesTest {
    private static final int ROWS = 700;
    private static final String LONG_TEXT = "long ".repeat(100).strip();

    private static TestGateway serve(Engine engine) throws IOException {
        return new TestGateway(
                GatewayOptions.local(0),
                engine.freshDatabase(),
                Policies.DEFAULT,
                "create table \"customer\" (\"id\" integer not null primary key, \"name\" varchar(600))",
                """
                create table "log" ("at" integer, "what" varchar(40), "customer" integer,
                  foreign key ("customer") references "customer" ("id"))""",
                "create table \"nick\" (\"name\" varchar(20) unique)",
                "create view \"known\" as select \"id\" as \"number\", \"name\" from \"customer\" where \"name\" is not null",
                "insert into \"customer\" values (1, 'Ada'), (2, '" + LONG_TEXT + "'), (3, null)",
                "insert into \"log\" values (5, 'same', 1), (5, 'same', 1), (7, 'paid', 2), (null, null, null), (5, 'same', 1)",
                "insert into \"nick\" values ('one'), (null), (null)");
    }

    private static Exchange get(TestGateway gateway, String address) {
        Exchange read = Exchange.get(gateway, address);
        assertThat(read.status()).as(read.body().toString()).isEqualTo(200);
        assertThat(DocumentRules.broken(read.body())).isEmpty();
        return read;
    }

    private static List<String> ids(JsonNode rows) {
        List<String> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.path("id").asText()));
        return ids;
    }

    private static List<String> texts(Exchange read, String attribute) {
        List<String> texts = new ArrayList<>();
        read.at("/data")
                .forEach(row -> texts.add(row.path("attributes").path(attribute).asText()));
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void theirRowsAreReadInOrderAndFiltered(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            for (JsonNode type : get(gateway, "/api").at("/meta/types")) {
                assertThat(type.path("writable").asBoolean())
                        .isEqualTo(type.path("type").asText().equals("customer"));
            }
            assertThat(get(gateway, "/api").at("/meta/types")).hasSize(4);
            Exchange all = get(gateway, "/api/log?sort=-at");
            assertThat(texts(all, "at")).containsExactly("7", "5", "5", "5", "null");
            assertThat(get(gateway, "/api/log?filter[what]=same")
                            .at("/meta/total")
                            .asInt())
                    .isEqualTo(3);
            assertThat(get(gateway, "/api/nick").at("/data")).hasSize(3);
            assertThat(texts(get(gateway, "/api/known?sort=-number&fields[known]=name"), "name"))
                    .containsExactly(LONG_TEXT, "Ada");
            assertThat(texts(get(gateway, "/api/known?filter[name]=ada"), "number"))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreEqualHaveTheirChecksumAndANumberAsIds(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            JsonNode rows = get(gateway, "/api/log?filter[what]=same").at("/data");
            String checksum = rows.at("/0/attributes/S_CheckSum").asText();

            assertThat(checksum).matches("[0-9a-f]{64}");
            assertThat(ids(rows)).containsExactly(checksum, checksum + ".2", checksum + ".3");
            for (JsonNode row : rows) {
                assertThat(row.has("links")).isFalse();
                assertThat(row.has("relationships")).isFalse();
            }
            assertThat(get(gateway, "/api/customer/1").at("/data/relationships").isMissingNode())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsOnOnePage(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            gateway.sql(
                    "delete from \"log\"",
                    IntStream.range(0, ROWS)
                            .mapToObj(i -> "(" + i % 50 + ", '" + i + "', null)")
                            .collect(Collectors.joining(", ", "insert into \"log\" values ", "")));
            List<String> whole = texts(get(gateway, "/api/log?page[limit]=1000"), "what");
            assertThat(whole).hasSize(ROWS).doesNotHaveDuplicates();
            for (String start : List.of("/api/log?page[limit]=97&sort=-at", "/api/log?page[limit]=97&page[offset]=0")) {
                Exchange page = get(gateway, start);
                List<String> read = new ArrayList<>(texts(page, "what"));
                List<String> first = texts(page, "what");
                while (!page.at("/links/next").isNull()) {
                    page = Exchange.follow(gateway, page.at("/links/next"));
                    read.addAll(texts(page, "what"));
                }
                assertThat(read).containsExactlyInAnyOrderElementsOf(whole);
                while (!page.at("/links/prev").isNull()) {
                    page = Exchange.follow(gateway, page.at("/links/prev"));
                }
                assertThat(texts(page, "what")).isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfColumnCanBeReadInPages(Engine engine) throws IOException {
        List<TypeSamples.Sample> samples = TypeSamples.of(engine);
        int rows = samples.stream()
                .mapToInt(sample -> sample.literals().size())
                .max()
                .orElseThrow();
        try (TestGateway gateway = serve(engine)) {
            gateway.sqlAsWritten(TypeSamples.created(engine));
            gateway.sqlAsWritten(
                    "create table every_type (" + columns(samples, (i, sample) -> "c" + i + " " + sample.type()) + ")");
            for (int row = 0; row < rows; row++) {
                int number = row;
                gateway.sqlAsWritten("insert into every_type values ("
                        + columns(samples, (_, sample) -> sample.literals()
                                .get(number % sample.literals().size()))
                        + ")");
            }

            Exchange page = get(
                    gateway, engine == Engine.H2 ? "/api/EVERY_TYPE?page[limit]=1" : "/api/every_type?page[limit]=1");
            List<String> ids = new ArrayList<>(ids(page.at("/data")));
            while (!page.at("/links/next").isNull()) {
                page = Exchange.follow(gateway, page.at("/links/next"));
                ids.addAll(ids(page.at("/data")));
            }
            assertThat(ids).hasSize(rows).doesNotHaveDuplicates();
        }
    }

    private static String columns(
            List<TypeSamples.Sample> samples, BiFunction<Integer, TypeSamples.Sample, String> column) {
        return IntStream.range(0, samples.size())
                .mapToObj(i -> column.apply(i, samples.get(i)))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @EnumSource
    void noRowHasAnAddressAndNoneIsWritten(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            String id = ids(get(gateway, "/api/log").at("/data")).getFirst();
            for (String address : List.of("/api/log/" + id, "/api/log/1", "/api/known/1", "/api/log/1/customer")) {
                assertThat(Exchange.get(gateway, address).status()).as(address).isEqualTo(404);
            }
            assertThat(Exchange.get(gateway, "/api/log/1")
                            .at("/errors/0/detail")
                            .asText())
                    .contains("no key tells them apart");
            assertThat(Exchange.get(gateway, "/api/log?sort=id").status()).isEqualTo(400);
            assertThat(Exchange.get(gateway, "/api/log?filter[id]=1").status()).isEqualTo(400);
            String row = "{'data':{'type':'log','id':'" + id + "','attributes':{'at':1}}}";
            for (String method : List.of("PATCH", "PUT", "DELETE")) {
                refused(Exchange.send(gateway, method, "/api/log/" + id, row), "no key tells them apart");
            }
            refused(Exchange.send(gateway, "POST", "/api/log", row), "no key tells them apart");
            refused(
                    Exchange.send(gateway, "POST", "/api/log/1/increment", "{'meta':{'attribute':'at','by':1}}"),
                    "no key tells them apart");
            refused(
                    Exchange.send(gateway, "POST", "/api/known", "{'data':{'type':'known','attributes':{'number':9}}}"),
                    "the tables behind it");
            refused(
                    Exchange.send(
                            gateway,
                            "POST",
                            "/api/operations",
                            "{'atomic:operations':[{'op':'add','data':{'type':'log','attributes':{'at':1}}}]}",
                            "Content-Type",
                            "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\""),
                    "no key tells them apart");
            assertThat(get(gateway, "/api/log").at("/meta/total").asInt()).isEqualTo(5);
        }
    }

    private static void refused(Exchange written, String sentence) {
        assertThat(written.status()).as(written.body().toString()).isEqualTo(403);
        assertThat(written.at("/errors/0/detail").asText()).contains(sentence);
    }

    @Test
    void onlyReadingThemIsDescribed() throws IOException {
        try (TestGateway gateway = serve(Engine.H2)) {
            JsonNode description = Exchange.get(gateway, "/openapi.json").body();
            assertThat(description.at("/paths/~1api~1known").fieldNames())
                    .toIterable()
                    .containsExactly("get");
            assertThat(description.path("paths").has("/api/known/{id}")).isFalse();
            assertThat(description.at("/components/schemas").has("known.new")).isFalse();
        }
    }

    @Test
    void theirChangesAreTold() throws Exception {
        try (TestGateway gateway = serve(Engine.H2)) {
            String id =
                    ids(get(gateway, "/api/log?filter[what]=same").at("/data")).getFirst();
            try (BufferedReader events = new BufferedReader(new InputStreamReader(
                    URI.create(gateway.address() + "changes/log").toURL().openStream(), StandardCharsets.UTF_8))) {
                assertThat(events.readLine()).isEqualTo("event: ready");
                gateway.sql("delete from \"log\" where \"what\" = 'same' limit 1");
                String line = events.readLine();
                while (!line.equals("event: deleted")) {
                    line = events.readLine();
                }
                assertThat(events.readLine()).isEqualTo("data: {\"type\":\"log\",\"id\":\"" + id + ".3\"}");
            }
            assertThat(Exchange.get(gateway, "/changes/log/" + id).status()).isEqualTo(404);
        }
    }
}
