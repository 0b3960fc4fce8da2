package dev.concord.app.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.DocumentRules;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Headers;
import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Aliases;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.store.RecordStore;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A gateway's reads over a fresh database of one engine, with tables as traders have: customers, who order products, of categories, from
 * employees, who report to each other, and are sent them to locations, whose key has two columns.
 */
public final class Northwind implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Shop shop;
    private final RecordStore store;
    private final ReadHandler handler;

    /** Makes the tables with a few rows in each. */
    public Northwind(Engine engine) {
        this(engine, PageLimits.DEFAULT);
    }

    /** Makes the tables, read with other limits. */
    public Northwind(Engine engine, PageLimits limits) {
        this(engine, limits, _ -> true);
    }

    /** Makes the tables, of which the client sees some. */
    public Northwind(Engine engine, PageLimits limits, Predicate<TableId> seen) {
        this.shop = new Shop(engine, tables());
        this.store = shop.store();
        this.handler = new ReadHandler(store, ResourceTypes.of(store, seen, Aliases.NONE), limits);
    }

    /** Returns the statements that make the tables and their rows, with names in double quotes. */
    public static String[] tables() {
        List<String> sql = new ArrayList<>(List.of(
                "create table \"Category\" (\"Id\" integer not null primary key, \"CategoryName\" varchar(40), \"Description\" varchar(4000))",
                """
                create table "Product" ("Id" integer not null primary key, "ProductName" varchar(40) not null,
                  "CategoryId" integer not null, "UnitPrice" numeric(10, 2), "Added" date,
                  foreign key ("CategoryId") references "Category" ("Id"))""",
                "create table \"Customer\" (\"Id\" varchar(10) not null primary key, \"CompanyName\" varchar(40))",
                """
                create table "Employee" ("Id" integer not null primary key, "LastName" varchar(40), "ReportsTo" integer,
                  foreign key ("ReportsTo") references "Employee" ("Id"))""",
                """
                create table "Location" ("country" varchar(20) not null, "city" varchar(20) not null, "notes" varchar(40),
                  primary key ("country", "city"))""",
                """
                create table "Order" ("Id" integer not null primary key, "CustomerId" varchar(10) not null,
                  "EmployeeId" integer not null, "Country" varchar(20), "City" varchar(20), "Freight" numeric(10, 2),
                  "ShipName" varchar(40),
                  foreign key ("CustomerId") references "Customer" ("Id"),
                  foreign key ("EmployeeId") references "Employee" ("Id"),
                  foreign key ("Country", "City") references "Location" ("country", "city"))""",
                """
                create table "OrderDetail" ("Id" integer not null primary key, "OrderId" integer not null,
                  "ProductId" integer not null, "Quantity" integer not null,
                  foreign key ("OrderId") references "Order" ("Id"),
                  foreign key ("ProductId") references "Product" ("Id"))""",
                "insert into \"Category\" values (1, 'Beverages', 'Soft drinks, coffees, teas')",
                "insert into \"Category\" values (2, 'Condiments', null)",
                "insert into \"Product\" values (1, 'Chai', 1, 18.00, '2026-01-05')",
                "insert into \"Product\" values (2, 'Chang', 1, 19.50, '2026-02-05')",
                "insert into \"Product\" values (3, 'Aniseed Syrup', 2, 10.00, null)",
                "insert into \"Customer\" values ('ALFKI', 'Alfreds Futterkiste')",
                "insert into \"Customer\" values ('ANATR', 'Ana Trujillo')",
                "insert into \"Employee\" values (1, 'Fuller', null)",
                "insert into \"Employee\" values (2, 'Davolio', 1)",
                "insert into \"Employee\" values (3, 'Peacock', 2)",
                "insert into \"Location\" values ('Germany', 'Bad_Ems', 'by the Lahn')",
                "insert into \"Order\" values (10, 'ALFKI', 2, 'Germany', 'Bad_Ems', 29.46, 'Alfreds')",
                "insert into \"Order\" values (11, 'ANATR', 2, null, null, 0, null)",
                "insert into \"OrderDetail\" values (100, 10, 1, 5)",
                "insert into \"OrderDetail\" values (101, 10, 2, 6)",
                "insert into \"OrderDetail\" values (102, 11, 1, 7)"));
        return sql.toArray(String[]::new);
    }

    /** Returns the store the gateway reads from. */
    public RecordStore store() {
        return store;
    }

    /** Returns the database, to be asked by plain JDBC. */
    public Database database() {
        return shop.database();
    }

    /** Runs statements with names in double quotes. */
    public void sql(String... statements) {
        shop.sql(statements);
    }

    /** Asks for an address, with its parameters as they are in a browser's address bar or escaped. */
    public Answer get(String address, String... headers) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(1).split("/", 0)) {
            segments.add(decoded(segment));
        }
        return get(segments, query < 0 ? "" : address.substring(query + 1), headers);
    }

    private Answer get(List<String> path, String query, String... headers) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.add(decoded(parts[0]));
            parameters.add(parts.length < 2 ? "" : decoded(parts[1]));
        }
        Request request = new Request(
                "GET",
                path,
                Parameters.of(parameters.toArray(String[]::new)),
                Headers.of(headers),
                new byte[0],
                "http://localhost:5656");
        return checked(answer(request));
    }

    private Answer answer(Request request) {
        try {
            return handler.answer(request);
        } catch (RequestRefused refused) {
            return Answers.errors(refused.errors());
        }
    }

    /** Every document in memory is as JSON:API wants it; what is streamed can be read once only, and is checked where it is read. */
    private static Answer checked(Answer answer) {
        if (answer.content() instanceof Content.Bytes) {
            json(answer);
        }
        return answer;
    }

    /** Asks for the address of a link. */
    public Answer follow(JsonNode link) {
        return get(link.asText().substring("http://localhost:5656".length()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns the document of an address that is there. */
    public JsonNode document(String address) {
        Answer answer = get(address);
        if (answer.status() != 200) {
            throw new AssertionError(address + ": " + answer.status() + " " + json(answer));
        }
        return json(answer);
    }

    /** Returns an answer's document, streamed or not, which is as JSON:API wants it. */
    public static JsonNode json(Answer answer) {
        JsonNode document = read(answer);
        if (!document.isMissingNode() && !document.has("openapi")) {
            assertThat(DocumentRules.broken(document)).as(document.toString()).isEmpty();
        }
        return document;
    }

    private static JsonNode read(Answer answer) {
        try {
            return switch (answer.content()) {
                case Content.Nothing _ -> JSON.missingNode();
                case Content.Bytes(byte[] bytes) -> JSON.readTree(bytes);
                case Content.Streamed(Content.Writer writer) -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    writer.writeTo(out);
                    yield JSON.readTree(out.toByteArray());
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the ids of a document's data or included resources. */
    public static List<String> ids(JsonNode resources) {
        List<String> ids = new ArrayList<>();
        resources.forEach(resource -> ids.add(resource.path("id").asText()));
        return ids;
    }

    @Override
    public void close() {
        shop.close();
    }
}
