package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordTitlesTest {
    private static final Table CUSTOMER = table("customer", Optional.of("id"), "name", "city");
    private static final Table ORDER = table("order_line", Optional.of("id"), "city");

    private RecordNames names = RecordNames.FOUND;
    private final RecordTitles titles = new RecordTitles(() -> names, Texts.of(Locale.UK));

    @Test
    void aRecordIsCalledByItsNameInsteadOfItsKey() {
        assertThat(titles.of(CUSTOMER, record(CUSTOMER, "17", "La Petite Tasse", "Lyon")))
                .isEqualTo("Customer La Petite Tasse");
    }

    @Test
    void withoutANameTheKeyIsBesideTheFirstText() {
        assertThat(titles.of(ORDER, record(ORDER, "17", "Lyon"))).isEqualTo("Order line 17 · Lyon");
        assertThat(titles.of(CUSTOMER, record(CUSTOMER, "17", " ", "Lyon")))
                .as("a name that was left blank")
                .isEqualTo("Customer 17 · Lyon");
        assertThat(titles.of(ORDER, record(ORDER, "17", ""))).isEqualTo("Order line 17");
    }

    @Test
    void whatAPersonChoseIsTheName() {
        names = names.with(ORDER.id(), Optional.of("city"));
        assertThat(titles.of(ORDER, record(ORDER, "17", "Lyon"))).isEqualTo("Order line Lyon");
    }

    @Test
    void aNewRecordIsCalledByItsTable() {
        assertThat(titles.of(ORDER, Draft.newRow(ORDER.id()))).isEqualTo("New Order line");
        assertThat(titles.of(CUSTOMER, Draft.of(record(CUSTOMER, "17", "Ada", "London"))))
                .isEqualTo("Customer Ada");
    }

    @Test
    void aRowThatIsNotKnownIsCalledByItsKey() {
        Snapshot ada = record(CUSTOMER, "17", "Ada", "London");
        assertThat(titles.of(ada.key(), Optional.of(CUSTOMER), Optional.of(ada.row())))
                .isEqualTo("Customer Ada");
        assertThat(titles.of(ada.key(), Optional.of(CUSTOMER), Optional.empty()))
                .isEqualTo("Customer 17");
        assertThat(titles.of(ada.key(), Optional.of(ORDER), Optional.of(ada.row())))
                .as("another table is shown by now")
                .isEqualTo("Customer 17");
    }

    @Test
    void aRowWithoutAKeyIsNotCalledByAllItsValues() {
        Table view = table("customer_view", Optional.empty(), "number", "city");
        Row row = Row.of("number", Value.of("17")).with("city", Value.of("Lyon"));
        assertThat(titles.of(view, new RecordKey(view.id(), row), row)).isEqualTo("Customer view 17");
        Row empty = Row.of("number", Value.ofNull());
        assertThat(titles.of(view, new RecordKey(view.id(), empty), empty)).isEqualTo("Customer view");
    }

    @Test
    void inAListOfOneTableItsNameIsLeftOut() {
        assertThat(titles.label(CUSTOMER, record(CUSTOMER, "17", "Ada", "London")))
                .isEqualTo("Ada");
        assertThat(titles.label(ORDER, record(ORDER, "17", "Lyon"))).isEqualTo("17 · Lyon");
    }

    private static Snapshot record(Table table, String id, String... texts) {
        Row key = Row.of("id", Value.of(id));
        Row row = key;
        for (int i = 0; i < texts.length; i++) {
            row = row.with(table.columns().get(i + 1).name(), Value.of(texts[i]));
        }
        return new Snapshot(new RecordKey(table.id(), key), row, Optional.empty(), Instant.EPOCH);
    }

    private static Table table(String name, Optional<String> key, String... texts) {
        List<Column> columns = Stream.concat(key.stream(), Arrays.stream(texts))
                .map(RecordTitlesTest::text)
                .toList();
        return new Table(
                new TableId("", name),
                Table.Type.TABLE,
                columns,
                key.map(column -> new Key("pk", List.of(column), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
    }

    private static Column text(String name) {
        return new Column(
                name, "varchar", ValueKind.TEXT, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
