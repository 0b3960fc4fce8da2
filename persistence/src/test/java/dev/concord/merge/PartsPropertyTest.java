package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.items.PostgresArray;
import dev.concord.merge.json.JsonReader;
import dev.concord.record.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every value that can be taken apart, whatever it is taken apart into. */
class PartsPropertyTest {

    /** A way to take values apart, how a text is such a value, and what a value means in it. */
    record Kind(
            Function<List<Value>, Optional<Parts>> parts,
            Function<String, Value> writing,
            Function<Value, Object> meaning) {
        Optional<Parts> of(Value base, Value theirs, Value mine) {
            return parts.apply(List.of(base, theirs, mine));
        }
    }

    record Three(Kind kind, Value base, Value theirs, Value mine) {}

    private static final Kind JSON = new Kind(
            sides -> JsonParts.of(sides.get(0), sides.get(1), sides.get(2)),
            Value.Json::new,
            value -> JsonReader.read(value.text()).orElseThrow());
    private static final Kind SET = items(Form.SET, items -> items.collect(Collectors.toSet()));
    private static final Kind LIST = items(Form.LIST, items -> items.toList());

    private static Kind items(Form form, Function<Stream<String>, Object> meaning) {
        return new Kind(
                sides -> ItemParts.of(ColumnRule.of(form), sides.get(0), sides.get(1), sides.get(2)),
                text -> new Value.Other("_text", text),
                value -> meaning.apply(new PostgresArray(',').items(value.text()).orElseThrow().stream()));
    }

    @Property
    void anUnchangedSideGivesTheOther(@ForAll("values") Three three) {
        Kind kind = three.kind();
        assertMeans(kind, kind.of(three.base(), three.theirs(), three.base()), three.theirs());
        assertMeans(kind, kind.of(three.base(), three.base(), three.mine()), three.mine());
    }

    @Property
    void equalSidesGiveThat(@ForAll("values") Three three) {
        assertMeans(three.kind(), three.kind().of(three.base(), three.mine(), three.mine()), three.mine());
    }

    @Property
    void allOfOneSideIsThatSide(@ForAll("values") Three three) {
        three.kind().of(three.base(), three.theirs(), three.mine()).ifPresent(parts -> {
            assertThat(all(parts, new PartAnswer.Theirs())).isEqualTo(three.theirs());
            assertThat(three.kind().meaning().apply(all(parts, new PartAnswer.Mine())))
                    .isEqualTo(three.kind().meaning().apply(three.mine()));
            assertThat(three.kind().meaning().apply(all(parts, new PartAnswer.Base())))
                    .isEqualTo(three.kind().meaning().apply(three.base()));
        });
    }

    @Property
    void swappingTheSidesSwapsOnlyWhoDidIt(@ForAll("values") Three three) {
        Optional<Parts> one = three.kind().of(three.base(), three.theirs(), three.mine());
        Optional<Parts> other = three.kind().of(three.base(), three.mine(), three.theirs());
        assertThat(kinds(other, Function.identity())).isEqualTo(kinds(one, PartsPropertyTest::swapped));
    }

    @Property
    void onlyADecisionKeepsAValueOpen(@ForAll("values") Three three) {
        three.kind().of(three.base(), three.theirs(), three.mine()).ifPresent(parts -> assertThat(
                        parts.value(Map.of()).isEmpty())
                .isEqualTo(!parts.decisions().isEmpty()));
    }

    @Provide
    Arbitrary<Three> values() {
        return Arbitraries.oneOf(threes(JSON, json(3)), threes(SET, arrays()), threes(LIST, arrays()));
    }

    private static Arbitrary<Three> threes(Kind kind, Arbitrary<String> texts) {
        Arbitrary<Value> values = texts.map(kind.writing());
        return Combinators.combine(values, values, values)
                .as((base, theirs, mine) -> new Three(kind, base, theirs, mine));
    }

    private static Arbitrary<String> arrays() {
        return Arbitraries.of("a", "A", "b", "\"c d\"", "NULL", "{x,y}")
                .list()
                .ofMaxSize(5)
                .map(items -> "{" + String.join(",", items) + "}");
    }

    /** Objects for the most part, with few names, so that paths meet. */
    private static Arbitrary<String> json(int depth) {
        Arbitrary<String> plain = Arbitraries.of("0", "1.0", "1", "\"x\"", "null", "[]", "[1, 2]");
        if (depth == 0) {
            return plain;
        }
        Arbitrary<String> within = json(depth - 1);
        Arbitrary<String> objects = Arbitraries.maps(Arbitraries.of("a", "", "/~"), within)
                .ofMaxSize(3)
                .map(members -> members.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\" :" + member.getValue())
                        .collect(Collectors.joining(", ", "{ ", "}")));
        Arbitrary<String> keyed = Arbitraries.maps(Arbitraries.of("1", "2", "\"z\""), within)
                .ofMaxSize(3)
                .map(elements -> elements.entrySet().stream()
                        .map(element -> "{\"id\":" + element.getKey() + ",\"v\":" + element.getValue() + "}")
                        .collect(Collectors.joining(",\n", "[", "\n]")));
        return Arbitraries.frequencyOf(Tuple.of(4, objects), Tuple.of(2, keyed), Tuple.of(1, plain));
    }

    private static void assertMeans(Kind kind, Optional<Parts> parts, Value expected) {
        Value merged = parts.orElseThrow().value(Map.of()).orElseThrow();
        assertThat(kind.meaning().apply(merged)).isEqualTo(kind.meaning().apply(expected));
    }

    private static Value all(Parts parts, PartAnswer answer) {
        Map<Integer, PartAnswer> answers = IntStream.range(0, parts.all().size())
                .boxed()
                .collect(Collectors.toMap(Function.identity(), _ -> answer));
        return parts.value(answers).orElseThrow();
    }

    private static List<String> kinds(Optional<Parts> parts, Function<Change, Change> change) {
        return parts.map(Parts::all).orElse(List.of()).stream()
                .map(part -> change.apply(part.change()) + " " + part.base().orElse("-"))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Change swapped(Change change) {
        return switch (change) {
            case MINE -> Change.THEIRS;
            case THEIRS -> Change.MINE;
            default -> change;
        };
    }
}
