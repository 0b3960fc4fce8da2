package dev.concord.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\r\nc\td\r\n", "a\tb\nc\td\n", "a\tb\rc\td\r", "a\tb\nc\td", "\uFEFFa\tb\nc\td"})
    void anyLineEndEndsALineAndTheLastOneAddsNone(String text) {
        assertThat(read(text).lines()).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(read(text).separator()).isEqualTo(Separator.TAB);
    }

    @Test
    void quotedCellsKeepTheirLineBreaksTabsAndQuotationMarks() {
        Block block = read("\"one\r\ntwo\nthree\"\t\"a \"\"b\"\" c\"\n\"x\ty\"\tz\n");

        assertThat(block.lines()).containsExactly(List.of("one\r\ntwo\nthree", "a \"b\" c"), List.of("x\ty", "z"));
        assertThat(block.quoted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Big\" Tom\tx\ny\tz", "\"open\tx\ny\tz\n"})
    void aQuotationMarkWithoutPartnerIsTextAndSwallowsNothing(String text) {
        Block block = read(text);

        assertThat(block.height()).isEqualTo(2);
        assertThat(block.lines().getLast()).containsExactly("y", "z");
        assertThat(block.text(0, 0).orElseThrow()).startsWith("\"");
        assertThat(block.quoted()).isFalse();
    }

    @Test
    void aQuotationMarkInsideACellIsText() {
        assertThat(read("5\" disk\tx\"y\nr\ts").lines())
                .containsExactly(List.of("5\" disk", "x\"y"), List.of("r", "s"));
        assertThat(read("5\" disk\tx\"y\nr\ts").quoted()).isTrue();
    }

    @Test
    void emptyLinesAreLinesWithOneEmptyCell() {
        assertThat(read("a\n\nb\n").lines()).containsExactly(List.of("a"), List.of(""), List.of("b"));
        assertThat(read("\n").lines()).containsExactly(List.of(""));
    }

    @Test
    void linesMayDifferInLength() {
        Block block = read("a\tb\tc\nd\ne\tf\n");

        assertThat(block.width()).isEqualTo(3);
        assertThat(block.shorter()).isEqualTo(2);
        assertThat(block.text(0, 2)).contains("c");
        assertThat(block.text(1, 1)).isEmpty();
    }

    @Test
    void semicolonsOrCommasSeparateWhereEveryLineHasAsMany() {
        assertThat(read("a;1,5\nb;2,5\n").separator()).isEqualTo(Separator.SEMICOLON);
        assertThat(read("a;1,5\nb;2,5\n").lines()).containsExactly(List.of("a", "1,5"), List.of("b", "2,5"));
        assertThat(read("a,1.5\n\"b,c\",2.5\n").lines()).containsExactly(List.of("a", "1.5"), List.of("b,c", "2.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowak, Anna", "a,b", "Nowak, Anna\nBerg, Jo", "1,5\n-2,75\n3,0", "a,b\nc", "one;\ntwo"})
    void wordsAndNumbersWithACommaAreOneCell(String text) {
        assertThat(read(text).width()).isEqualTo(1);
        assertThat(read(text).lines().getFirst())
                .containsExactly(text.lines().findFirst().orElseThrow());
    }

    @Test
    void theSeparatorCanBeGiven() {
        assertThat(read("Nowak, Anna", Separator.COMMA).lines()).containsExactly(List.of("Nowak", " Anna"));
        assertThat(read("a;b\tc", Separator.SEMICOLON).lines()).containsExactly(List.of("a", "b\tc"));
    }

    @Test
    void noTextIsNoBlock() {
        assertThat(BlockReader.read("")).isEqualTo(new BlockReading.Nothing());
        assertThat(BlockReader.read("\uFEFF")).isEqualTo(new BlockReading.Nothing());
    }

    @Test
    void aTextThatIsTooLongOrHasTooManyCellsIsNotRead() {
        assertThat(BlockReader.read("x".repeat(BlockReader.MOST_CHARACTERS + 1)))
                .isInstanceOf(BlockReading.TooLarge.class);
        assertThat(BlockReader.read("a\tb\n".repeat(BlockReader.MOST_CELLS / 2 + 1)))
                .isInstanceOf(BlockReading.TooLarge.class);
        assertThat(read("a\tb\n".repeat(BlockReader.MOST_CELLS / 2)).height()).isEqualTo(BlockReader.MOST_CELLS / 2);
        assertThat(read("\"" + "x".repeat(BlockReader.MOST_CHARACTERS - 2) + "\"")
                        .quoted())
                .isTrue();
    }

    @Test
    void theFirstLineCanBeLeftOut() {
        assertThat(read("a\tb\nc\td").withoutFirst().lines()).containsExactly(List.of("c", "d"));
    }

    private static Block read(String text) {
        return block(BlockReader.read(text));
    }

    private static Block read(String text, Separator separator) {
        return block(BlockReader.read(text, separator));
    }

    private static Block block(BlockReading reading) {
        assertThat(reading).isInstanceOf(BlockReading.Read.class);
        return ((BlockReading.Read) reading).block();
    }
}
