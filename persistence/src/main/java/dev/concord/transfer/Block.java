package dev.concord.transfer;

import java.util.List;
import java.util.Optional;

/**
 * A block of cells as read from text. Immutable.
 *
 * @param lines the cells of each line; lines may differ in length
 * @param separator what stood between two cells
 * @param quoted whether quotation marks enclosed cells; false where one of them had no partner, so that all are text
 */
public record Block(List<List<String>> lines, Separator separator, boolean quoted) {

    public Block {
        lines = List.copyOf(lines);
    }

    /** The number of lines. */
    public int height() {
        return lines.size();
    }

    /** The number of cells of the longest line. */
    public int width() {
        return lines.stream().mapToInt(List::size).max().orElse(0);
    }

    /** How many lines have fewer cells than the longest. */
    public int shorter() {
        int width = width();
        return (int) lines.stream().filter(line -> line.size() < width).count();
    }

    /** The text of a cell; empty where its line ends before it. */
    public Optional<String> text(int line, int cell) {
        List<String> cells = lines.get(line);
        return cell < cells.size() ? Optional.of(cells.get(cell)) : Optional.empty();
    }

    /** Returns the block without its first line. */
    public Block withoutFirst() {
        return new Block(lines.subList(1, lines.size()), separator, quoted);
    }
}
