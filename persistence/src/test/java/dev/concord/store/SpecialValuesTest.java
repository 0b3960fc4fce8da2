package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Values that only some databases have: as keys, as what is written, and as what a column says it can hold. */
@LockingContract
class SpecialValuesTest {
    private static final List<String> WORDS = List.of(
            "plain", "a,b", "it's", "back\\slash", "line\nend", "re\rturn", "\"quoted\"", "''", "\\n", "é ß", " (x)");

    /** A type with values of its own. */
    record Special(String type, SpecialValues kind, List<String> texts) {}

    @OnEveryEngine
    void aRowIsFoundSavedAndDeletedByAKeyOfItsDatabasesOwn(Engine engine) {
        for (Special special : of(engine)) {
            try (Shop shop = new Shop(
                    engine,
                    "create table \"t\" (\"id\" integer not null, \"k\" " + special.type()
                            + " not null, \"note\" varchar(20), primary key (\"id\", \"k\"))")) {
                Column column = shop.table("t").column("k").orElseThrow();
                assertThat(column.special()).as(special.type()).isEqualTo(special.kind());
                for (String text : special.texts()) {
                    Value value = new Value.Other(column.typeName(), text);
                    Row key = Row.of("id", Value.of(1)).with("k", value);
                    Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t"))
                            .with("id", Value.of(1))
                            .with("k", value)
                            .with("note", Value.of("a")));
                    assertThat(inserted.row().get("k")).as(special.type()).isEqualTo(value);
                    Snapshot found = shop.store().find(shop.key("t", key)).orElseThrow();
                    assertThat(found.row()).isEqualTo(inserted.row());
                    Snapshot saved = shop.saved(Draft.of(found).with("note", Value.of("b")));
                    assertThat(saved.row().get("k")).isEqualTo(value);
                    assertThat(shop.store().delete(saved)).isEqualTo(new Outcome.Deleted(saved.key()));
                }
            }
        }
    }

    private static List<Special> of(Engine engine) {
        return switch (engine) {
            case H2 ->
                List.of(new Special("decfloat", SpecialValues.NOT_FINITE, List.of("NaN", "Infinity", "-Infinity")));
            case POSTGRESQL ->
                List.of(
                        new Special("date", SpecialValues.INFINITE_TIME, List.of("infinity", "-infinity")),
                        new Special("timestamp", SpecialValues.INFINITE_TIME, List.of("infinity", "-infinity")),
                        new Special("timestamptz", SpecialValues.INFINITE_TIME, List.of("infinity", "-infinity")),
                        new Special("time", SpecialValues.END_OF_DAY, List.of("24:00:00")),
                        new Special("numeric", SpecialValues.NOT_FINITE, List.of("NaN", "Infinity", "-Infinity")),
                        new Special("numeric(10,2)", SpecialValues.NOT_A_NUMBER, List.of("NaN")));
            case MARIADB ->
                List.of(
                        new Special("time", SpecialValues.LONG_TIME, List.of("37:30:00", "-01:30:00", "838:59:59")),
                        new Special("time(3)", SpecialValues.LONG_TIME, List.of("36:30:00.500", "-00:00:00.001")),
                        new Special("date", SpecialValues.ZERO_DATE, List.of("0000-00-00", "2026-00-00", "2026-11-00")),
                        new Special(
                                "datetime(3)",
                                SpecialValues.ZERO_DATE,
                                List.of("0000-00-00 00:00:00.000", "2026-11-00 10:00:00.000")));
            case SQLITE -> List.of();
        };
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
    void theWordsOfAnEnumerationAreThoseOfTheDatabase(Engine engine) {
        String words = String.join(
                ", ", WORDS.stream().map(word -> literal(word, engine)).toList());
        try (Shop shop = new Shop(engine)) {
            String type = "enum(" + words + ")";
            if (engine == Engine.POSTGRESQL) {
                shop.sql("create type words as " + type.replaceFirst("\\(", " ("));
                type = "words";
            }
            shop.sql("create table \"t\" (\"k\" " + type + " not null primary key, \"n\" integer)");
            Column column = shop.table("t").column("k").orElseThrow();
            assertThat(column.allowedValues()).isEqualTo(WORDS);
            for (String word : WORDS) {
                Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t")).with("k", Value.of(word)));
                assertThat(inserted.row().get("k")).isEqualTo(Value.of(word));
                Snapshot found = shop.store()
                        .find(shop.key("t", Row.of("k", Value.of(word))))
                        .orElseThrow();
                assertThat(shop.saved(Draft.of(found).with("n", Value.of(1)))
                                .row()
                                .get("k"))
                        .isEqualTo(Value.of(word));
            }
        }
    }

    private static String literal(String word, Engine engine) {
        String escaped = engine == Engine.MARIADB ? word.replace("\\", "\\\\") : word;
        return "'" + escaped.replace("'", "''") + "'";
    }
}
