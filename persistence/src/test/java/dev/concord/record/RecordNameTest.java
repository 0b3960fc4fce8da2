package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordNameTest {
    private static final Table CUSTOMER = table("code", "name", "city");

    @Test
    void aRecordIsNamedByItsFirstTextThatIsNotBlankAndIsNotItsKey() {
        Row row = row("c-17", " ", "London");
        assertThat(RecordName.of(CUSTOMER, row)).contains("London");
        assertThat(RecordName.of(CUSTOMER, row.with("name", Value.of(" Ada\nLovelace"))))
                .contains("Ada");
        assertThat(RecordName.of(CUSTOMER, row("c-17", "", "\n"))).isEmpty();
        assertThat(RecordName.of(CUSTOMER, row("c-17", "", "").with("name", Value.ofNull())))
                .isEmpty();
    }

    @Test
    void aNameThatIsNotValidTextIsShownWithItsBytesMarked() {
        Value malformed = new Value.Malformed(Bytes.of(new byte[] {'J', (byte) 0xF6, 'r', 'g'}));
        assertThat(RecordName.of(CUSTOMER, Row.of("name", malformed))).contains("J\\xF6rg");
    }

    @Test
    void aNumberIsNoNameAndNeitherIsATextOfALaterColumn() {
        assertThat(RecordName.of(CUSTOMER, Row.of("name", Value.of(7)))).isEmpty();
        Table wide = table("id", "a", "b", "c", "d", "remark");
        assertThat(RecordName.columns(wide)).extracting(Column::name).containsExactly("a", "b", "c", "d");
        assertThat(RecordName.of(wide, Row.of("remark", Value.of("called twice"))))
                .isEmpty();
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
        assertThat(RecordName.of(loose, row("c-17", "Ada", ""))).contains("c-17");
    }

    /** A surrogate pair is one character. */
    @Test
    void aLongNameEndsInAnEllipsis() {
        String fits = "𝄞".repeat(RecordName.LONGEST);
        assertThat(RecordName.of(CUSTOMER, Row.of("name", Value.of(fits)))).contains(fits);
        assertThat(RecordName.of(CUSTOMER, Row.of("name", Value.of(fits + "a"))))
                .contains(fits + "…");
        String spaced = "a".repeat(RecordName.LONGEST - 1) + " b";
        assertThat(RecordName.of(CUSTOMER, Row.of("name", Value.of(spaced))))
                .contains("a".repeat(RecordName.LONGEST - 1) + "…");
    }

    private static Row row(String code, String name, String city) {
        return Row.of("code", Value.of(code)).with("name", Value.of(name)).with("city", Value.of(city));
    }

    private static Table table(String key, String... texts) {
        List<Column> columns = new ArrayList<>(List.of(column(key)));
        for (String text : texts) {
            columns.add(column(text));
        }
        return new Table(
                new TableId("", "t"),
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
