package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.read.Northwind;
import dev.concord.testing.Engine;
import dev.concord.version.Policies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a client does that was written for API Logic Server: addresses with a slash at the end, {@code application/json}, offsets, ids
 * joined by {@code _}, and the checksum among the attributes. Over sockets, on every database.
 */
class NorthwindJourneyTest {
    private static final String CATEGORY = "/api/Category/1/";
    private static final String SORRY = "Sorry, row altered by another user";
    private static final String NOT_A_CHECKSUM = "0".repeat(64);

    private static TestGateway serve(Engine engine) throws IOException {
        return new TestGateway(GatewayOptions.local(0), engine.freshDatabase(), Policies.DEFAULT, Northwind.tables());
    }

    private static Exchange send(TestGateway gateway, String method, String address, String body) {
        return Exchange.send(
                gateway, method, address, body, "Content-Type", "application/json", "Accept", "application/json");
    }

    private static Exchange describe(TestGateway gateway, String description, String checksum) {
        return send(
                gateway,
                "PATCH",
                CATEGORY,
                "{'data':{'type':'Category','id':'1','attributes':{'Description':" + description + checksum + "}}}");
    }

    private static String checksum(Exchange exchange) {
        String checksum = exchange.at("/data/attributes/S_CheckSum").asText();
        assertThat(checksum).as(exchange.body().toString()).matches("[0-9a-f]{64}");
        return ",'S_CheckSum':'" + checksum + "'";
    }

    @ParameterizedTest
    @EnumSource
    void aCategoryIsPatchedWithNoAWrongARightAndAUsedChecksum(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            String first = checksum(Exchange.get(gateway, CATEGORY + "?fields[Category]=Description,S_CheckSum"));

            Exchange without = describe(gateway, "'none'", "");
            assertThat(without.status()).isEqualTo(200);
            assertThat(describe(gateway, "'null'", ",'S_CheckSum':null").status())
                    .as("null is no checksum")
                    .isEqualTo(200);
            Exchange wrong = describe(gateway, "'wrong'", ",'S_CheckSum':'" + NOT_A_CHECKSUM + "'");
            assertThat(wrong.status()).isEqualTo(409);
            assertThat(wrong.body().toString()).contains(SORRY);
            Exchange used = describe(gateway, "'used'", first);
            assertThat(used.status()).isEqualTo(409);
            assertThat(used.body().toString()).contains(SORRY);

            String current = checksum(Exchange.get(gateway, CATEGORY));
            Exchange right = describe(gateway, "'right'", current);
            assertThat(right.status()).isEqualTo(200);
            assertThat(checksum(right)).isNotEqualTo(current).isEqualTo(checksum(Exchange.get(gateway, CATEGORY)));
            assertThat(describe(gateway, "'used'", current).status()).isEqualTo(409);
            assertThat(Exchange.get(gateway, CATEGORY)
                            .at("/data/attributes/Description")
                            .asText())
                    .isEqualTo("right");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChecksumIsComparedBeforeTheValues(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            String current = checksum(Exchange.get(gateway, CATEGORY));
            Exchange stale = describe(gateway, "[1]", ",'S_CheckSum':'" + NOT_A_CHECKSUM + "'");
            assertThat(stale.status()).isEqualTo(409);
            assertThat(stale.body().toString()).contains(SORRY);
            Exchange invalid = describe(gateway, "[1]", current);
            assertThat(invalid.status()).isEqualTo(422);
            assertThat(invalid.at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/Description");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsMadeChangedAndDeletedByTheChecksumsThatTheAnswersHave(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            Exchange made = send(
                    gateway,
                    "POST",
                    "/api/Category/",
                    "{'data':{'type':'Category','attributes':{'Id':9,'CategoryName':'Seafood'}}}");
            assertThat(made.status()).isEqualTo(201);
            String address = "/api/Category/" + made.at("/data/id").asText() + "/";
            Exchange changed = send(
                    gateway,
                    "PATCH",
                    address,
                    "{'data':{'type':'Category','id':'9','attributes':{'CategoryName':'Fish'" + checksum(made) + "}}}");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(delete(gateway, address, checksum(made)).status()).isEqualTo(409);
            assertThat(delete(gateway, address, checksum(changed)).status()).isEqualTo(204);
            assertThat(Exchange.get(gateway, address).status()).isEqualTo(404);
        }
    }

    private static Exchange delete(TestGateway gateway, String address, String checksum) {
        return send(
                gateway,
                "DELETE",
                address,
                "{'data':{'type':'Category','id':'9','attributes':{" + checksum.substring(1) + "}}}");
    }

    @ParameterizedTest
    @EnumSource
    void ordersAreReadWithWhatTheyLeadToAndPagedByOffset(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            Exchange order = Exchange.get(
                    gateway,
                    "/api/Order/10/?include=Customer,Employee,OrderDetailList&fields[Order]=Freight,S_CheckSum,Customer,Employee,OrderDetailList"
                            + "&fields[Customer]=CompanyName");
            assertThat(order.status()).isEqualTo(200);
            assertThat(order.at("/data/attributes/Freight").decimalValue()).isEqualByComparingTo("29.46");
            assertThat(order.at("/included")).hasSize(4);
            assertThat(checksum(order)).isEqualTo(checksum(Exchange.get(gateway, "/api/Order/10")));

            List<String> ids = new ArrayList<>();
            for (int offset = 0; offset < 3; offset++) {
                JsonNode page = Exchange.get(
                                gateway, "/api/OrderDetail/?page[limit]=1&page[offset]=" + offset + "&sort=Id")
                        .body();
                ids.addAll(Northwind.ids(page.path("data")));
                assertThat(page.at("/meta/total").asInt()).isEqualTo(3);
                assertThat(page.at("/meta/limit").asInt()).isEqualTo(1);
            }
            assertThat(ids).containsExactly("100", "101", "102");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdJoinedWithoutEscapesIsTaken(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine)) {
            gateway.sql("insert into \"Location\" values ('Austria', 'Graz', null)");
            Exchange location = Exchange.get(gateway, "/api/Location/Austria_Graz/");
            assertThat(location.status()).isEqualTo(200);
            Exchange changed = send(
                    gateway,
                    "PATCH",
                    "/api/Location/Austria_Graz/",
                    "{'data':{'type':'Location','id':'Austria_Graz','attributes':{'notes':'on the Mur'"
                            + checksum(location) + "}}}");
            assertThat(changed.status()).isEqualTo(200);
        }
    }
}
