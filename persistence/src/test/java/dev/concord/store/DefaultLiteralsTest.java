package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.TableAccess;
import dev.concord.sql.Transactions;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Defaults whose texts look like the rest of a statement. */
@LockingContract
class DefaultLiteralsTest {
    private static final List<String> TEXTS = List.of(
            "it's",
            "''",
            "a, b, (c)",
            "') on update now(); --",
            "x on update y",
            "b::text",
            "cast('a' as int)",
            "\"quoted\" and `marked`",
            "/* no comment",
            "{ts '1'} ? :name",
            "");

    @OnEveryEngine
    void theValueOfADefaultIsReadWhole(Engine engine) {
        try (Shop shop = new Shop(engine, table())) {
            Table table = shop.table("d");
            Transactions transactions = new Transactions(shop.database());
            TableAccess access = new TableAccess(table, TableGuard.of(TablePolicy.DEFAULT, table), transactions);
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < TEXTS.size(); i++) {
                Column column = access.sql().column("c" + i);
                values.add(transactions.read(transaction -> transaction
                        .rows(access.statements().defaultValue(column).orElseThrow(), new BoundParameters())
                        .first()
                        .orElseThrow()
                        .get(column.name())));
            }
            assertThat(values).isEqualTo(TEXTS.stream().map(Value::of).toList());
        }
    }

    @OnEveryEngine
    void aNewRowHasItsDefaultsAndIsFoundByAKeyThatIsOne(Engine engine) {
        try (Shop shop = new Shop(engine, table())) {
            Row made = shop.inserted(Draft.newRow(shop.id("d")).with("n", Value.of(1)))
                    .row();
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(made.get("c" + i)).isEqualTo(Value.of(TEXTS.get(i)));
            }
            assertThat(shop.store().find(shop.key("d", made.only(List.of("id")))))
                    .hasValueSatisfying(found -> assertThat(found.row()).isEqualTo(made));
        }
    }

    private static String table() {
        return IntStream.range(0, TEXTS.size())
                .mapToObj(i ->
                        ", \"c" + i + "\" varchar(100) default '" + TEXTS.get(i).replace("'", "''") + "'")
                .reduce(
                        "create table \"d\" (\"id\" varchar(100) default 'it''s (a), b::text on update c' primary key,"
                                + " \"n\" integer",
                        String::concat)
                .concat(")");
    }
}
