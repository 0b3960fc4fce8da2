package dev.concord.app.gateway;

import static dev.concord.app.gateway.Exchange.follow;
import static dev.concord.app.gateway.Exchange.get;
import static dev.concord.app.gateway.Exchange.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.DocumentRules;
import dev.concord.app.gateway.read.Northwind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What JSON:API 1.1 demands of documents, reads and errors: a test for each of its normative statements, named after the statement's id.
 * {@code NormativeStatementsTest} says which there are.
 */
class JsonApiReadingTest {
    private static final String ORDER = "/api/Order/10";
    private static final String EVERYTHING =
            ORDER + "?include=Customer,Employee,Location,OrderDetailList.Product.Category";

    private TestGateway gateway;

    @BeforeEach
    void serve() throws IOException {
        gateway = new TestGateway(Northwind.tables());
        gateway.sql(
                "create table \"odd$names\" (\"id\" integer primary key, \"type\" integer, \"a.b\" integer, \"_c\" integer)",
                "insert into \"odd$names\" values (1, 2, 3, 4)");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Exchange read(String address, String... headers) {
        Exchange exchange = get(gateway, address, headers);
        assertThat(DocumentRules.broken(exchange.body())).as(address).isEmpty();
        return exchange;
    }

    private static List<String> ids(JsonNode resources) {
        return Northwind.ids(resources);
    }

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
    void additionalMembers() {
        for (String address :
                List.of(EVERYTHING, "/api/Order?page[limit]=1", "/api", "/api/Order/999", ORDER + "/Customer")) {
            read(address);
        }
    }

    @Test
    void ignoreAdditionalMembers() {
        Exchange changed = send(
                gateway,
                "PATCH",
                "/api/Category/2",
                "{'data':{'type':'Category','id':'2','attributes':{},'unheardOf':1},'unheardOf':{'a':[]}}");
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void jsonObject() {
        assertThat(read("/api/Order").body().isObject()).isTrue();
        assertThat(send(gateway, "PATCH", "/api/Category/1", "[]").status()).isEqualTo(400);
        assertThat(send(gateway, "PATCH", "/api/Category/1", "'text'").status()).isEqualTo(400);
    }

    @Test
    void requiredTopLevel() {
        assertThat(read(ORDER).body().has("data")).isTrue();
        assertThat(read("/api").body().has("meta")).isTrue();
        assertThat(read("/api/Order/999").body().has("errors")).isTrue();
    }

    @Test
    void dataErrors() {
        assertThat(read("/api/Order/999").body().has("data")).isFalse();
        assertThat(read(ORDER).body().has("errors")).isFalse();
    }

    @Test
    void dataIncluded() {
        assertThat(read("/api/Order/999?include=Customer").body().has("included"))
                .isFalse();
    }

    @Test
    void primaryData() {
        assertThat(read(ORDER).at("/data").isObject()).isTrue();
        assertThat(read("/api/Order").at("/data").isArray()).isTrue();
        assertThat(read("/api/Order/11/Location").at("/data").isNull()).isTrue();
        assertThat(read(ORDER + "/relationships/Customer").at("/data/id").asText())
                .isEqualTo("ALFKI");
    }

    @Test
    void logicalCollection() {
        assertThat(read("/api/Location").at("/data").isArray()).isTrue();
        assertThat(read("/api/Location?filter[city]=Nowhere").at("/data").isArray())
                .isTrue();
        assertThat(read("/api/Employee/3/EmployeeList").at("/data").isArray()).isTrue();
    }

    @Test
    void resourceRequiredTopLevel() {
        checkedResourceIdType();
    }

    @Test
    void resourceOptionalTopLevel() {
        Set<String> members = new TreeSet<>();
        read(ORDER).at("/data").fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactlyInAnyOrder("type", "id", "attributes", "relationships", "links", "meta");
    }

    @Test
    void resourceIdType() {
        checkedResourceIdType();
    }

    private void checkedResourceIdType() {
        for (JsonNode resource : all(read(EVERYTHING))) {
            assertThat(resource.has("id") && resource.has("type")).isTrue();
        }
    }

    @Test
    void resourceIdTypeTypes() {
        for (JsonNode resource : all(read(EVERYTHING))) {
            assertThat(resource.path("id").isTextual() && resource.path("type").isTextual())
                    .isTrue();
        }
    }

    @Test
    void resourceUnique() {
        for (JsonNode resource : all(read(EVERYTHING))) {
            Exchange alone = follow(gateway, resource.at("/links/self"));
            assertThat(alone.at("/data/type")).isEqualTo(resource.path("type"));
            assertThat(alone.at("/data/id")).isEqualTo(resource.path("id"));
            assertThat(alone.at("/data/attributes")).isEqualTo(resource.path("attributes"));
        }
    }

    @Test
    void resourceTypeConstraints() {
        assertThat(read("/api/odd-names/1").at("/data/type").asText()).isEqualTo("odd-names");
    }

    @Test
    void resourceFields() {
        JsonNode attributes = read("/api/odd-names/1").at("/data/attributes");
        assertThat(attributes.has("id")).isFalse();
        assertThat(attributes.has("type")).isFalse();
        assertThat(attributes.path("type-column").asInt()).isEqualTo(2);
        for (JsonNode resource : all(read(EVERYTHING))) {
            Set<String> fields = new TreeSet<>();
            resource.path("attributes").fieldNames().forEachRemaining(fields::add);
            resource.path("relationships").fieldNames().forEachRemaining(name -> assertThat(fields.add(name))
                    .isTrue());
        }
    }

    @Test
    void resourceAttributesKey() {
        assertThat(read(ORDER).at("/data/attributes").isObject()).isTrue();
    }

    @Test
    void resourceAttributesReserveMembers() {
        for (JsonNode resource : all(read(EVERYTHING))) {
            assertThat(resource.path("attributes")).allMatch(JsonNode::isValueNode);
        }
    }

    @Test
    void resourceRelationshipsKey() {
        assertThat(read(ORDER).at("/data/relationships").isObject()).isTrue();
    }

    @Test
    void resourceRelationshipsObject() {
        assertThat(read(ORDER).at("/data/relationships")).allSatisfy(one -> {
            assertThat(one.at("/links/self").isTextual()).isTrue();
            assertThat(one.at("/links/related").isTextual()).isTrue();
        });
    }

    @Test
    void resourceRelatedResourceLink() {
        JsonNode empty = read("/api/Order/11").at("/data/relationships/Location/links/related");
        assertThat(follow(gateway, empty).status()).isEqualTo(200);
    }

    @Test
    void resourceRelatedResourceLinkChange() {
        String link = "/data/relationships/Employee/links/related";
        JsonNode before = read("/api/Employee/3").at(link);
        gateway.sql("update \"Employee\" set \"ReportsTo\" = 1 where \"Id\" = 3");
        assertThat(read("/api/Employee/3").at(link)).isEqualTo(before);
        gateway.sql("update \"Employee\" set \"ReportsTo\" = 2 where \"Id\" = 3");
    }

    @Test
    void resourceLinkage() {
        assertThat(read("/api/Order/11").at("/data/relationships/Location/data").isNull())
                .isTrue();
        assertThat(read(ORDER).at("/data/relationships/Customer/data").isObject())
                .isTrue();
        JsonNode many = read("/api/Employee?include=EmployeeList").at("/data");
        assertThat(many.path(0).at("/relationships/EmployeeList/data").isArray())
                .isTrue();
        assertThat(many.path(2).at("/relationships/EmployeeList/data")).isEmpty();
    }

    @Test
    void resourceLinkResponse() {
        for (JsonNode resource : all(read(EVERYTHING))) {
            assertThat(follow(gateway, resource.at("/links/self")).at("/data/id"))
                    .isEqualTo(resource.path("id"));
        }
    }

    @Test
    void resourceIdentifierRequiredMembers() {
        assertThat(read(ORDER + "/relationships/OrderDetailList").at("/data"))
                .hasSize(2)
                .allMatch(one -> one.has("type") && one.has("id"));
    }

    @Test
    void compoundDocumentsTopLevelIncluded() {
        assertThat(read(EVERYTHING).at("/included").isArray()).isTrue();
    }

    @Test
    void compoundDocumentsFullLinkage() {
        assertThat(DocumentRules.broken(read(EVERYTHING).body())).isEmpty();
        assertThat(DocumentRules.broken(read("/api/Employee?include=Employee.OrderList.Customer")
                        .body()))
                .isEmpty();
    }

    @Test
    void compoundDocumentsDuplicates() {
        assertThat(ids(read("/api/OrderDetail?include=Product").at("/included")))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(ids(read("/api/Employee?include=Employee").at("/included"))).isEmpty();
    }

    @Test
    void metaObjects() {
        assertThat(read("/api/Order").at("/meta").isObject()).isTrue();
        assertThat(read(ORDER).at("/data/meta").isObject()).isTrue();
    }

    @Test
    void topLevelLinks() {
        assertThat(read("/api/Order").at("/links").isObject()).isTrue();
        assertThat(read(ORDER).at("/links/self").asText()).endsWith(ORDER);
    }

    @Test
    void topLevelLinksMembers() {
        assertThat(read("/api/Order?page[limit]=1").at("/links")).allMatch(link -> link.isTextual() || link.isNull());
    }

    @Test
    void jsonApiType() {
        assertThat(read(ORDER).at("/jsonapi/version").asText()).isEqualTo("1.1");
    }

    @Test
    void memberNameCase() {
        assertThat(read(ORDER + "?fields[Order]=Freight").status()).isEqualTo(200);
        assertThat(read(ORDER + "?fields[Order]=freight").status()).isEqualTo(400);
        assertThat(read("/api/order/10").status()).isEqualTo(404);
    }

    @Test
    void memberNameCharacter() {
        names().forEach(name -> assertThat(name).isNotEmpty());
    }

    @Test
    void memberNameAllowedCharactersOnly() {
        names().forEach(name -> assertThat(name).matches("[-_ a-zA-Z0-9\\u0080-\\uffff]+"));
    }

    @Test
    void memberNameGloballyAllowed() {
        names().forEach(name -> assertThat(name).matches("[a-zA-Z0-9\\u0080-\\uffff](.*[a-zA-Z0-9\\u0080-\\uffff])?"));
    }

    @Test
    void memberNameReservedCharacters() {
        names().forEach(name -> assertThat(name).doesNotMatch(".*[+,.\\[\\]!\"#$%&'()*/:;<=>?@\\\\^`{|}~].*"));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        read("/api/odd-names/1").at("/data/attributes").fieldNames().forEachRemaining(names::add);
        assertThat(names).contains("type-column", "a-b", "x_c");
        return names;
    }

    @Test
    void memberNameAtMembersNoProcess() {
        checkedMemberNameAtMembersNoProcess();
    }

    private void checkedMemberNameAtMembersNoProcess() {
        Exchange changed = send(
                gateway,
                "PATCH",
                "/api/Category/2",
                "{'data':{'type':'Category','id':'2','@id':'9','attributes':{'@CategoryName':'x','@other':1}},'@data':null}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/data/attributes/CategoryName").asText()).isEqualTo("Condiments");
    }

    @Test
    void memberNameAtMembersIgnoreForDefinitions() {
        checkedMemberNameAtMembersNoProcess();
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

    @Test
    void errorObjectKey() {
        JsonNode errors = read("/api/Order?sort=x").at("/errors");
        assertThat(errors.isArray()).isTrue();
        for (String member : List.of("status", "code", "title", "detail", "source")) {
            assertThat(errors.path(0).has(member)).as(member).isTrue();
        }
    }

    private static List<JsonNode> all(Exchange exchange) {
        List<JsonNode> all = new ArrayList<>();
        all.add(exchange.at("/data"));
        exchange.at("/included").forEach(all::add);
        assertThat(all).hasSizeGreaterThan(7);
        return all;
    }
}
