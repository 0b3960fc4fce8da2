package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPartsTest {

    @Test
    void differentMembersMergeAndTheTextKeepsTheirSpacing() {
        assertThat(merged(
                        "{\"a\": 1, \"b\": {\"c\": 2}, \"d\": 3}",
                        "{\"a\":1,  \"d\": 3, \"b\": {\"c\": 9}}",
                        "{\"a\": 1.5, \"b\": {\"c\": 2, \"e\": []}, \"d\": 3}"))
                .isEqualTo("{\"a\":1.5,  \"d\": 3, \"b\": {\"c\": 9,  \"e\":[]}}");
    }

    @Test
    void anAdditionIsIndentedLikeTheRest() {
        assertThat(merged("{}", "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n", "{\"c\":{\"d\":[1,2]}}"))
                .isEqualTo(
                        "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": {\n    \"d\": [\n      1,\n      2\n    ]\n  }\n}\n");
    }

    @Test
    void aMemberRemovedTakesItsCommaAlong() {
        String base = "{ \"a\": 1, \"b\": 2, \"c\": 3 }";
        assertThat(merged(base, "{ \"a\": 9, \"b\": 2, \"c\": 3 }", "{ \"a\": 1, \"b\": 2 }"))
                .isEqualTo("{ \"a\": 9, \"b\": 2 }");
        assertThat(merged(base, "{ \"a\": 1, \"b\": 2, \"c\": 9 }", "{ \"c\": 3, \"b\": 2 }"))
                .isEqualTo("{ \"b\": 2, \"c\": 9 }");
        assertThat(merged("{ \"a\": 1, \"b\": 2 }", "{ \"a\": 1 }", "{ \"b\": 2 }"))
                .isEqualTo("{}");
    }

    @Test
    void aPathBothChangedIsADecisionAndTheRestIsMerged() {
        Parts parts = parts(
                "{\"a\": {\"b/c\": 1, \"~\": 2, \"\": 3}}",
                "{\"a\": {\"b/c\": 7, \"~\": 5, \"\": 3}}",
                "{\"a\": {\"b/c\": 8, \"~\": 2, \"\": 4}}");
        assertThat(parts.all())
                .containsExactly(
                        new Part("/a/b~1c", Change.DECISION, Optional.of("1"), Optional.of("7"), Optional.of("8")),
                        new Part("/a/~0", Change.THEIRS, Optional.of("2"), Optional.of("5"), Optional.of("2")),
                        new Part("/a/", Change.MINE, Optional.of("3"), Optional.of("3"), Optional.of("4")));
        assertThat(parts.value(Map.of())).isEmpty();
        assertThat(text(parts, Map.of(0, new PartAnswer.Mine()))).isEqualTo("{\"a\": {\"b/c\": 8, \"~\": 5, \"\": 4}}");
        assertThat(text(parts, Map.of(0, new PartAnswer.Typed(" [1.50] "), 1, new PartAnswer.Base())))
                .isEqualTo("{\"a\": {\"b/c\": [1.50], \"~\": 2, \"\": 4}}");
        assertThat(parts.value(Map.of(0, new PartAnswer.Typed("{\"x\":")))).isEmpty();
        assertThat(parts.value(Map.of(0, new PartAnswer.TheirsThenMine()))).isEmpty();
        assertThat(parts.value(Map.of(0, new PartAnswer.MineThenTheirs()))).isEmpty();
    }

    @Test
    void anAnswerThatIsEqualToTheirsStaysAsTheirsIsWritten() {
        Parts parts = parts("{\"a\": 1, \"b\": 2}", "{\"a\": { \"c\":5 }, \"b\": 2}", "{\"a\": 3, \"b\": 2}");
        assertThat(text(parts, Map.of(0, new PartAnswer.Typed("{\"c\": 5}"))))
                .isEqualTo("{\"a\": { \"c\":5 }, \"b\": 2}");
    }

    @Test
    void removingAnObjectTheOtherSideChangesIsOneDecision() {
        Parts parts = parts("{\"a\":{\"b\":1,\"c\":2}}", "{}", "{\"a\":{\"b\":1,\"c\":3}}");
        assertThat(parts.all())
                .containsExactly(new Part(
                        "/a",
                        Change.DECISION,
                        Optional.of("{\"b\":1,\"c\":2}"),
                        Optional.empty(),
                        Optional.of("{\"b\":1,\"c\":3}")));
        assertThat(text(parts, Map.of(0, new PartAnswer.Theirs()))).isEqualTo("{}");
        assertThat(text(parts, Map.of(0, new PartAnswer.Mine()))).isEqualTo("{\"a\":{\"b\":1,\"c\":3}}");
    }

    @Test
    void elementsWithAKeyMergeOneByOneAndAdditionsKeepTheirNeighbours() {
        assertThat(
                        merged(
                                "{\"lines\":[{\"id\":1,\"n\":1},{\"id\":2,\"n\":2},{\"id\":3}]}",
                                "{\"lines\":[{\"id\":1,\"n\":1},{\"id\":2,\"n\":9},{\"id\":4}]}",
                                "{\"lines\":[{\"id\":0},{\"id\":1,\"n\":1,\"x\":true},{\"id\":7},{\"id\":2,\"n\":2},{\"id\":3}]}"))
                .isEqualTo(
                        "{\"lines\":[{\"id\":0},{\"id\":1,\"n\":1,\"x\":true},{\"id\":7},{\"id\":2,\"n\":9},{\"id\":4}]}");
    }

    @Test
    void anElementIsCalledByItsKey() {
        Parts parts = parts(
                "[{\"id\":\"a\",\"n\":1},{\"id\":\"b\",\"n\":1}]",
                "[{\"id\":\"a\",\"n\":2},{\"id\":\"b\",\"n\":1}]",
                "[{\"id\":\"a\",\"n\":3}]");
        assertThat(parts.all()).extracting(Part::name).containsExactly("/id=\"a\"/n", "/id=\"b\"");
        assertThat(parts.all()).extracting(Part::change).containsExactly(Change.DECISION, Change.MINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[1,2]|[1,2,3]|[0,1,2]",
                "[{\"id\":1}]|[{\"id\":1},{\"id\":1}]|[]",
                "[{\"id\":true}]|[{\"id\":true,\"n\":1}]|[{\"id\":true,\"n\":2}]",
                "[{\"id\":null}]|[{\"id\":null,\"n\":1}]|[{\"id\":null,\"n\":2}]",
                "[{\"id\":[1]}]|[{\"id\":[1],\"n\":1}]|[{\"id\":[1],\"n\":2}]",
                "[{\"id\":1},{\"id\":2,\"n\":1}]|[{\"id\":2,\"n\":1},{\"id\":1}]|[{\"id\":1},{\"id\":2,\"n\":2}]"
            })
    void arraysWithoutAKeyOrWithAnotherOrderAreOneValue(String base, String theirs, String mine) {
        Parts parts = parts(member(base), member(theirs), member(mine));
        assertThat(parts.all()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("/a");
            assertThat(part.change()).isEqualTo(Change.DECISION);
        });
    }

    @Test
    void writingItOtherwiseIsNoChange() {
        assertThat(merged(
                        "{\"a\": 1.0, \"b\": \"\\u00e9\", \"c\": 9007199254740993}",
                        "{\"c\":9007199254740993,\"b\":\"é\",\"a\":1}",
                        "{\"a\": 1.00, \"b\": \"é\", \"c\": 9007199254740992}"))
                .isEqualTo("{\"c\":9007199254740992,\"b\":\"é\",\"a\":1}");
    }

    @Test
    void numbersAndCharactersStayAsTheyWereWritten() {
        String base = "{\"a\":0,\"b\":0}";
        assertThat(merged(base, "{\"a\":1e400,\"b\":0}", "{\"a\":0,\"b\":[-0.0,1E+2,0.10,\"\\ud800\\u0000\\/\"]}"))
                .isEqualTo("{\"a\":1e400,\"b\":[-0.0,1E+2,0.10,\"\\ud800\\u0000\\/\"]}");
    }

    @Test
    void halfOfASurrogatePairIsKept() {
        assertThat(merged("{}", "{\"a\":\"\ud800\"}", "{\"\udc00\":1}")).isEqualTo("{\"a\":\"\ud800\",\"\udc00\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{\"a\":1,\"a\":2}", "{\"a\":1} 2", "{a:1}", "[1,]", "NaN", "01", "'a'", "1e99999999999"
            })
    void whatIsNotJsonStaysWhole(String text) {
        assertThat(JsonParts.of(json("{}"), json(text), json("{\"b\":1}"))).isEmpty();
        assertThat(JsonParts.of(json(text), json("{\"a\":1}"), json("{\"b\":1}")))
                .isEmpty();
    }

    @Test
    void valuesThatHaveNoPathInCommonStayWhole() {
        assertThat(JsonParts.of(json("1"), json("2"), json("3"))).isEmpty();
        assertThat(JsonParts.of(Value.ofNull(), json("{\"a\":1}"), json("{\"b\":1}")))
                .isEmpty();
        assertThat(JsonParts.of(json("{\"a\":1}"), Value.ofNull(), json("{\"a\":2}")))
                .isEmpty();
        assertThat(JsonParts.of(json("{}"), Value.of(1), json("{\"b\":1}"))).isEmpty();
    }

    @Test
    void aSideThatOnlyWroteItOtherwiseGivesWay() {
        assertThat(merged("[1, 2]", "[1,2]", "[ 1, 3 ]")).isEqualTo("[ 1, 3 ]");
        assertThat(JsonParts.of(json("{\"a\": 1}"), Value.ofNull(), json("{\"a\":1}"))
                        .orElseThrow()
                        .value(Map.of()))
                .contains(Value.ofNull());
    }

    @Test
    void aTextThatHoldsJsonStaysAText() {
        assertThat(JsonParts.of(Value.of("{}"), Value.of("{\"a\":1}"), Value.of("{\"b\":2}"))
                        .orElseThrow()
                        .value(Map.of()))
                .contains(Value.of("{\"a\":1,\"b\":2}"));
    }

    @Test
    void deepNestingIsMergedAndDeeperStaysWhole() {
        assertThat(merged(
                        nested(500, "{\"a\":0,\"b\":0}"),
                        nested(500, "{\"a\":1,\"b\":0}"),
                        nested(500, "{\"a\":0,\"b\":2}")))
                .isEqualTo(nested(500, "{\"a\":1,\"b\":2}"));
        assertThat(JsonParts.of(json("{}"), json(nested(100_000, "1")), json("{\"b\":1}")))
                .isEmpty();
    }

    private static String nested(int depth, String core) {
        return "{\"x\":".repeat(depth) + core + "}".repeat(depth);
    }

    private static String member(String array) {
        return "{\"a\":" + array + "}";
    }

    private static Value json(String text) {
        return new Value.Json(text);
    }

    private static Parts parts(String base, String theirs, String mine) {
        return JsonParts.of(json(base), json(theirs), json(mine)).orElseThrow();
    }

    private static String merged(String base, String theirs, String mine) {
        return text(parts(base, theirs, mine), Map.of());
    }

    private static String text(Parts parts, Map<Integer, PartAnswer> answers) {
        return parts.value(answers).orElseThrow().text();
    }

    @Test
    void whatStandsBeforeAndBehindTheJsonStays() {
        assertThat(merged("{\"a\":1,\"b\":1}", "\n {\"a\":2,\"b\":1}\n", "{\"a\":1,\"b\":2}"))
                .isEqualTo("\n {\"a\":2,\"b\":2}\n");
    }

    @Test
    void pathsOfTheSameThreeValuesAreEqual() {
        Parts parts = parts("{}", "{\"a\":1}", "{\"b\":1}");
        assertThat(parts)
                .isEqualTo(parts("{}", "{\"a\":1}", "{\"b\":1}"))
                .hasSameHashCodeAs(parts("{}", "{\"a\":1}", "{\"b\":1}"))
                .isNotEqualTo(parts("{}", "{\"a\": 1}", "{\"b\":1}"))
                .isNotEqualTo(json("{}"));
    }
}
