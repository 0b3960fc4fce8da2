package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers out of the range of their column, and texts that are too long for it, are said before they are saved. */
class LimitTextTest {
    private final ValueText values = new ValueText(Texts.of(Locale.UK));

    private static final List<String> NUMBERS = List.of(
            "-2147483649",
            "-2147483648",
            "-32769",
            "-32768",
            "-1000",
            "-999.99",
            "-129",
            "-128",
            "-1",
            "0",
            "127",
            "128",
            "255",
            "256",
            "999.99",
            "1000",
            "32767",
            "32768",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808");

    @OnEveryEngine
    void whatIsRefusedWhenItIsTypedIsWhatTheDatabaseRefuses(Engine engine) {
        List<String> types =
                new ArrayList<>(List.of("smallint", "integer", "bigint", "decimal(5,2)", "varchar(3)", "char(3)"));
        types.addAll(
                switch (engine) {
                    case H2 -> List.of("tinyint", "decfloat(3)");
                    case POSTGRESQL -> List.of("numeric");
                    case MARIADB ->
                        List.of("tinyint", "tinyint unsigned", "smallint unsigned", "int unsigned", "mediumint");
                    default -> List.of("tinyint");
                });
        String columns = "";
        for (int i = 0; i < types.size(); i++) {
            columns += ", \"c" + i + "\" " + types.get(i);
        }
        try (Shop shop = new Shop(engine, "create table \"limits\" (\"id\" int not null primary key" + columns + ")")) {
            Table table = shop.table("limits");
            int id = 0;
            for (int i = 0; i < types.size(); i++) {
                Column column = table.column("c" + i).orElseThrow();
                List<String> texts = column.kind() == ValueKind.TEXT ? List.of("abc", "abcd", "öäü", "abc  ") : NUMBERS;
                for (String typed : texts) {
                    if (values.read(typed, column) instanceof Parsed.Read(Value value)) {
                        Draft draft = Draft.newRow(table.id())
                                .with("id", Value.of(++id))
                                .with(column.name(), value);
                        boolean taken = shop.store().insert(draft) instanceof Outcome.Saved;
                        boolean blanks = typed.endsWith(" ");
                        if (!blanks) {
                            assertThat(values.parse(typed, column) instanceof Parsed.Read)
                                    .as("%s %s in %s", engine, typed, types.get(i))
                                    .isEqualTo(taken);
                        } else if (taken) {
                            assertThat(values.parse(typed, column)).isInstanceOf(Parsed.Read.class);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theSentenceSaysWhatIsAllowed() {
        assertThat(sentence("70000", column("smallint", ValueKind.INTEGER, 16, 0)))
                .isEqualTo("Must be from -32,768 to 32,767.");
        assertThat(sentence("1000", column("numeric", ValueKind.DECIMAL, 5, 2)))
                .isEqualTo("At most 3 digits before the point.");
        assertThat(sentence("1", column("numeric", ValueKind.DECIMAL, 2, 2))).isEqualTo("Must be less than 1.");
        assertThat(sentence("abcd", Columns.of("c", ValueKind.TEXT, 3, 0, true)))
                .isEqualTo("Longer than 3 characters.");
    }

    private static Column column(String type, ValueKind kind, int size, int scale) {
        return new Column("c", type, kind, size, scale, true, Optional.empty(), Generation.NONE, List.of(), "");
    }

    private String sentence(String typed, Column column) {
        return values.parse(typed, column) instanceof Parsed.Unreadable(String sentence) ? sentence : "";
    }
}
