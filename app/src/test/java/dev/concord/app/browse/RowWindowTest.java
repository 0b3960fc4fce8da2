package dev.concord.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.pending.EditId;
import dev.concord.catalog.TableId;
import dev.concord.query.Page;
import dev.concord.query.Position;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a table of ten thousand rows while one scrolls through it. */
class RowWindowTest {
    private static final int TABLE = 10_000;
    private static final int PAGE = 200;

    private final RowWindow window = new RowWindow(row -> Optional.of(key(row)));

    @Test
    void scrollingThroughATableKeepsAFewPagesAndMissesNoRow() {
        window.show(page(0), OptionalLong.of(0));
        int first = 0;
        while (window.next().isPresent()) {
            int before = window.rows().size();
            window.append(page(start(window.next())));
            assertThat(window.rows()).hasSizeLessThanOrEqualTo(RowWindow.MOST + PAGE);
            first += before + PAGE - window.rows().size();
            assertThat(numbers()).isEqualTo(range(first));
            assertThat(window.before()).hasValue(first);
        }
        assertThat(numbers().getLast()).isEqualTo(TABLE - 1);
        while (window.previous().isPresent()) {
            window.prepend(page(end(window.previous()) - PAGE));
            assertThat(window.rows()).hasSizeLessThanOrEqualTo(RowWindow.MOST + PAGE);
            assertThat(numbers()).isEqualTo(range(numbers().getFirst()));
            assertThat(window.before()).hasValue(numbers().getFirst());
        }
        assertThat(numbers().getFirst()).isZero();
        assertThat(window.next()).isPresent();
    }

    @Test
    void rowsRemovedAreNotCountedWhenTheirPageIsPushedOut() {
        window.show(page(0), OptionalLong.of(0));
        window.put(key(row(9_999)), row(9_999));
        assertThat(window.remove(key(row(3)))).isTrue();
        assertThat(window.remove(key(row(3)))).isFalse();
        for (int i = 1; i < 15; i++) {
            window.append(page(i * PAGE));
        }
        assertThat(numbers()).isEqualTo(range(numbers().getFirst()));
        assertThat(numbers().getFirst() % PAGE).isZero();
        assertThat(numbers().getLast()).isEqualTo(15 * PAGE - 1);
    }

    @Test
    void aRowThatMovedIsNotShownTwice() {
        window.show(page(0), OptionalLong.of(0));
        window.append(new Page(List.of(row(7), row(200)), Optional.empty(), Optional.empty()));
        assertThat(numbers()).hasSize(PAGE + 1).doesNotHaveDuplicates();
    }

    @Test
    void newRecordsHaveRowsOnlyWhereTheTableEnds() {
        Row begun = new EditId.New(1).rowIn(new TableId("", "T")).columns();
        Row empty = new EditId.New(2).rowIn(new TableId("", "T")).columns();
        window.fresh(List.of(begun, empty), true);
        assertThat(window.rows()).as("nothing is known of the end").isEmpty();
        window.show(page(TABLE - PAGE), OptionalLong.empty());
        assertThat(window.rows()).hasSize(PAGE + 2).endsWith(begun, empty);
        window.add(key(row(20_000)), row(20_000));
        window.fresh(List.of(empty), true);
        assertThat(window.rows()).as("saved where it was new").endsWith(row(20_000), empty);
        assertThat(window.loaded()).hasSize(PAGE + 1);
        while (window.next().isEmpty()) {
            window.prepend(page(end(window.previous()) - PAGE));
        }
        assertThat(window.rows()).isEqualTo(window.loaded());
        assertThat(numbers()).isEqualTo(range(numbers().getFirst()));
        window.append(page(start(window.next())));
        assertThat(window.rows()).endsWith(empty);
        window.detach();
        window.fresh(List.of(begun, empty), true);
        assertThat(window.rows()).as("while the rows are read again").endsWith(begun, empty);
        window.show(new Page(List.of(), Optional.empty(), Optional.empty()), OptionalLong.of(0));
        assertThat(window.rows()).containsExactly(begun, empty);
        window.fresh(List.of(empty), false);
        assertThat(window.rows()).isEmpty();
    }

    private List<Integer> numbers() {
        return window.rows().stream().map(RowWindowTest::number).toList();
    }

    private List<Integer> range(int first) {
        return IntStream.range(first, first + window.rows().size()).boxed().toList();
    }

    private static int start(Optional<Position> place) {
        return place.map(Position.Beside.class::cast)
                .map(beside -> number(beside.values()) + 1)
                .orElseThrow();
    }

    private static int end(Optional<Position> place) {
        return place.map(Position.Beside.class::cast)
                .map(beside -> number(beside.values()))
                .orElseThrow();
    }

    private static Page page(int from) {
        int to = Math.min(from + PAGE, TABLE);
        return new Page(
                IntStream.range(from, to).mapToObj(RowWindowTest::row).toList(),
                from == 0 ? Optional.empty() : Optional.of(Position.before(row(from))),
                to == TABLE ? Optional.empty() : Optional.of(Position.after(row(to - 1))));
    }

    private static Row row(int number) {
        return Row.of("id", Value.of(number));
    }

    private static int number(Row row) {
        return Integer.parseInt(row.get("id").text());
    }

    private static RecordKey key(Row row) {
        return new RecordKey(new TableId("public", "t"), row);
    }
}
