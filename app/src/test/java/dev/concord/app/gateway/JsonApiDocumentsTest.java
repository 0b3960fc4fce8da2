package dev.concord.app.gateway;

import static dev.concord.app.gateway.Exchange.follow;
import static dev.concord.app.gateway.Exchange.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.DocumentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What JSON:API 1.1 demands of documents: their members, resources, compound documents and errors: a test for each statement, named after its id, as {@code NormativeStatementsTest} holds. */
class JsonApiDocumentsTest extends JsonApiExample {
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
