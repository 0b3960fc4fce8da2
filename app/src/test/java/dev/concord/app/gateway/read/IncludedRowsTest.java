package dev.concord.app.gateway.read;

import static dev.concord.app.gateway.read.Northwind.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.testing.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows related to a page of many rows. */
class IncludedRowsTest {
    private static final int ORDERS = 150;

    @Test
    void manyRowsNeedNoQueryEach() throws SQLException {
        try (Northwind shop = new Northwind(Engine.H2)) {
            orders(shop);
            shop.document(PAGE);
            long before = statements(shop);
            shop.document(PAGE);
            assertThat(statements(shop) - before)
                    .as("two queries for %s details and 3 products, one for 2 customers and the page", 2 * ORDERS)
                    .isBetween(5L, 30L);
        }
    }

    private static final String PAGE =
            "/api/Order?filter[Id]=>=1000&page[limit]=1000&include=OrderDetailList.Product,Customer,Location";

    private static void orders(Northwind shop) {
        List<String> orders = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (int n = 1000; n < 1000 + ORDERS; n++) {
            String place = n % 3 == 0 ? "null, null" : n % 3 == 1 ? "'Germany', 'Bad_Ems'" : "'Germany', 'Berlin'";
            orders.add("(" + n + ", '" + (n % 2 == 0 ? "ALFKI" : "ANATR") + "', 2, " + place + ", 1, null)");
            details.add("(" + n + ", " + n + ", " + (1 + n % 3) + ", 1)");
            details.add("(" + (n + 5000) + ", " + n + ", " + (1 + (n + 1) % 3) + ", 1)");
        }
        shop.sql(
                "insert into \"Location\" values ('Germany', 'Berlin', null), ('Berlin', 'Germany', 'not asked for')",
                "insert into \"Order\" values " + String.join(", ", orders),
                "insert into \"OrderDetail\" values " + String.join(", ", details));
    }

    private static long statements(Northwind shop) throws SQLException {
        try (Connection connection = shop.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set query_statistics true");
            statement.execute("set query_statistics_max_entries 1000");
            try (ResultSet sum = statement.executeQuery(
                    "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                            + " where sql_statement not like '%QUERY_STATISTICS%' and sql_statement not like '%query_statistics%'")) {
                sum.next();
                return sum.getLong(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyRowsIncludeWhatEachOfThemLeadsTo(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            orders(shop);
            JsonNode document = shop.document(PAGE);
            assertThat(document.path("data")).hasSize(ORDERS);
            for (JsonNode order : document.path("data")) {
                int id = order.path("id").asInt();
                assertThat(ids(order.at("/relationships/OrderDetailList/data")))
                        .containsExactly("" + id, "" + (id + 5000));
                assertThat(order.at("/relationships/Customer/data/id").asText())
                        .isEqualTo(id % 2 == 0 ? "ALFKI" : "ANATR");
                assertThat(order.at("/relationships/Location/data/id").asText())
                        .isEqualTo(id % 3 == 0 ? "" : id % 3 == 1 ? "Germany_Bad~1Ems" : "Germany_Berlin");
            }
            assertThat(ids(document.path("included"))).hasSize(2 * ORDERS + 3 + 2 + 2);
            JsonNode places = shop.document("/api/Location?include=OrderList");
            for (JsonNode place : places.path("data")) {
                assertThat(place.at("/relationships/OrderList/data"))
                        .as(place.path("id").asText())
                        .hasSize(
                                switch (place.path("id").asText()) {
                                    case "Germany_Bad~1Ems" -> ORDERS / 3 + 1;
                                    case "Germany_Berlin" -> ORDERS / 3;
                                    default -> 0;
                                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreFoundThatTheDatabaseTakesForTheSameThoughTheyAreSpelledDifferently(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            shop.sql(CaselessText.statements(engine));
            String text = CaselessText.type(engine);
            shop.sql(
                    "create table \"Part\" (\"code\" " + text + " not null primary key, \"short\" " + text
                            + " not null unique)",
                    "create table \"Piece\" (\"id\" integer not null primary key, \"code\" " + text + ", \"short\" "
                            + text
                            + ", foreign key (\"code\") references \"Part\" (\"code\")"
                            + ", foreign key (\"short\") references \"Part\" (\"short\"))",
                    "insert into \"Part\" values ('ABC', 'a'), ('DEF', 'd'), ('GHI', 'g')",
                    "insert into \"Piece\" values (1, 'ABC', 'a'), (2, 'abc', 'A'), (3, 'def', 'D'), (4, null, null)");
            JsonNode parts = shop.document("/api/Part?include=PieceList-by-code,PieceList-by-short&sort=code")
                    .path("data");
            for (String of : List.of("code", "short")) {
                assertThat(IntStream.range(0, 3)
                                .mapToObj(i -> ids(parts.at("/" + i + "/relationships/PieceList-by-" + of + "/data"))))
                        .containsExactly(List.of("1", "2"), List.of("3"), List.of());
            }
            JsonNode pieces = shop.document("/api/Piece?include=Part-by-code,Part-by-short")
                    .path("data");
            for (String of : List.of("code", "short")) {
                assertThat(IntStream.range(0, 4)
                                .mapToObj(i -> pieces.at("/" + i + "/relationships/Part-by-" + of + "/data/id")
                                        .asText()))
                        .as(of)
                        .containsExactly("ABC", "ABC", "DEF", "");
            }
        }
    }
}
