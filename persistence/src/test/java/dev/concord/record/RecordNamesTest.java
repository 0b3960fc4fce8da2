package dev.concord.record;

import static dev.concord.record.RecordNames.FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordNamesTest {
    private static final Table CUSTOMER = table("code", "name", "city");

    @Test
    void aRecordIsNamedByItsFirstTextThatIsNotBlankAndIsNotItsKey() {
        Row row = row("c-17", " ", "London");
        assertThat(name(FOUND, CUSTOMER, row)).contains("London");
        assertThat(name(FOUND, CUSTOMER, row.with("name", Value.of(" Ada\nLovelace"))))
                .contains("Ada");
        assertThat(name(FOUND, CUSTOMER, row("c-17", "", "\n"))).isEmpty();
        assertThat(name(FOUND, CUSTOMER, row("c-17", "", "").with("name", Value.ofNull())))
                .isEmpty();
    }

    @Test
    void aNameThatIsNotValidTextIsShownWithItsBytesMarked() {
        Value malformed = new Value.Malformed(Bytes.of(new byte[] {'J', (byte) 0xF6, 'r', 'g'}));
        assertThat(name(FOUND, CUSTOMER, Row.of("name", malformed))).contains("J\\xF6rg");
    }

    @Test
    void aNumberIsNoNameAndNeitherIsATextOfALaterColumn() {
        assertThat(name(FOUND, CUSTOMER, Row.of("name", Value.of(7)))).isEmpty();
        Table wide = table("id", "a", "b", "c", "d", "remark");
        assertThat(FOUND.columns(wide)).extracting(Column::name).containsExactly("a", "b", "c", "d");
        assertThat(name(FOUND, wide, Row.of("remark", Value.of("called twice"))))
                .isEmpty();
    }

    @Test
    void aColumnThatIsCalledANameOrATitleComesBeforeOtherTexts() {
        assertThat(columns("t", "id", "code", "remark", "NAME")).containsExactly("NAME", "code", "remark");
        assertThat(columns("t", "id", "contact_name", "title", "name")).startsWith("name", "title", "contact_name");
        assertThat(columns("Categories", "id", "note", "CategoryName")).startsWith("CategoryName");
        assertThat(columns("film", "id", "a", "b", "c", "d", "film_title")).startsWith("film_title", "a");
        assertThat(columns("order", "id", "Status", "ship_to")).containsExactly("ship_to", "Status");
        assertThat(columns("users", "id", "first_name", "last_name", "nickname"))
                .containsExactly("last_name", "first_name", "nickname");
        assertThat(columns("Employee", "Id", "Title", "FirstName", "LastName"))
                .as("the title of a post")
                .startsWith("LastName");
        assertThat(columns("Customer", "Id", "City", "ContactTitle", "CompanyName"))
                .startsWith("CompanyName");
        assertThat(columns("Order", "Id", "OrderDate", "ShipTime", "ShipName")).startsWith("ShipName");
    }

    @Test
    void aTextThatRefersToAnotherTableIsNoName() {
        Table customer = new Table(
                CUSTOMER.id(),
                Table.Type.TABLE,
                CUSTOMER.columns(),
                CUSTOMER.primaryKey(),
                List.of(),
                List.of(new ForeignKey("", List.of("name"), new TableId("", "person"), List.of("id"))),
                List.of(),
                true,
                "");
        assertThat(FOUND.columns(customer)).extracting(Column::name).containsExactly("city");
    }

    @Test
    void withoutAKeyEveryTextMayBeTheName() {
        Table loose = new Table(
                CUSTOMER.id(),
                Table.Type.TABLE,
                CUSTOMER.columns(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        assertThat(name(FOUND, loose, row("c-17", "", ""))).contains("c-17");
    }

    @Test
    void whatWasChosenComesFirst() {
        RecordNames chosen = FOUND.with(CUSTOMER.id(), Optional.of("city"));
        Row row = row("c-17", "Ada", "London");
        assertThat(chosen.columns(CUSTOMER)).extracting(Column::name).containsExactly("city", "name");
        assertThat(name(chosen, CUSTOMER, row)).contains("London");
        assertThat(name(chosen, CUSTOMER, row.with("city", Value.of(" ")))).contains("Ada");
        assertThat(name(FOUND.with(CUSTOMER.id(), Optional.of("code")), CUSTOMER, row))
                .as("a key that is the name")
                .contains("c-17");
        assertThat(chosen.with(CUSTOMER.id(), Optional.empty())).isEqualTo(FOUND);
        assertThat(name(FOUND.with(CUSTOMER.id(), Optional.of("street")), CUSTOMER, row))
                .as("a column that is no longer there")
                .contains("Ada");
    }

    @Test
    void aNameStandsAloneWhereItsColumnIsCalledSoOrWasChosen() {
        Row row = row("c-17", "Ada", "London");
        assertThat(alone(FOUND, CUSTOMER, row)).isTrue();
        assertThat(alone(FOUND, CUSTOMER, row.with("name", Value.ofNull())))
                .as("only the city is left")
                .isFalse();
        assertThat(alone(FOUND.with(CUSTOMER.id(), Optional.of("city")), CUSTOMER, row))
                .isTrue();
        assertThat(alone(FOUND, CUSTOMER, Row.of("code", Value.of("c-17")))).isFalse();
        Table people = table(new TableId("", "people"), "id", "first_name", "last_name");
        assertThat(alone(FOUND, people, Row.of("last_name", Value.of("Nowak"))))
                .as("many are called so")
                .isFalse();
    }

    /** A surrogate pair is one character. */
    @Test
    void aLongNameEndsInAnEllipsis() {
        String fits = "𝄞".repeat(RecordNames.LONGEST);
        assertThat(name(FOUND, CUSTOMER, Row.of("name", Value.of(fits)))).contains(fits);
        assertThat(name(FOUND, CUSTOMER, Row.of("name", Value.of(fits + "a")))).contains(fits + "…");
        String spaced = "a".repeat(RecordNames.LONGEST - 1) + " b";
        assertThat(name(FOUND, CUSTOMER, Row.of("name", Value.of(spaced))))
                .contains("a".repeat(RecordNames.LONGEST - 1) + "…");
    }

    private static Optional<String> name(RecordNames names, Table table, Row row) {
        return names.of(table, row).map(RecordNames.Named::text);
    }

    private static boolean alone(RecordNames names, Table table, Row row) {
        return names.of(table, row).filter(RecordNames.Named::alone).isPresent();
    }

    private static Row row(String code, String name, String city) {
        return Row.of("code", Value.of(code)).with("name", Value.of(name)).with("city", Value.of(city));
    }

    private static List<String> columns(String table, String key, String... texts) {
        return FOUND.columns(table(new TableId("", table), key, texts)).stream()
                .map(Column::name)
                .toList();
    }

    private static Table table(String key, String... texts) {
        return table(new TableId("", "t"), key, texts);
    }

    private static Table table(TableId id, String key, String... texts) {
        List<Column> columns = new ArrayList<>(List.of(column(key)));
        for (String text : texts) {
            columns.add(column(text));
        }
        return new Table(
                id,
                Table.Type.TABLE,
                columns,
                Optional.of(new Key("pk", List.of(key), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
    }

    private static Column column(String name) {
        return new Column(
                name, "varchar", ValueKind.TEXT, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
