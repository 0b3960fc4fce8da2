package dev.concord.app.gateway.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Headers;
import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.read.Northwind;
import dev.concord.app.gateway.resource.Aliases;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.testing.Engine;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiTest {

    @ParameterizedTest
    @EnumSource
    void theDescriptionIsValidOpenApi(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            shop.sql(
                    "create table \"Odd Name\" (\"id\" integer not null primary key, \"type\" varchar(3), \"größe\" integer)");

            SwaggerParseResult parsed = parsed(document(shop, true).toString());

            assertThat(parsed.getMessages()).isEmpty();
            OpenAPI api = parsed.getOpenAPI();
            assertThat(api.getPaths())
                    .containsKeys(
                            "/api/Order",
                            "/api/Order/{id}",
                            "/api/Order/{id}/Customer",
                            "/api/Order/{id}/relationships/OrderDetailList",
                            "/api/Odd%20Name/{id}");
            assertThat(api.getPaths())
                    .extractingByKey("/api/Order/{id}")
                    .extracting(PathItem::getPatch)
                    .isNotNull();
            assertThat(api.getComponents().getSchemas()).containsKeys("Order", "Order.new", "Order.change", "Odd_Name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAnsweredIsAsItIsDescribed(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            JsonNode description = document(shop, true);
            for (String type :
                    List.of("Category", "Product", "Customer", "Employee", "Location", "Order", "OrderDetail")) {
                JsonSchema schema = schema(description, type);
                JsonNode rows = shop.document("/api/" + type).path("data");
                assertThat(rows).isNotEmpty();
                for (JsonNode row : rows) {
                    assertThat(schema.validate(row)).as(row.toString()).isEmpty();
                }
            }
            JsonNode errors = Northwind.json(shop.get("/api/Order/999")).at("/errors/0");
            assertThat(schema(description, "Error").validate(errors)).isEmpty();
            JsonNode order = shop.document("/api/Order/10").path("data");
            assertThat(schema(description, "Product").validate(order))
                    .as("a schema can fail")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenWhereTheClientMayNot(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            OpenAPI api = parsed(document(shop, false).toString()).getOpenAPI();

            assertThat(api.getPaths().values())
                    .allSatisfy(path -> assertThat(path.readOperationsMap()).hasSize(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatTheClientDoesNotSeeIsNotDescribed(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            ResourceTypes types =
                    ResourceTypes.of(shop.store(), table -> !table.name().equals("Customer"), Aliases.NONE);

            assertThat(document(shop, types, true).toString())
                    .doesNotContain("Customer\"")
                    .contains("CustomerId");
        }
    }

    private static SwaggerParseResult parsed(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(text, List.of(), options);
    }

    private static JsonSchema schema(JsonNode description, String name) {
        ObjectNode whole = description.deepCopy();
        whole.put("$ref", "#/components/schemas/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    private static JsonNode document(Northwind shop, boolean writable) {
        return document(shop, ResourceTypes.of(shop.store()), writable);
    }

    private static JsonNode document(Northwind shop, ResourceTypes types, boolean writable) {
        Answer answer = new OpenApi(shop.store(), types, writable)
                .answer(new Request(
                        "GET",
                        List.of("openapi.json"),
                        Parameters.NONE,
                        Headers.NONE,
                        "".getBytes(StandardCharsets.UTF_8),
                        "http://localhost:5656"));
        return Northwind.json(answer);
    }
}
