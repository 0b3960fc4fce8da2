package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text that a database keeps, be it valid or not: nothing of it is lost, and nothing valid is marked. */
class StoredTextTest {

    @Property
    void bytesAreTextExactlyWhereTheyAreValidAndComeBackAsTheyWere(@ForAll("bytes") byte[] bytes) {
        Value value = StoredText.ofUtf8(bytes);
        switch (value) {
            case Value.Text(String text) ->
                assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
            case Value.Malformed malformed -> {
                assertThat(malformed.bytes().toArray()).isEqualTo(bytes);
                assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                        .isNotEqualTo(bytes);
            }
            default -> assertThat(value).as("neither text nor bytes").isNull();
        }
    }

    @Property
    void charactersComeBackAsTheyWere(@ForAll("characters") String characters) {
        Value value = StoredText.ofChars(characters);
        switch (value) {
            case Value.Text(String text) ->
                assertThat(text)
                        .isEqualTo(characters)
                        .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            case Value.Malformed malformed ->
                assertThat(StoredText.chars(malformed)).contains(characters);
            default -> assertThat(value).as("neither text nor bytes").isNull();
        }
    }

    @Property
    void bytesHaveCharactersOnlyWhereThoseHaveTheseBytes(@ForAll("bytes") byte[] bytes) {
        StoredText.chars(malformed(HexFormat.of().formatHex(bytes))).ifPresent(characters -> {
            Value value = StoredText.ofChars(characters);
            byte[] back = value instanceof Value.Malformed(Bytes kept)
                    ? kept.toArray()
                    : value.text().getBytes(StandardCharsets.UTF_8);
            assertThat(back).isEqualTo(bytes);
        });
    }

    /** Half a pair is written as UTF-8 would write its number, which valid UTF-8 never does. */
    @Example
    void halfASurrogatePairHasBytesOfItsOwn() {
        assertThat(StoredText.ofChars("a\ud834b")).isEqualTo(malformed("61eda0b462"));
        assertThat(StoredText.ofChars("\udd1e")).isEqualTo(malformed("edb49e"));
        assertThat(StoredText.ofChars("\ud800\udbff")).isEqualTo(malformed("eda080edafbf"));
        assertThat(StoredText.ofChars("\udfff\udc00")).isEqualTo(malformed("edbfbfedb080"));
        assertThat(StoredText.ofChars("\ud834\udd1e")).isEqualTo(Value.of("𝄞"));
        assertThat(StoredText.ofChars("\ud834\ud834\udd1e")).isEqualTo(malformed("eda0b4f09d849e"));
        assertThat(StoredText.ofChars("\ud7ff\ue000")).isEqualTo(Value.of("\ud7ff\ue000"));
    }

    @Example
    void bytesOfNoCharacterHaveNone() {
        for (String hex : List.of("fc", "ed", "eda0", "ed9fbf80", "edc080", "eda07f", "eda0c0", "eea080ff", "c3")) {
            assertThat(StoredText.chars(malformed(hex))).as(hex).isEmpty();
        }
        assertThat(StoredText.chars(malformed("61eda08062edbfbf63"))).contains("a\ud800b\udfffc");
    }

    @Example
    void aReplacementCharacterThatWasTypedIsText() {
        assertThat(StoredText.suspect("a\ufffd")).isTrue();
        assertThat(StoredText.suspect("\ufffd")).isTrue();
        assertThat(StoredText.suspect("a")).isFalse();
        assertThat(StoredText.ofUtf8("\ufffd".getBytes(StandardCharsets.UTF_8))).isEqualTo(Value.of("\ufffd"));
    }

    @Example
    void aCharacterThatWasCutInTwoIsTakenOff() {
        byte[] clef = "a𝄞".getBytes(StandardCharsets.UTF_8);
        for (int length = 2; length < clef.length; length++) {
            Value cut = StoredText.ofUtf8(Arrays.copyOf(clef, length));
            assertThat(cut).isInstanceOf(Value.Malformed.class);
            assertThat(StoredText.withoutCutCharacter(cut)).isEqualTo(Value.of("a"));
        }
        assertThat(StoredText.withoutCutCharacter(malformed("c3"))).isEqualTo(Value.of(""));
        assertThat(StoredText.withoutCutCharacter(malformed("fc61626364"))).isEqualTo(malformed("fc61626364"));
        assertThat(StoredText.withoutCutCharacter(malformed("61fcfcfcfc"))).isEqualTo(malformed("61fcfcfcfc"));
        assertThat(StoredText.withoutCutCharacter(Value.of("a"))).isEqualTo(Value.of("a"));
    }

    @Example
    void bytesOfNoCharacterAreMarkedWhereTheyStand() {
        assertThat(malformed("4afc7267").text()).isEqualTo("J\\xFCrg");
        assertThat(malformed("c3bcfffe0ac3").text()).isEqualTo("ü\\xFF\\xFE\n\\xC3");
        assertThat(malformed("e282").text()).isEqualTo("\\xE2\\x82");
        assertThat(malformed("f09d849ef0").text()).isEqualTo("𝄞\\xF0");
        assertThat(malformed("").text()).isEmpty();
    }

    @Property
    void whatIsShownOfBytesIsReadBackAsTheseBytes(@ForAll("bytes") byte[] bytes) {
        Value.Malformed shown = new Value.Malformed(Bytes.of(bytes));
        Value read = StoredText.ofMarked(shown.text()).orElseGet(() -> Value.of(shown.text()));
        assertThat(read).isEqualTo(StoredText.ofUtf8(bytes));
    }

    @Example
    void aMarkStandsForAByteWhateverThatIs() {
        assertThat(StoredText.ofMarked("J\\xFCrg")).contains(malformed("4afc7267"));
        assertThat(StoredText.ofMarked("\\x4a\\xfcrg")).contains(malformed("4afc7267"));
        assertThat(StoredText.ofMarked("J\\xC3\\xBCrg")).contains(Value.of("Jürg"));
        assertThat(StoredText.ofMarked("\\x5CxFC\\xFF")).contains(malformed("5c784643ff"));
        assertThat(malformed("5c784643ff").text()).isEqualTo("\\x5CxFC\\xFF");
        assertThat(malformed("5c78ff").text()).isEqualTo("\\x\\xFF");
        for (String none : List.of("", "Jürg", "\\xG0", "\\x1", "xFC", "\\XFC")) {
            assertThat(StoredText.ofMarked(none)).as(none).isEmpty();
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of(
                        "61",
                        "c3bc",
                        "e282ac",
                        "f09d849e",
                        "efbfbd",
                        "eda0b4",
                        "edb49e",
                        "ed",
                        "9f",
                        "fc",
                        "c3",
                        "5c",
                        "5c784641")
                .list()
                .ofMaxSize(6)
                .map(parts -> HexFormat.of().parseHex(String.join("", parts)));
    }

    @Provide
    Arbitrary<String> characters() {
        return Arbitraries.of("a", "ü", "€", "𝄞", "\ufffd", "\ud834", "\udd1e", "\ud800", "\udfff")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private static Value.Malformed malformed(String hex) {
        return new Value.Malformed(Bytes.of(HexFormat.of().parseHex(hex)));
    }
}
