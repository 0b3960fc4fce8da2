package dev.concord.app.gateway;

import static dev.concord.app.gateway.Exchange.follow;
import static dev.concord.app.gateway.Exchange.get;
import static dev.concord.app.gateway.Exchange.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What JSON:API 1.1 demands of reads: media types, resources and relationships: a test for each statement, named after its id, as {@code NormativeStatementsTest} holds. */
class JsonApiReadingTest extends JsonApiExample {
    @Test
    void responseContentType() {
        for (String address :
                List.of(ORDER, "/api/Order", "/api/Order/999", ORDER + "/relationships/Customer", "/api")) {
            assertThat(read(address).header("Content-Type")).contains("application/vnd.api+json");
        }
    }

    @Test
    void responseUnsupportedMediaType() {
        String body = "{'data':{'type':'Category','id':'1','attributes':{}}}";
        for (String type : List.of("application/vnd.api+json; charset=utf-8", "application/vnd.api+json; x=1")) {
            assertThat(send(gateway, "PATCH", "/api/Category/1", body, "Content-Type", type)
                            .status())
                    .isEqualTo(415);
        }
    }

    @Test
    void responseNotAcceptable() {
        String bare = "application/vnd.api+json";
        assertThat(get(gateway, ORDER, "Accept", bare + "; charset=utf-8").status())
                .isEqualTo(406);
        assertThat(get(gateway, ORDER, "Accept", bare + "; x=1, " + bare + "; y=2")
                        .status())
                .isEqualTo(406);
        assertThat(get(gateway, ORDER, "Accept", bare + "; x=1, " + bare).status())
                .isEqualTo(200);
        assertThat(get(gateway, ORDER, "Accept", "text/html, */*;q=0.1").status())
                .isEqualTo(200);
    }

    @Test
    void fetchUrlSupport() {
        assertThat(follow(gateway, read("/api/Order?sort=-Id").at("/links/self"))
                        .at("/data/0/id")
                        .asText())
                .isEqualTo("11");
        assertThat(follow(gateway, read(ORDER).at("/data/links/self")).status()).isEqualTo(200);
        assertThat(read(ORDER).at("/data/relationships")).allSatisfy(one -> assertThat(
                        follow(gateway, one.at("/links/related")).status())
                .isEqualTo(200));
    }

    @Test
    void fetchResponseCode() {
        assertThat(read(ORDER).status()).isEqualTo(200);
        assertThat(read("/api/Order").status()).isEqualTo(200);
    }

    @Test
    void fetchPrimaryDataCollection() {
        assertThat(ids(read("/api/Order").at("/data"))).containsExactly("10", "11");
        assertThat(read("/api/Order?filter[Id]=99").at("/data").isArray()).isTrue();
    }

    @Test
    void fetchPrimaryDataSingle() {
        assertThat(read(ORDER).at("/data/id").asText()).isEqualTo("10");
        assertThat(read(ORDER + "/Location").at("/data/type").asText()).isEqualTo("Location");
        assertThat(read("/api/Order/11/Location").at("/data").isNull()).isTrue();
    }

    @Test
    void fetchResponses404() {
        assertThat(read("/api/Order/999").status()).isEqualTo(404);
        assertThat(read("/api/Order/999/Customer").status()).isEqualTo(404);
    }

    @Test
    void fetchResponsesHttpSemantics() {
        Exchange head = send(gateway, "HEAD", ORDER, "");
        assertThat(head.header("ETag")).isEqualTo(read(ORDER).header("ETag"));
        assertThat(head.response().body()).isEmpty();
        assertThat(get(gateway, ORDER, "If-None-Match", head.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void fetchRelationships() {
        assertThat(read(ORDER).at("/data/relationships")).allSatisfy(one -> assertThat(
                        follow(gateway, one.at("/links/self")).status())
                .isEqualTo(200));
    }

    @Test
    void fetchRelationshipsResponse200() {
        assertThat(read(ORDER + "/relationships/OrderDetailList").status()).isEqualTo(200);
    }

    @Test
    void fetchRelationshipsResponse200PrimaryData() {
        assertThat(read(ORDER + "/relationships/Customer").at("/data"))
                .isEqualTo(read(ORDER).at("/data/relationships/Customer/data"));
        assertThat(read(ORDER + "/relationships/OrderDetailList").at("/data"))
                .isEqualTo(read(ORDER + "?include=OrderDetailList").at("/data/relationships/OrderDetailList/data"));
    }

    @Test
    void fetchRelationshipsResponse404() {
        assertThat(read(ORDER + "/relationships/Nothing").status()).isEqualTo(404);
        assertThat(read("/api/Order/999/relationships/Customer").status()).isEqualTo(404);
    }

    @Test
    void fetchRelationshipsResponseExistsEmpty() {
        assertThat(read("/api/Order/11/relationships/Location").status()).isEqualTo(200);
        assertThat(read("/api/Employee/3/relationships/EmployeeList").status()).isEqualTo(200);
    }

    @Test
    void fetchRelationshipsHttpSemantics() {
        Exchange one = read(ORDER + "/relationships/Customer");
        assertThat(get(
                                gateway,
                                ORDER + "/relationships/Customer",
                                "If-None-Match",
                                one.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
        assertThat(read(ORDER + "/relationships/OrderDetailList").header("ETag"))
                .as("the row says nothing about the rows that refer to it")
                .isEqualTo(Optional.empty());
    }
}
