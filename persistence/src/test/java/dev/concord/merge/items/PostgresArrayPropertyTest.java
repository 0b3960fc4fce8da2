package dev.concord.merge.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.api.Test;

class PostgresArrayPropertyTest {
    private static final PostgresArray ARRAY = new PostgresArray(',');

    @Property
    void whatTheServerWritesComesBackAsItWas(@ForAll("items") List<String> items) {
        String literal = ARRAY.text(
                items.stream().map(PostgresArrayPropertyTest::alwaysQuoted).toList());
        List<String> read = ARRAY.items(literal).orElseThrow();
        assertThat(read).hasSameSizeAs(items);
        assertThat(ARRAY.items(ARRAY.text(read))).contains(read);
        for (int i = 0; i < items.size(); i++) {
            assertThat(read.get(i)).isIn(items.get(i), alwaysQuoted(items.get(i)));
        }
    }

    @Property
    void noTextBreaksReading(@ForAll("literals") String literal) {
        ARRAY.items(literal)
                .ifPresent(items -> assertThat(ARRAY.items(ARRAY.text(items))).contains(items));
    }

    @Test
    void anItemIsQuotedWhereTheServerQuotesIt() {
        assertThat(ARRAY.items(" { a b , \"a\",\\a, null, \"null\", n\\ull, \"\", \"\u00a0\", \\  ,{ 1 ,{x}}} "))
                .contains(List.of(
                        "\"a b\"", "a", "a", "NULL", "\"null\"", "\"null\"", "\"\"", "\u00a0", "\" \"", "{1,{x}}"));
    }

    @Provide
    Arbitrary<List<String>> items() {
        return characters().ofMaxLength(6).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> literals() {
        return characters().ofMaxLength(12);
    }

    private static StringArbitrary characters() {
        return Arbitraries.strings().withChars("{}\"\\, \t\n;nNuUlLaé\ud800");
    }

    private static String alwaysQuoted(String item) {
        return "\"" + item.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Test
    void anArrayHasAsManyDimensionsAsTheServerAllows() {
        String six = "{{{{{{1,2}}}}}}";
        assertThat(ARRAY.items(six)).contains(List.of("{{{{{1,2}}}}}"));
        assertThat(ARRAY.items("{" + six + "}")).isEmpty();
        assertThat(ARRAY.items(" {\t\n} ")).contains(List.of());
    }
}
