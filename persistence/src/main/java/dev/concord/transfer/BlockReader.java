package dev.concord.transfer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a block of cells from text: separated by tabs as spreadsheets copy cells, or by commas or semicolons as in a CSV file.
 * Cells may be enclosed in quotation marks and contain line breaks then. A text with a quotation mark that has no partner is read
 * without regard to quotation marks, so that no cell swallows the lines after it.
 *
 * <p>Takes as long as the text is; call it in the background. Safe to share between threads.
 */
public final class BlockReader {
    /** The most characters that are read. */
    public static final int MOST_CHARACTERS = 10_000_000;

    /** The most cells that are read. */
    public static final int MOST_CELLS = 200_000;

    /** So many lines show what separates cells. */
    private static final int LOOKED_AT = 200;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*[+\u2212-]?\\d+,\\d+\\s*");

    private BlockReader() {}

    /** Reads a text, and finds out what separates its cells. */
    public static BlockReading read(String text) {
        return read(text, separator(unmarked(text)).orElse(Separator.TAB));
    }

    /** Reads a text whose cells are separated in a known way. */
    public static BlockReading read(String text, Separator separator) {
        String cells = unmarked(text);
        if (cells.isEmpty()) {
            return new BlockReading.Nothing();
        }
        if (cells.length() > MOST_CHARACTERS) {
            return tooLarge();
        }
        return quoted(cells, separator, Integer.MAX_VALUE)
                .map(lines -> block(lines, separator, true))
                .orElseGet(() -> block(plain(cells, separator), separator, false));
    }

    private static String unmarked(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static BlockReading block(List<List<String>> lines, Separator separator, boolean quoted) {
        return lines.stream().mapToLong(List::size).sum() > MOST_CELLS
                ? tooLarge()
                : new BlockReading.Read(new Block(lines, separator, quoted));
    }

    private static BlockReading tooLarge() {
        return new BlockReading.TooLarge(MOST_CHARACTERS, MOST_CELLS);
    }

    /**
     * A tab anywhere separates cells. Without one, a comma or a semicolon does where each of several lines has the same number of
     * them, because a single line of words with a comma is one text.
     */
    private static Optional<Separator> separator(String text) {
        if (text.indexOf(Separator.TAB.character()) >= 0) {
            return Optional.of(Separator.TAB);
        }
        return text.length() > MOST_CHARACTERS
                ? Optional.empty()
                : Stream.of(Separator.SEMICOLON, Separator.COMMA)
                        .filter(separator -> quoted(text, separator, LOOKED_AT)
                                .filter(lines -> separates(separator, lines))
                                .isPresent())
                        .findFirst();
    }

    private static boolean separates(Separator separator, List<List<String>> lines) {
        int width = lines.isEmpty() ? 0 : lines.getFirst().size();
        return lines.size() > 1
                && width > 1
                && lines.stream().allMatch(line -> line.size() == width)
                && !lines.stream().allMatch(BlockReader::words)
                && !(separator == Separator.COMMA && lines.stream().allMatch(BlockReader::decimal));
    }

    /** As in "Nowak, Anna". */
    private static boolean words(List<String> line) {
        return line.stream().skip(1).allMatch(cell -> cell.startsWith(" "));
    }

    /** As in "1,5". */
    private static boolean decimal(List<String> line) {
        return DECIMAL_COMMA.matcher(String.join(",", line)).matches();
    }

    /** The cells of the first lines; empty where a quotation mark has no partner. */
    private static Optional<List<List<String>>> quoted(String text, Separator separator, int most) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(separator.character())
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(MOST_CHARACTERS + 1)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            while (lines.size() < most && records.hasNext()) {
                lines.add(records.next().getFields());
            }
            return Optional.of(lines);
        } catch (CsvParseException stray) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", impossible);
        }
    }

    private static List<List<String>> plain(String text, Separator separator) {
        Pattern between = Pattern.compile(String.valueOf(separator.character()), Pattern.LITERAL);
        return text.lines().map(line -> List.of(between.split(line, -1))).toList();
    }
}
