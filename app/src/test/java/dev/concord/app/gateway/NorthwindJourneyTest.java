package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.LogicServerClient.Reply;
import dev.concord.app.gateway.read.Northwind;
import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.app.gateway.resource.AliasLine.Kind;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a {@linkplain LogicServerClient client} does that was written for API Logic Server and its sample database, in which the table and a
 * column of categories have other names than over HTTP. Over sockets, on every database, in every mode.
 */
class NorthwindJourneyTest {
    private static final String SORRY = "Sorry, row altered by another user";
    private static final String NOT_A_CHECKSUM = "0".repeat(64);
    private static final List<AliasLine> ALIASES = List.of(
            new AliasLine("type", Kind.TYPE, "CategoryTableNameTest", "Category"),
            new AliasLine(
                    "attribute", Kind.ATTRIBUTE, "CategoryTableNameTest.CategoryName_ColumnName", "CategoryName"));

    /** A row to be changed and one to be made. */
    private record Subject(String type, String id, String attribute, Map<String, ?> made) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("Category", "1", "Description", Map.of("Id", 9, "CategoryName", "Seafood")),
            new Subject(
                    "Order",
                    "10",
                    "ShipName",
                    Map.of("Id", 99, "CustomerId", "ANATR", "EmployeeId", 3, "Freight", 1.5)));

    static Stream<Arguments> everyModeOnEveryDatabase() {
        return Arrays.stream(Engine.values())
                .flatMap(engine -> Arrays.stream(LockingMode.values()).map(mode -> Arguments.of(engine, mode)));
    }

    private static TestGateway serve(Engine engine, LockingMode mode) throws IOException {
        String[] tables = Arrays.stream(Northwind.tables())
                .map(sql -> sql.replace("\"Category\"", "\"CategoryTableNameTest\"")
                        .replace("\"CategoryName\"", "\"CategoryName_ColumnName\""))
                .toArray(String[]::new);
        return new TestGateway(
                GatewayOptions.local(0),
                engine.freshDatabase(),
                new Policies(TablePolicy.DEFAULT.withMode(mode), Map.of()),
                ALIASES,
                tables);
    }

    @ParameterizedTest
    @MethodSource("everyModeOnEveryDatabase")
    void rowsAreReadPatchedMadeChainedAndDeleted(Engine engine, LockingMode mode) throws IOException {
        try (TestGateway gateway = serve(engine, mode);
                LogicServerClient client = new LogicServerClient(gateway.address())) {
            for (Subject subject : SUBJECTS) {
                patched(client, subject, mode);
                chained(client, subject, mode);
            }
        }
    }

    private static void patched(LogicServerClient client, Subject subject, LockingMode mode) {
        boolean checked = mode != LockingMode.IGNORED;
        String fields = "fields[" + subject.type() + "]=" + subject.attribute() + ",S_CheckSum";
        String first = client.get(subject.type(), subject.id()).expecting(200).checksum();
        Reply sparse = client.get(subject.type(), subject.id(), fields).expecting(200);
        assertThat(sparse.document().at("/data/attributes")).hasSize(checked ? 2 : 1);
        assertThat(sparse.checksum()).isEqualTo(first).matches(checked ? "[0-9a-f]{64}" : "");

        int without = mode == LockingMode.REQUIRED ? 428 : 200;
        patch(client, subject, "none", Map.of()).expecting(without);
        int stale = checked ? 409 : 200;
        Reply wrong = patch(client, subject, "wrong", Map.of("S_CheckSum", NOT_A_CHECKSUM))
                .expecting(stale);
        assertThat(wrong.message()).isEqualTo(checked ? SORRY : "");
        String current = client.get(subject.type(), subject.id()).checksum();
        Reply right = patch(client, subject, "right", LogicServerClient.with(current, Map.of()))
                .expecting(200);
        patch(client, subject, "used", LogicServerClient.with(current, Map.of()))
                .expecting(stale);
        assertThat(client.get(subject.type(), subject.id())
                        .attribute(subject.attribute())
                        .asText())
                .isEqualTo(checked ? "right" : "used");
        if (checked) {
            assertThat(right.checksum()).isNotEqualTo(current).isNotEqualTo(first);
            assertThat(client.get(subject.type(), subject.id(), fields).checksum())
                    .isEqualTo(right.checksum());
        }
        // The lock is looked at before the values.
        Map<String, Object> invalid = Map.of(subject.attribute(), List.of(1), "S_CheckSum", NOT_A_CHECKSUM);
        client.patch(subject.type(), subject.id(), invalid).expecting(checked ? 409 : 422);
        client.patch(
                        subject.type(),
                        subject.id(),
                        LogicServerClient.with(right.checksum(), Map.of(subject.attribute(), List.of(1))))
                .expecting(422);
    }

    private static Reply patch(LogicServerClient client, Subject subject, String value, Map<String, ?> more) {
        Map<String, Object> attributes = LogicServerClient.with("", more);
        attributes.put(subject.attribute(), value);
        return client.patch(subject.type(), subject.id(), attributes);
    }

    private static void chained(LogicServerClient client, Subject subject, LockingMode mode) {
        boolean checked = mode != LockingMode.IGNORED;
        Reply made = client.post(subject.type(), subject.made()).expecting(201);
        String used = made.checksum();
        Subject row = new Subject(subject.type(), made.id(), subject.attribute(), Map.of());
        Reply last = made;
        for (String value : List.of("one", "two", "three")) {
            last = patch(client, row, value, LogicServerClient.with(last.checksum(), Map.of()))
                    .expecting(200);
            assertThat(last.attribute(row.attribute()).asText()).isEqualTo(value);
        }
        if (checked) {
            assertThat(client.delete(row.type(), row.id(), used).expecting(409).message())
                    .isEqualTo(SORRY);
            if (mode == LockingMode.REQUIRED) {
                client.delete(row.type(), row.id()).expecting(428);
            }
            client.delete(row.type(), row.id(), last.checksum()).expecting(204);
        } else {
            client.delete(row.type(), row.id()).expecting(204);
        }
        client.get(row.type(), row.id()).expecting(404);
    }

    @ParameterizedTest
    @EnumSource
    void ordersAreReadWithWhatTheyLeadToAndInPagesByOffset(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine, LockingMode.OPTIONAL);
                LogicServerClient client = new LogicServerClient(gateway.address())) {
            JsonNode order = client.get(
                            "Order",
                            "10",
                            "include=Customer,Employee,OrderDetailList",
                            "fields[Order]=Freight,S_CheckSum,Customer,Employee,OrderDetailList",
                            "fields[Customer]=CompanyName")
                    .expecting(200)
                    .document();
            assertThat(order.at("/data/attributes/Freight").decimalValue()).isEqualByComparingTo("29.46");
            assertThat(order.path("included")).hasSize(4);
            JsonNode product = client.get("Product", "1", "include=Category", "fields[Category]=CategoryName")
                    .expecting(200)
                    .document();
            assertThat(product.at("/included/0/type").asText()).isEqualTo("Category");
            assertThat(product.at("/included/0/attributes").toString()).isEqualTo("{\"CategoryName\":\"Beverages\"}");
            JsonNode category = client.get("Category", "1", "include=ProductList", "fields[Product]=ProductName")
                    .expecting(200)
                    .document();
            assertThat(category.path("included").findValuesAsText("ProductName"))
                    .containsExactly("Chai", "Chang");

            assertThat(client.all("OrderDetail", 2, "sort=Id")).hasSize(3);
            assertThat(client.all("Category", 1, "sort=-CategoryName", "filter[CategoryName]=e"))
                    .extracting(row -> row.at("/attributes/CategoryName").asText())
                    .containsExactly("Condiments", "Beverages");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdJoinedWithoutEscapesIsTaken(Engine engine) throws IOException {
        try (TestGateway gateway = serve(engine, LockingMode.REQUIRED);
                LogicServerClient client = new LogicServerClient(gateway.address())) {
            client.post("Location", Map.of("country", "Austria", "city", "Graz am Berg"))
                    .expecting(201);
            Reply read = client.get("Location", "Austria_Graz am Berg").expecting(200);
            assertThat(read.id()).isEqualTo("Austria_Graz am Berg");

            Map<String, Object> notes = LogicServerClient.with(read.checksum(), Map.of("notes", "on the Mur"));
            Reply changed =
                    client.patch("Location", "Austria_Graz am Berg", notes).expecting(200);

            client.delete("Location", "Austria_Graz am Berg", read.checksum()).expecting(409);
            client.delete("Location", "Austria_Graz am Berg", changed.checksum())
                    .expecting(204);
        }
    }
}
