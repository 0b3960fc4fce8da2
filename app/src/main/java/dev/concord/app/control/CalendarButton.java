package dev.concord.app.control;

import atlantafx.base.controls.Calendar;
import atlantafx.base.theme.Styles;
import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** Opens a calendar beside a typed date; also by Alt+Down. A day picked keeps the time of day and the offset. */
final class CalendarButton extends Button {
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    private final TypedEditor editor;
    private final Column column;
    private final Texts texts;
    private final ValueText values;
    private final Popup popup = new Popup();

    CalendarButton(TypedEditor editor, Column column, Texts texts) {
        super("", Icon.CALENDAR.node());
        this.editor = editor;
        this.column = column;
        this.texts = texts;
        this.values = new ValueText(texts);
        getStyleClass().addAll(Styles.BUTTON_ICON, "value-button");
        setFocusTraversable(false);
        setAccessibleText(texts.get("value.calendar"));
        Hint.put(this, texts.get("value.calendar.tip"));
        disableProperty().bind(editor.editable().not());
        setOnAction(event -> open());
        popup.setAutoHide(true);
    }

    void listenIn(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event) && !isDisabled()) {
                open();
                event.consume();
            }
        });
    }

    private void open() {
        LocalDate day = day(current());
        Calendar calendar = new Calendar(day);
        calendar.setSkin(new MonthChoiceSkin(calendar, texts));
        calendar.valueProperty().subscribe((was, picked) -> {
            if (picked != null) {
                pick(picked);
            }
        });
        Button today = new Button(texts.get("value.calendar.today"));
        today.getStyleClass().addAll(Styles.FLAT, "value-today");
        today.setOnAction(event -> pick(LocalDate.now(ZoneId.systemDefault())));
        calendar.setBottomNode(today);
        StackPane card = new StackPane(calendar);
        card.getStyleClass().add("value-calendar");
        popup.getContent().setAll(card);
        Bounds below = editor.node().localToScreen(editor.node().getBoundsInLocal());
        popup.show(editor.node(), below.getMinX(), below.getMaxY() + 2);
        calendar.requestFocus();
    }

    private void pick(LocalDate day) {
        editor.choose(on(day));
        popup.hide();
        editor.focusTarget().requestFocus();
    }

    /** Returns the value as a date, also where a database with dynamic types stores dates as text. */
    private Value current() {
        Value value = editor.value().get();
        return value instanceof Value.Text text && text(text) instanceof Parsed.Read read ? read.value() : value;
    }

    private Parsed text(Value.Text text) {
        return values.parse(text.text(), column);
    }

    private LocalDate day(Value value) {
        return switch (value) {
            case Value.Date d -> d.date();
            case Value.DateTime t -> t.dateTime().toLocalDate();
            case Value.Moment m -> values.here(m.moment()).toLocalDate();
            default -> LocalDate.now(ZoneId.systemDefault());
        };
    }

    private Value on(LocalDate day) {
        return switch (column.kind()) {
            case TIMESTAMP ->
                new Value.DateTime(
                        current() instanceof Value.DateTime old
                                ? day.atTime(old.dateTime().toLocalTime())
                                : day.atStartOfDay());
            case ZONED_TIMESTAMP -> new Value.Moment(moment(day));
            default -> new Value.Date(day);
        };
    }

    private OffsetDateTime moment(LocalDate day) {
        if (!(current() instanceof Value.Moment(OffsetDateTime old))) {
            return day.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime();
        }
        OffsetDateTime here = values.here(old);
        OffsetDateTime picked =
                here.atZoneSimilarLocal(ZoneId.systemDefault()).with(day).toOffsetDateTime();
        return here.getOffset().equals(old.getOffset()) ? picked : picked.withOffsetSameInstant(old.getOffset());
    }
}
