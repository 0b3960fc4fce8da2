package dev.concord.app.gateway;

import static dev.concord.app.gateway.Exchange.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.DocumentRules;
import dev.concord.app.gateway.read.Northwind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of JSON:API's demands read: a gateway that serves orders, and a table with names that JSON:API does not allow. */
abstract class JsonApiExample {
    static final String ORDER = "/api/Order/10";
    static final String EVERYTHING = ORDER + "?include=Customer,Employee,Location,OrderDetailList.Product.Category";

    TestGateway gateway;

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

    /** Reads a document that is as JSON:API wants it. */
    Exchange read(String address, String... headers) {
        Exchange exchange = get(gateway, address, headers);
        assertThat(DocumentRules.broken(exchange.body())).as(address).isEmpty();
        return exchange;
    }

    static List<String> ids(JsonNode resources) {
        return Northwind.ids(resources);
    }
}
