package dev.concord.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that a check allows are found as each database writes them, and where it allows anything else there are none. */
class CheckedWordsTest {

    @OnEveryEngine
    void theWordsOfACheckAreThoseOfItsColumn(Engine engine) {
        String sql = "create table \"shift\" (\"id\" int not null primary key,"
                + " \"kind\" varchar(10) check (\"kind\" in ('early', 'late', 'night')),"
                + " \"the place\" varchar(20) not null,"
                + " \"mood\" varchar(20) check (\"mood\" in ('it''s good', 'a, b', '(none)', '')),"
                + " \"size\" char(1) check (\"size\" in ('S')),"
                + " \"note\" varchar(20) check (\"note\" <> 'x'),"
                + " \"free\" varchar(20) check (\"free\" in ('a', 'b') or \"free\" like 'c%'),"
                + " \"number\" int check (\"number\" in (1, 2)),"
                + " constraint \"places\" check (\"the place\" in ('Ulm', 'Köln')),"
                + " constraint \"both\" check (\"kind\" in ('early') or \"number\" = 1))";
        try (Shop shop = new Shop(engine, sql)) {
            Table table = shop.table("shift");
            assertThat(words(table, "kind")).containsExactly("early", "late", "night");
            assertThat(words(table, "the place")).containsExactly("Ulm", "Köln");
            assertThat(words(table, "mood")).containsExactly("it's good", "a, b", "(none)", "");
            assertThat(words(table, "size")).containsExactly("S");
            for (String other : List.of("note", "free", "number", "id")) {
                assertThat(words(table, other)).as(other).isEmpty();
            }
        }
    }

    private static List<String> words(Table table, String column) {
        return table.column(column).orElseThrow().allowedValues();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind not in ('a', 'b')",
                "NOT (kind in ('a', 'b'))",
                "lower(kind) in ('a', 'b')",
                "kind in ('a', 'b') and kind <> 'a'",
                "kind in ('a', other)",
                "kind in (select 'a')",
                "kind in ('a') or true",
                "kind = ANY (ARRAY['a'::text, lower('b'::text)])",
                "kind <> ALL (ARRAY['a'::text])",
                "other in ('a')",
                "kind in ('a\\', 'b')",
                "kind = other",
                "kind = 'a' or kind = 'b'",
                "kind in ()",
                "kind"
            })
    void aCheckThatSaysMoreOrLessHasNoWords(String expression) {
        assertThat(CheckedWords.words(expression, "kind")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind in ('a','b')",
                "(KIND IN ('a', 'b'))",
                "`kind` in (_utf8mb4'a',_utf8mb4'b')",
                "(`kind` in (_utf8mb4\\'a\\',_utf8mb4\\'b\\'))",
                "kind IN (U&'\\0061', U&'b')",
                "[kind] in ('a', 'b')",
                "CHECK (((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))",
                "(kind = ANY (ARRAY['a'::text, 'b'::text]))",
                "((kind)::bpchar = ANY (ARRAY['a'::bpchar, 'b'::bpchar]))"
            })
    void everyWayToWriteItIsRead(String expression) {
        assertThat(CheckedWords.words(expression, "kind")).contains(List.of("a", "b"));
    }
}
