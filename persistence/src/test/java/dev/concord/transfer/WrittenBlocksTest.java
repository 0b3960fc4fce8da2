package dev.concord.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.EveryKindOfValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blocks of cells written as text in every form, and read again. */
class WrittenBlocksTest {
    private static final CellBlock BLOCK = block(
            List.of("name", "amount"),
            List.of(
                    List.of(Value.of("two\nlines"), Value.of(new BigDecimal("1234567.50"))),
                    List.of(Value.of("a \"word\",\ta tab; | * <b>\\"), Value.of(0)),
                    List.of(Value.of(""), Value.ofNull()),
                    List.of(Value.ofNull(), Value.of(-3))));

    @Test
    void tabsQuoteWhatWouldBreakTheLine() {
        assertThat(SeparatedText.tabs(BLOCK, false))
                .isEqualTo("\"two\nlines\"\t1234567.5\n\"a \"\"word\"\",\ta tab; | * <b>\\\"\t0\n\t\n\t-3");
        assertThat(SeparatedText.tabs(BLOCK, true)).startsWith("name\tamount\n\"two");
    }

    @Test
    void csvTellsNullFromTheEmptyText() {
        assertThat(SeparatedText.csv(BLOCK)).isEqualTo("""
                        name,amount\r
                        "two
                        lines",1234567.5\r
                        "a ""word"",\ta tab; | * <b>\\",0\r
                        "",\r
                        ,-3\r
                        """);
    }

    @Test
    void everyKindOfValueIsReadAgainAsTheTextItIsWrittenAs() {
        for (Value value : EveryKindOfValue.VALUES) {
            CellBlock block = block(List.of("a", "b"), List.of(List.of(value, Value.of("end")), List.of(value, value)));
            List<List<String>> texts = List.of(List.of(value.text(), "end"), List.of(value.text(), value.text()));
            assertThat(read(SeparatedText.tabs(block, false), Separator.TAB)).isEqualTo(texts);
            List<List<String>> withHeader = new ArrayList<>(List.of(List.of("a", "b")));
            withHeader.addAll(texts);
            assertThat(read(SeparatedText.csv(block), Separator.COMMA)).isEqualTo(withHeader);
        }
    }

    private static List<List<String>> read(String text, Separator separator) {
        return switch (BlockReader.read(text, separator)) {
            case BlockReading.Read(Block block) -> block.lines();
            case BlockReading.Nothing _, BlockReading.TooLarge _ -> List.of();
        };
    }

    @Test
    void htmlKeepsNumbersAndTextsApart() {
        assertThat(HtmlTable.of(BLOCK, true))
                .contains(
                        "<tr><th>name</th><th>amount</th></tr>",
                        ">two<br style=\"mso-data-placement:same-cell\">lines</td>",
                        "<td x:num=\"1234567.5\" sdval=\"1234567.5\" sdnum=\"1033;\">1234567.5</td>",
                        "a &quot;word&quot;,\ta tab; | * &lt;b&gt;\\</td>",
                        "<tr><td></td><td x:num=\"-3\"");
        assertThat(HtmlTable.of(block(List.of("a"), List.of(List.of(Value.of("007")))), false))
                .contains("<td style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">007</td>")
                .doesNotContain("<th>");
    }

    @Test
    void jsonKeepsKindsAndDigits() {
        CellBlock block = block(
                List.of("a", "b", "c", "d"),
                List.of(
                        List.of(
                                Value.of(new BigDecimal("12345678901234567890.123")),
                                Value.ofNull(),
                                new Value.Json(" {\"x\": [1]} "),
                                new Value.Binary(Bytes.of(new byte[] {1, 2, 3}))),
                        List.of(
                                new Value.Float64(Double.NaN),
                                Value.of(true),
                                new Value.Json("{no json"),
                                new Value.Date(LocalDate.of(2026, 3, 16)))));
        assertThat(JsonRows.of(block)).isEqualTo("""
                        [
                        { "a" : 12345678901234567890.123, "b" : null, "c" : {"x": [1]}, "d" : "AQID" },
                        { "a" : "NaN", "b" : true, "c" : "{no json", "d" : "2026-03-16" }
                        ]""");
        assertThat(JsonRows.of(block(List.of("a"), List.of()))).isEqualTo("[ ]");
    }

    @Test
    void jsonOfEveryKindOfValueIsJson() throws IOException {
        CellBlock block = block(
                List.of("a"), EveryKindOfValue.VALUES.stream().map(List::of).toList());
        int values = 0;
        try (JsonParser parser = new JsonFactory().createParser(JsonRows.of(block))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += token == JsonToken.FIELD_NAME && parser.currentName().equals("a") ? 1 : 0;
            }
        }
        // The document among the values has such a name, too.
        assertThat(values).isEqualTo(EveryKindOfValue.VALUES.size() + 1);
    }

    @Test
    void markdownEscapesWhatIsItsOwn() {
        CellBlock block = new CellBlock(
                List.of(column("a|b", ValueKind.TEXT), column("amount", ValueKind.DECIMAL)), BLOCK.rows());
        Row row = Row.of(List.of("a|b", "amount"), List.of(Value.of("x | y\r\n\\ `c` *d* <e>"), Value.of(2)));
        assertThat(MarkdownTable.of(new CellBlock(block.columns(), List.of(row))))
                .isEqualTo("""
                        | a\\|b | amount |
                        | --- | ---: |
                        | x \\| y<br>\\\\ \\`c\\` \\*d\\* \\<e> | 2 |
                        """);
    }

    private static CellBlock block(List<String> names, List<? extends List<Value>> rows) {
        return new CellBlock(
                names.stream().map(name -> column(name, ValueKind.TEXT)).toList(),
                rows.stream().map(values -> Row.of(names, List.copyOf(values))).toList());
    }

    private static Column column(String name, ValueKind kind) {
        return new Column(name, "any", kind, 0, 0, true, Optional.empty(), Column.Generation.NONE, List.of(), "");
    }
}
