package dev.concord.app.control;

import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.CalendarSkin;
import dev.concord.ui.text.Texts;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A calendar whose month is chosen from a list and whose year is typed, so that a birthday is not hundreds of clicks away. FX thread only. */
final class MonthChoiceSkin extends CalendarSkin {
    private static final int YEAR_WIDTH = 96;
    private static final String YEAR_DIGITS = "-?\\d{1,9}";

    private final ComboBox<Month> months = new ComboBox<>();
    private final Spinner<Integer> years =
            new Spinner<>(new IntegerSpinnerValueFactory(Year.MIN_VALUE, Year.MAX_VALUE));
    private boolean busy;

    MonthChoiceSkin(Calendar calendar, Texts texts) {
        super(calendar);
        months.setId("calendar-month");
        months.getItems().setAll(Month.values());
        months.setVisibleRowCount(Month.values().length);
        months.setConverter(new Names(texts));
        months.setAccessibleText(texts.get("value.calendar.month"));
        years.setId("calendar-year");
        years.setEditable(true);
        years.setPrefWidth(YEAR_WIDTH);
        years.getEditor().setAccessibleText(texts.get("value.calendar.year"));
        Pane header = (Pane) monthLabel.getParent();
        int at = header.getChildren().indexOf(monthLabel);
        header.getChildren().removeAll(monthLabel, yearLabel);
        header.getChildren().add(at, months);
        header.getChildren().add(at + 1, years);
        displayedYearMonthProperty().subscribe(this::follow);
        months.valueProperty().subscribe(this::chosen);
        years.valueProperty().subscribe(this::chosen);
        years.getEditor().textProperty().subscribe(this::typed);
    }

    private void follow(YearMonth shown) {
        busy = true;
        months.setValue(shown.getMonth());
        // A year that is being typed is left alone.
        if (!years.getEditor().getText().equals(String.valueOf(shown.getYear()))) {
            years.getValueFactory().setValue(shown.getYear());
        }
        busy = false;
    }

    private void chosen() {
        if (!busy) {
            displayedYearMonthProperty().set(YearMonth.of(years.getValue(), months.getValue()));
        }
    }

    private void typed(String year) {
        if (!busy && year.matches(YEAR_DIGITS)) {
            displayedYearMonthProperty().set(YearMonth.of(Integer.parseInt(year), months.getValue()));
        }
    }

    private static final class Names extends StringConverter<Month> {
        private final Texts texts;

        Names(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(@Nullable Month month) {
            return month == null ? "" : month.getDisplayName(TextStyle.FULL_STANDALONE, texts.names());
        }

        @Override
        public Month fromString(String name) {
            throw new UnsupportedOperationException("months are chosen, not typed");
        }
    }
}
