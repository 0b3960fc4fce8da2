package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Defaults are shown as values, whatever the database makes of the SQL they were declared with. */
class DefaultTextTest {
    private final DefaultText german = new DefaultText(Texts.of(Locale.UK, Locale.GERMANY));

    @OnEveryEngine
    void aDefaultIsShownAsTheValueThatItGives(Engine engine) {
        Map<String, String> declared = new LinkedHashMap<>();
        declared.put("char(3) default 'EUR' not null", "EUR");
        declared.put("varchar(20) default 'it''s (new)'", "it's (new)");
        declared.put("varchar(20) default ''", "empty text");
        declared.put("decimal(8,2) default 1500.5", engine == Engine.SQLITE ? "1500,5" : "1500,50");
        declared.put("integer default -3", "-3");
        declared.put("timestamp default current_timestamp", "now");
        if (engine != Engine.SQLITE) {
            declared.put("boolean default true", "Yes");
            declared.put("date default '2026-05-29'", "29.05.2026");
            declared.put("time default '14:05'", "14:05:00");
            declared.put("double precision default 0.25", "0,25");
            declared.put("uuid default " + uuid(engine), "a new UUID");
            declared.put("date default " + (engine == Engine.MARIADB ? "(current_date)" : "current_date"), "today");
        }
        List<String> types = List.copyOf(declared.keySet());
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add("\"c" + i + "\" " + types.get(i));
        }
        try (Shop shop = new Shop(
                engine,
                "create table \"new\" (\"id\" int not null primary key, " + String.join(", ", columns)
                        + ", \"none\" int default null, \"sum\" int default (1 + abs(-2)))")) {
            Table table = shop.table("new");
            for (int i = 0; i < types.size(); i++) {
                assertThat(german.of(column(table, "c" + i)))
                        .as("%s in %s", types.get(i), engine)
                        .contains(declared.get(types.get(i)));
            }
            assertThat(german.of(column(table, "none"))).isEmpty();
            // What is computed is not a value, and stays as the database writes it.
            assertThat(german.of(column(table, "sum")).orElse("3")).containsAnyOf("abs", "ABS", "3");
        }
    }

    private static String uuid(Engine engine) {
        return switch (engine) {
            case H2 -> "random_uuid()";
            case POSTGRESQL -> "gen_random_uuid()";
            default -> "uuid()";
        };
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }
}
