package dev.concord.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A character is refused exactly where the server does not have it: the tables of Java and of the servers are compared. */
class CharacterSetTest {
    private static final int FIRST_OF_EAST_ASIA = 0x2E80;

    @Test
    void mariaDbHasTheCharactersOfEverySetThatIsKnown() {
        try (Database database = TestDatabase.open(Engine.MARIADB)) {
            List<String> sets = known(
                    database,
                    "select group_concat(character_set_name) from information_schema.character_sets where maxlen = 1",
                    CharacterSet::ofMariaDb);
            assertThat(sets).contains("latin1", "latin2", "cp1250", "cp1251", "cp1257", "ascii");
            for (String set : sets) {
                String characters = IntStream.range(0, 256)
                        .mapToObj(code -> ", hex(nullif(convert(convert(unhex('" + hex(code) + "') using " + set
                                + ") using utf8mb4), '" + (code == '?' ? "" : "?") + "'))")
                        .collect(Collectors.joining("", "select concat_ws(','", ")"));
                assertThat(held(CharacterSet.ofMariaDb(set)))
                        .as(set)
                        .isEqualTo(characters(TestDatabase.answer(database, characters)));
            }
        }
    }

    @Test
    void postgresHasTheCharactersOfEveryEncodingThatIsKnown() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            TestDatabase.execute(database, """
                    create function one(code int, encoding text) returns text language plpgsql as $$
                    begin
                        return encode(convert(set_byte('\\x00'::bytea, 0, code), encoding, 'UTF8'), 'hex');
                    exception when others then return null;
                    end $$
                    """);
            List<String> encodings = known(
                    database,
                    "select string_agg(pg_encoding_to_char(n), ',') from generate_series(0, 41) n"
                            + " where pg_encoding_to_char(n) <> '' and pg_encoding_max_length(n) = 1",
                    CharacterSet::ofPostgres);
            assertThat(encodings).contains("LATIN1", "LATIN2", "LATIN9", "WIN1250", "WIN1251", "WIN1252", "KOI8R");
            for (String encoding : encodings) {
                String question = "select string_agg(one(n, '" + encoding + "'), ',') from generate_series(1, 255) n";
                assertThat(held(CharacterSet.ofPostgres(encoding)))
                        .as(encoding)
                        .isEqualTo(characters(TestDatabase.answer(database, question)));
            }
        }
    }

    @Test
    void whatOnlyTheServerKnowsIsNotRefused() {
        for (CharacterSet set : List.of(
                CharacterSet.ALL,
                CharacterSet.ofMariaDb(""),
                CharacterSet.ofMariaDb("utf8mb4"),
                CharacterSet.ofMariaDb("gbk"),
                CharacterSet.ofMariaDb("greek"))) {
            assertThat(set.missing("a\0ł€𝄞")).as(set.name()).isEmpty();
        }
        assertThat(CharacterSet.ofPostgres("UTF8").missing("ł€𝄞")).isEmpty();
        assertThat(CharacterSet.ofPostgres("EUC_JP").missing("ł€𝄞")).isEmpty();
    }

    @Test
    void theFirstCharacterThatIsMissingIsNamed() {
        assertThat(CharacterSet.ofMariaDb("latin1").missing("€ für Łódź")).contains("Ł");
        assertThat(CharacterSet.ofMariaDb("utf8mb3").missing("ł€ 𝄞 😀")).contains("𝄞");
        assertThat(CharacterSet.ofMariaDb("ucs2").missing("ł€ 𝄞")).contains("𝄞");
        assertThat(CharacterSet.ofMariaDb("latin2").missing("ł\0€")).contains("€");
        assertThat(CharacterSet.ofPostgres("LATIN1").missing("ü€")).contains("€");
        assertThat(CharacterSet.ofPostgres("LATIN1").missing("ü\0")).contains("\0");
        assertThat(CharacterSet.ofPostgres("UTF8").missing("ü\0")).contains("\0");
    }

    /** The sets the database has of which Java's table is used. */
    private static List<String> known(Database database, String question, Function<String, CharacterSet> named) {
        return Stream.of(TestDatabase.answer(database, question).split(","))
                .filter(name -> named.apply(name).java().isPresent())
                .toList();
    }

    /** No set with single bytes has a character beyond the first 65,536, or one of East Asia. */
    private static Set<Integer> held(CharacterSet set) {
        assertThat(set.missing("𝄞")).contains("𝄞");
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(point -> point < FIRST_OF_EAST_ASIA || point > Character.MAX_SURROGATE)
                .filter(point -> set.missing(Character.toString(point)).isEmpty())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> characters(String hexadecimal) {
        return Stream.of(hexadecimal.split(","))
                .map(bytes -> new String(HexFormat.of().parseHex(bytes), StandardCharsets.UTF_8).codePointAt(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hex(int code) {
        return HexFormat.of().toHexDigits((byte) code);
    }
}
