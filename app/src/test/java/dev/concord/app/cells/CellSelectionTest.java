package dev.concord.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.cells.CellRectangle.EveryRow;
import dev.concord.app.cells.CellRectangle.RowRange;
import dev.concord.catalog.Column;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is selected of a table of a million rows, of which the grid has a thousand. */
class CellSelectionTest {
    private static final int TABLE = 1_000_000;
    private static final int WINDOW = 1_000;

    private final Window window = new Window(true);
    private final CellSelection cells = new CellSelection(window);

    @BeforeEach
    void show() {
        cells.show(columns("ID", "NAME", "PRICE", "REMARK"));
        window.land(0);
    }

    @Test
    void nothingIsSelectedAtFirst() {
        assertThat(cells.current()).isEmpty();
        assertThat(cells.rectangle()).isEmpty();
        assertThat(cells.single()).isTrue();
        cells.move(5, 5);
        assertThat(current()).isEqualTo("0 ID");
    }

    @Test
    void theCurrentCellStaysWithinWhatThereIs() {
        cells.go(3, "NAME");
        cells.move(-10, -10);
        assertThat(current()).isEqualTo("0 ID");
        cells.move(WINDOW * 2, 99);
        assertThat(current()).isEqualTo((WINDOW - 1) + " REMARK");
        cells.go(WINDOW, "NAME");
        cells.go(0, "MISSING");
        assertThat(current()).isEqualTo((WINDOW - 1) + " REMARK");
    }

    @Test
    void aRectangleHasTwoCornersAndIsTheSameFromEither() {
        cells.go(10, "PRICE");
        cells.extend(-3, -1);
        assertThat(selected()).isEqualTo("7..10 NAME PRICE");
        assertThat(current()).isEqualTo("10 PRICE");
        assertThat(cells.contains(8, "NAME")).isTrue();
        assertThat(cells.contains(6, "NAME")).isFalse();
        assertThat(cells.contains(8, "ID")).isFalse();
        cells.extend(5, 2);
        assertThat(selected()).isEqualTo("10..12 PRICE REMARK");
        assertThat(range().count()).hasValue(3);
        assertThat(range().loaded()).hasSize(3);
        cells.collapse();
        assertThat(selected()).isEqualTo("10..10 PRICE");
    }

    @Test
    void rowsThatComeAndGoAboveChangeNothing() {
        cells.go(500, "NAME");
        cells.extend(100, 1);
        window.page(200);
        assertThat(selected()).isEqualTo("500..600 NAME PRICE");
        assertThat(cells.currentIndex()).isEqualTo(300);
        assertThat(cells.contains(400, "PRICE")).isTrue();
        assertThat(cells.contains(401, "PRICE")).isFalse();
        window.page(-200);
        assertThat(selected()).isEqualTo("500..600 NAME PRICE");
        assertThat(cells.currentIndex()).isEqualTo(500);
    }

    @Test
    void aRectangleGrowsBeyondTheRowsThatAreKept() {
        cells.go(5, "NAME");
        for (int i = 0; i < 20; i++) {
            cells.extend(WINDOW, 0);
            window.page(300);
        }
        assertThat(current()).isEqualTo("5 NAME");
        assertThat(cells.currentIndex()).isEqualTo(-1);
        assertThat(cells.contains(0, "NAME")).isTrue();
        assertThat(cells.contains(WINDOW - 1, "NAME")).isFalse();
        assertThat(range().complete()).isFalse();
        assertThat(range().count())
                .hasValue(Long.parseLong(range().last().row().get("ID").text()) - 5 + 1);
        for (int i = 0; i < 20; i++) {
            window.page(-300);
        }
        assertThat(cells.currentIndex()).isEqualTo(5);
        assertThat(cells.contains(WINDOW - 1, "NAME")).isTrue();
    }

    @Test
    void aPlaceFarAwayShowsWhetherItIsSelected() {
        cells.go(5, "NAME");
        cells.extend(10, 0);
        window.land(700_000);
        assertThat(current()).isEqualTo("5 NAME");
        assertThat(cells.contains(0, "NAME")).isFalse();
        cells.extendTo(3, "PRICE");
        assertThat(selected()).isEqualTo("5..700003 NAME PRICE");
        assertThat(range().count()).hasValue(699_999);
        assertThat(cells.contains(0, "NAME")).isTrue();
        window.land(300_000);
        assertThat(cells.contains(0, "NAME")).isTrue();
        assertThat(cells.contains(WINDOW - 1, "PRICE")).isTrue();
        window.land(900_000);
        assertThat(cells.contains(0, "NAME")).isFalse();
        window.land(0);
        assertThat(selected()).isEqualTo("5..700003 NAME PRICE");
        assertThat(cells.contains(4, "NAME")).isFalse();
    }

    @Test
    void whatIsSelectedGrowsAlsoWhereTheCurrentCellIsFarAway() {
        cells.go(5, "NAME");
        window.land(700_000);
        cells.extendTo(3, "NAME");
        cells.selectRows();
        assertThat(selected()).isEqualTo("5..700003 ID NAME PRICE REMARK");
        cells.selectColumns();
        assertThat(selected()).isEqualTo("every ID NAME PRICE REMARK");
        cells.moveToColumn(true);
        assertThat(selected()).isEqualTo("5..5 REMARK");
        cells.selectAll();
        assertThat(current()).isEqualTo("5 REMARK");
    }

    @Test
    void wherePlacesHaveNoNumbersTheLastPageIsBelowEverythingElse() {
        window.numbered = false;
        cells.go(5, "NAME");
        window.land(TABLE - WINDOW);
        cells.extendTo(WINDOW - 1, "NAME");
        assertThat(selected()).isEqualTo("5.." + (TABLE - 1) + " NAME");
        assertThat(cells.contains(0, "NAME")).isTrue();
        assertThat(range().count()).isEmpty();
        window.land(0);
        assertThat(cells.contains(4, "NAME")).isFalse();
        assertThat(cells.contains(WINDOW - 1, "NAME")).isTrue();
        cells.go(900, "NAME");
        cells.extend(50, 0);
        window.page(960);
        window.page(-400);
        assertThat(selected()).isEqualTo("900..950 NAME");
    }

    @Test
    void everyRowIsNoMoreThanAWord() {
        cells.go(5, "NAME");
        cells.selectColumns();
        assertThat(selected()).isEqualTo("every NAME");
        assertThat(cells.contains(WINDOW - 1, "NAME")).isTrue();
        cells.extend(1, 1);
        assertThat(selected()).isEqualTo("every NAME PRICE");
        window.land(500_000);
        assertThat(selected()).isEqualTo("every NAME PRICE");
        cells.selectAll();
        assertThat(selected()).isEqualTo("every ID NAME PRICE REMARK");
        cells.go(0, "ID");
        assertThat(selected()).isEqualTo("500000..500000 ID");
        cells.selectRows();
        cells.extendToRow(2);
        assertThat(selected()).isEqualTo("500000..500002 ID NAME PRICE REMARK");
    }

    @Test
    void columnsHiddenAndMovedChangeNothing() {
        cells.go(5, "NAME");
        cells.extend(2, 1);
        cells.show(columns("PRICE", "REMARK", "ID", "NAME"));
        assertThat(current()).isEqualTo("5 NAME");
        assertThat(selected()).isEqualTo("5..7 PRICE REMARK ID NAME");
        cells.show(columns("ID", "NAME"));
        assertThat(selected()).isEqualTo("5..7 NAME");
    }

    @Test
    void theNextColumnTakesThePlaceOfACurrentOneThatIsHidden() {
        cells.go(5, "NAME");
        cells.show(columns("ID", "REMARK", "PRICE"));
        assertThat(current()).isEqualTo("5 PRICE");
        assertThat(selected()).isEqualTo("5..5 PRICE");
        cells.show(columns("ID", "REMARK"));
        assertThat(current()).isEqualTo("5 REMARK");
        cells.show(columns("ID", "NAME"));
        assertThat(current()).isEqualTo("5 ID");
    }

    @Test
    void anotherOrderKeepsTheCurrentCellAndEveryRow() {
        cells.go(5, "NAME");
        cells.extend(3, 1);
        cells.reordered();
        assertThat(selected()).isEqualTo("5..5 NAME PRICE");
        FXCollections.reverse(window.rows());
        assertThat(current()).isEqualTo("5 NAME");
        assertThat(cells.currentIndex()).isEqualTo(WINDOW - 6);
        cells.selectColumns();
        cells.reordered();
        assertThat(selected()).isEqualTo("every NAME PRICE");
        cells.filtered();
        assertThat(selected()).isEqualTo("5..5 NAME");
    }

    @Test
    void aRowReadAgainIsTheSameRow() {
        cells.go(5, "NAME");
        cells.extend(3, 0);
        window.rows()
                .setAll(window.rows().stream()
                        .map(row -> row.with("NAME", Value.of("changed")))
                        .toList());
        assertThat(selected()).isEqualTo("5..8 NAME");
        assertThat(cells.current().orElseThrow().row().get("NAME")).isEqualTo(Value.of("changed"));
        window.rows().set(5, window.rows().get(5).with("NAME", Value.of("again")));
        assertThat(cells.current().orElseThrow().row().get("NAME")).isEqualTo(Value.of("again"));
    }

    @Test
    void whatIsDeletedShrinksTheSelectionToTheCurrentCellOrNothing() {
        cells.go(5, "NAME");
        cells.extend(3, 1);
        window.rows().remove(6);
        assertThat(selected()).isEqualTo("5..8 NAME PRICE");
        window.rows().remove(7);
        assertThat(selected()).isEqualTo("5..5 NAME");
        Row deleted = window.rows().remove(5);
        assertThat(cells.current()).isEmpty();
        assertThat(cells.rectangle()).isEmpty();
        window.rows().add(9, deleted);
        assertThat(current()).isEqualTo("5 NAME");
    }

    @Test
    void aRecordIsFollowedAsSoonAsItsRowIsThere() {
        cells.go(5, "NAME");
        cells.follow(Optional.of(key(200_000)));
        assertThat(cells.current()).isEmpty();
        window.land(199_500);
        assertThat(current()).isEqualTo("200000 NAME");
        cells.renamed(key(200_000), key(7_000_000));
        window.rows().set(500, row(7_000_000));
        assertThat(current()).isEqualTo("7000000 NAME");
        cells.follow(Optional.empty());
        assertThat(cells.current()).isEmpty();
    }

    @Test
    void stepsWrapAtTheEndsOfARow() {
        cells.go(5, "REMARK");
        cells.step(true);
        assertThat(current()).isEqualTo("6 ID");
        cells.step(false);
        assertThat(current()).isEqualTo("5 REMARK");
        cells.go(0, "ID");
        cells.step(false);
        assertThat(current()).isEqualTo("0 ID");
    }

    @Test
    void aMoveIsReportedBeforeTheCurrentCellIs() {
        List<String> heard = new ArrayList<>();
        cells.moves().subscribe((was, now) -> heard.add("moved"));
        cells.currentProperty()
                .subscribe((was, now) ->
                        heard.add(now.orElseThrow().row().get("ID").text()));
        cells.go(5, "NAME");
        cells.extend(1, 0);
        assertThat(heard).containsExactly("moved", "5", "moved");
        window.page(200);
        cells.show(columns("ID", "NAME"));
        assertThat(heard).hasSize(3);
    }

    @Test
    void rowsWithoutAKeyAreNamedByThemselves() {
        Window keyless = new Window(false);
        CellSelection selection = new CellSelection(keyless);
        selection.show(columns("ID", "NAME"));
        keyless.land(0);
        selection.go(5, "NAME");
        assertThat(selection.current().orElseThrow().key()).isEmpty();
        keyless.page(3);
        assertThat(selection.currentIndex()).isEqualTo(2);
        keyless.rows().setAll(IntStream.range(0, 10).mapToObj(Window::copy).toList());
        assertThat(selection.currentIndex()).isEqualTo(5);
    }

    private String current() {
        CurrentCell cell = cells.current().orElseThrow();
        return cell.row().get("ID").text() + " " + cell.column().name();
    }

    private RowRange range() {
        return (RowRange) cells.rectangle().orElseThrow().rows();
    }

    private String selected() {
        CellRectangle selected = cells.rectangle().orElseThrow();
        String of =
                switch (selected.rows()) {
                    case EveryRow() -> "every";
                    case RowRange range ->
                        range.first().row().get("ID").text() + ".."
                                + range.last().row().get("ID").text();
                };
        return of + " "
                + String.join(" ", selected.columns().stream().map(Column::name).toList());
    }

    private static List<Column> columns(String... names) {
        return Stream.of(names)
                .map(name -> new Column(
                        name,
                        "varchar",
                        ValueKind.TEXT,
                        0,
                        0,
                        true,
                        Optional.empty(),
                        Column.Generation.NONE,
                        List.of(),
                        ""))
                .toList();
    }

    private static Row row(int number) {
        return Row.of(List.of("ID", "NAME"), List.of(Value.of(number), Value.of("name")));
    }

    private static RecordKey key(int number) {
        return new RecordKey(new TableId("", "T"), Row.of("ID", Value.of(number)));
    }

    /** A thousand rows out of a million. */
    private static final class Window implements GridRows {
        private final boolean keyed;
        private final ObservableList<Row> rows = FXCollections.observableArrayList();
        private boolean numbered = true;
        private int first;

        Window(boolean keyed) {
            this.keyed = keyed;
        }

        /** Jumps to a row. */
        void land(int row) {
            first = row;
            rows.setAll(
                    IntStream.range(row, row + WINDOW).mapToObj(Window::copy).toList());
        }

        /** Scrolls by some rows, less than all that are loaded. */
        void page(int by) {
            if (by > 0) {
                int end = first + rows.size();
                rows.addAll(
                        IntStream.range(end, end + by).mapToObj(Window::copy).toList());
                first += by;
                rows.remove(0, by);
            } else {
                first += by;
                rows.addAll(
                        0,
                        IntStream.range(first, first - by)
                                .mapToObj(Window::copy)
                                .toList());
                rows.remove(rows.size() + by, rows.size());
            }
        }

        private static Row copy(int number) {
            return row(number);
        }

        @Override
        public ObservableList<Row> rows() {
            return rows;
        }

        @Override
        public Optional<RecordKey> keyOf(Row row) {
            return keyed ? Optional.of(new RecordKey(new TableId("", "T"), row.only(List.of("ID")))) : Optional.empty();
        }

        @Override
        public OptionalLong before() {
            return numbered ? OptionalLong.of(first) : OptionalLong.empty();
        }

        @Override
        public boolean above() {
            return first > 0;
        }

        @Override
        public boolean below() {
            return first + rows.size() < TABLE;
        }
    }
}
