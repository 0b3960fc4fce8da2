package dev.concord.app.gateway;

import static dev.concord.app.gateway.Exchange.follow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What JSON:API 1.1 demands of parameters: included rows, sparse fields, order and pages: a test for each statement, named after its id, as {@code NormativeStatementsTest} holds. */
class JsonApiQueriesTest extends JsonApiExample {
    @Test
    void inclusionUnrequested() {
        assertThat(read(ORDER + "?include=Customer").at("/included"))
                .allMatch(one -> one.path("type").asText().equals("Customer"));
        assertThat(read(ORDER + "?include=").at("/included")).isEmpty();
    }

    @Test
    void inclusionIncludeParameterValue() {
        Set<String> types = new TreeSet<>();
        read(ORDER + "?include=Customer,OrderDetailList.Product")
                .at("/included")
                .forEach(one -> types.add(one.path("type").asText()));
        assertThat(types).containsExactly("Customer", "OrderDetail", "Product");
    }

    @Test
    void inclusionBadRequest() {
        for (String paths : List.of("Nothing", "Customer.Nothing", "Customer,", "OrderDetailList..Product")) {
            Exchange refused = read(ORDER + "?include=" + paths);
            assertThat(refused.status()).as(paths).isEqualTo(400);
            assertThat(refused.at("/errors/0/source/parameter").asText()).isEqualTo("include");
        }
    }

    @Test
    void sparseFieldsetsParameterValue() {
        JsonNode order = read(ORDER + "?fields[Order]=Freight,Customer").at("/data");
        assertThat(order.path("attributes")).hasSize(1);
        assertThat(order.path("relationships")).hasSize(1);
    }

    @Test
    void sparseFieldsetsAdditionalFields() {
        JsonNode document = read(ORDER + "?include=Customer&fields[Order]=Freight,Customer&fields[Customer]=")
                .body();
        assertThat(document.at("/data/attributes").has("S_CheckSum")).isFalse();
        assertThat(document.at("/included/0/attributes")).isEmpty();
        assertThat(document.at("/included/0").has("relationships")).isFalse();
    }

    @Test
    void sortingParameterValue() {
        assertThat(ids(read("/api/Product?sort=UnitPrice").at("/data"))).containsExactly("3", "1", "2");
    }

    @Test
    void sortingMultipleFields() {
        assertThat(ids(read("/api/Product?sort=-CategoryId,-UnitPrice").at("/data")))
                .containsExactly("3", "2", "1");
    }

    @Test
    void sortingOrder() {
        assertThat(ids(read("/api/Product?sort=-UnitPrice").at("/data"))).containsExactly("2", "1", "3");
    }

    @Test
    void sortingNotSupported() {
        assertThat(read("/api/Product?sort=Nothing").status()).isEqualTo(400);
        assertThat(read("/api/Product?sort=Category.CategoryName").status()).isEqualTo(400);
        assertThat(read("/api/Product/1?sort=UnitPrice").status()).isEqualTo(400);
    }

    @Test
    void sortingSpecifiedOrder() {
        List<String> sorted = new ArrayList<>();
        JsonNode page = read("/api/Product?sort=UnitPrice&page[limit]=1").body();
        while (true) {
            sorted.addAll(ids(page.path("data")));
            if (page.at("/links/next").isNull()) {
                break;
            }
            page = follow(gateway, page.at("/links/next")).body();
        }
        assertThat(sorted).containsExactly("3", "1", "2");
    }

    @Test
    void paginationLinksObject() {
        assertThat(read("/api/Product?page[limit]=1").at("/links/next").isTextual())
                .isTrue();
        assertThat(read(ORDER + "/OrderDetailList?page[limit]=1")
                        .at("/links/next")
                        .isTextual())
                .isTrue();
        assertThat(read(ORDER + "/relationships/OrderDetailList?page[limit]=1")
                        .at("/links/next")
                        .isTextual())
                .isTrue();
    }

    @Test
    void paginationKeys() {
        JsonNode links = read("/api/Product?page[limit]=1&page[offset]=1").at("/links");
        for (String key : List.of("first", "last", "prev", "next")) {
            assertThat(follow(gateway, links.path(key)).at("/data")).as(key).hasSize(1);
        }
    }

    @Test
    void paginationUnavailableLink() {
        assertThat(read("/api/Product?page[limit]=1").at("/links/prev").isNull())
                .isTrue();
        assertThat(read("/api/Product").at("/links/next").isNull()).isTrue();
    }

    @Test
    void paginationOrder() {
        JsonNode links =
                read("/api/Product?sort=-Id&page[limit]=1&page[offset]=1").at("/links");
        assertThat(ids(follow(gateway, links.path("prev")).at("/data"))).containsExactly("3");
        assertThat(ids(follow(gateway, links.path("next")).at("/data"))).containsExactly("1");
    }

    @Test
    void queryParametersBadRequest() {
        for (String parameter : List.of("other=1", "camelCase=1", "page=1", "fields=Id", "include[Order]=x")) {
            assertThat(read("/api/Order?" + parameter).status()).as(parameter).isEqualTo(400);
        }
    }
}
