package dev.concord.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

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
