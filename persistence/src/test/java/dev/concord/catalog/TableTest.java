package dev.concord.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table.ReadOnlyReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Key PRIMARY = new Key("pk", List.of("id"), true);
    private static final Key PAIR = new Key("uq_pair", List.of("code", "id"), false);
    private static final Key CODE = new Key("uq_code", List.of("code"), false);
    private static final Key NICKNAME = new Key("uq_nickname", List.of("nickname"), false);

    @Test
    void thePrimaryKeyNamesTheRow() {
        assertThat(table(Optional.of(PRIMARY), List.of(CODE), true).rowKey()).contains(PRIMARY);
    }

    @Test
    void withoutAPrimaryKeyTheShortestUniqueKeyWithoutNullsNamesTheRow() {
        assertThat(table(Optional.empty(), List.of(PAIR, NICKNAME, CODE), true).rowKey())
                .contains(CODE);
    }

    @Test
    void aNullableUniqueKeyNamesNoRow() {
        Table table = table(Optional.empty(), List.of(NICKNAME), true);
        assertThat(table.rowKey()).isEmpty();
        assertThat(table.readOnlyReason()).contains(ReadOnlyReason.NULLABLE_KEY);
    }

    @Test
    void withoutAnyKeyItIsReadOnly() {
        assertThat(table(Optional.empty(), List.of(), true).readOnlyReason()).contains(ReadOnlyReason.NO_KEY);
    }

    @Test
    void withoutTheRightToWriteItIsReadOnly() {
        assertThat(table(Optional.of(PRIMARY), List.of(), false).readOnlyReason())
                .contains(ReadOnlyReason.NOT_PERMITTED);
    }

    @Test
    void withKeyAndRightItCanBeEdited() {
        assertThat(table(Optional.of(PRIMARY), List.of(), true).readOnlyReason())
                .isEmpty();
    }

    @Test
    void aValueIsRequiredOnInsertOnlyWhenNobodyElseMakesIt() {
        assertThat(column("code", false).requiredOnInsert()).isTrue();
        assertThat(column("nickname", true).requiredOnInsert()).isFalse();
    }

    private static Table table(Optional<Key> primary, List<Key> unique, boolean writable) {
        return new Table(
                new TableId("s", "t"),
                Table.Type.TABLE,
                List.of(column("id", false), column("code", false), column("nickname", true)),
                primary,
                unique,
                List.of(),
                List.of(),
                writable,
                "");
    }

    private static Column column(String name, boolean nullable) {
        return new Column(
                name,
                "varchar",
                ValueKind.TEXT,
                20,
                0,
                nullable,
                Optional.empty(),
                Column.Generation.NONE,
                List.of(),
                "");
    }
}
