package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class ValueEditorsTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final String TINY_PNG = "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
            + "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082";

    private final VBox root = new VBox(8);

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        Scene scene = new Scene(root, 420, 320);
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.setScene(scene);
        stage.show();
    }

    private ValueEditor show(FxRobot robot, Column column, Value value) {
        ValueEditor editor = ValueEditors.forColumn(column, TEXTS);
        robot.interact(() -> {
            root.getChildren().setAll(editor.node(), new TextField());
            editor.value().set(value);
            editor.focusTarget().requestFocus();
        });
        return editor;
    }

    private static String textOf(ValueEditor editor) {
        return ((TextInputControl) editor.focusTarget()).getText();
    }

    private static String promptOf(ValueEditor editor) {
        return ((TextInputControl) editor.focusTarget()).getPromptText();
    }

    private static void nullKey(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    }

    @Test
    void typingIntoATextChangesItsValue(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.of("Acme"));
        robot.type(KeyCode.END).write(" Ltd");
        assertThat(editor.value().get()).isEqualTo(Value.of("Acme Ltd"));
    }

    @Test
    void nullShowsAsAWordThatIsNotText(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.ofNull());
        assertThat(promptOf(editor) + "|" + textOf(editor)).isEqualTo("NULL|");
    }

    @Test
    void emptyTextShowsNoNull(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.of(""));
        assertThat(promptOf(editor) + "|" + textOf(editor)).isEqualTo("|");
    }

    @Test
    void typingIntoNullMakesItText(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.ofNull());
        robot.write("a");
        assertThat(editor.value().get()).isEqualTo(Value.of("a"));
    }

    @Test
    void erasingATextLeavesEmptyTextAndNotNull(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.ofNull());
        robot.write("a").type(KeyCode.BACK_SPACE);
        assertThat(editor.value().get()).isEqualTo(Value.of(""));
    }

    @Test
    void ctrlZeroMakesATextNull(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.of("Acme"));
        nullKey(robot);
        assertThat(editor.value().get()).isEqualTo(Value.ofNull());
    }

    @Test
    void ctrlZeroOnNullMakesEmptyText(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.ofNull());
        nullKey(robot);
        assertThat(editor.value().get()).isEqualTo(Value.of(""));
    }

    @Test
    void theNullSwitchWorksByMouse(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.of("Acme"));
        robot.clickOn(".null-toggle");
        assertThat(editor.value().get()).isEqualTo(Value.ofNull());
    }

    @Test
    void aColumnThatMustHaveAValueOffersNoNull(FxRobot robot) {
        show(robot, Columns.of("name", ValueKind.TEXT, 40, 0, false), Value.of("Acme"));
        assertThat(robot.lookup(".null-toggle").queryAll()).isEmpty();
    }

    @Test
    void aShortTextWithLineBreaksKeepsThem(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.of("one\ntwo"));
        assertThat(textOf(editor)).isEqualTo("one\ntwo");
    }

    @Test
    void lineBreaksOfWindowsSurviveTyping(FxRobot robot) {
        ValueEditor editor = show(robot, text(0), Value.of("one\r\ntwo"));
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).write("!");
        assertThat(editor.value().get()).isEqualTo(Value.of("one\r\ntwo!"));
    }

    @Test
    void everyLineKeepsItsOwnEndWhenAnotherIsEdited(FxRobot robot) {
        String stored = "first\r\nsecond\nthird\rfourth\u2028still\r\n";
        ValueEditor editor = show(robot, text(0), Value.of(stored));
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).write("!");
        assertThat(editor.value().get()).isEqualTo(Value.of(stored + "!"));
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL).type(KeyCode.DELETE);
        assertThat(editor.value().get()).isEqualTo(Value.of(stored.substring(1) + "!"));
        robot.write("f\n");
        assertThat(editor.value().get()).isEqualTo(Value.of("f\r\n" + stored.substring(1) + "!"));
        robot.type(KeyCode.BACK_SPACE);
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).type(KeyCode.BACK_SPACE);
        assertThat(editor.value().get()).isEqualTo(Value.of(stored));
    }

    @Test
    void whichOfTwoLineBreaksIsDeletedIsKnown(FxRobot robot) {
        ValueEditor editor = show(robot, text(0), Value.of("a\r\n\nb"));
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        robot.type(KeyCode.RIGHT).type(KeyCode.DELETE);
        assertThat(editor.value().get()).isEqualTo(Value.of("a\nb"));
    }

    @Test
    void aValueWithoutATypeOfItsColumnKeepsItsOwnType(FxRobot robot) {
        Column any = new Column(
                "v", "", ValueKind.OTHER, 0, 0, true, Optional.empty(), Column.Generation.NONE, List.of(), "");
        assertThat(edited(robot, any, Value.of(41), "2")).isEqualTo(Value.of(412));
        assertThat(edited(robot, any, Value.of(41), ".5")).isEqualTo(new Value.Float64(41.5));
        assertThat(edited(robot, any, new Value.Float64(1.5), "2")).isEqualTo(new Value.Float64(1.52));
        assertThat(edited(robot, any, Value.of("007"), "1")).isEqualTo(Value.of("0071"));
        assertThat(edited(robot, any, Value.of("13"), "0")).isEqualTo(Value.of("130"));
        assertThat(edited(robot, any, Value.of(41), " pieces")).isEqualTo(new Value.Other("", "41 pieces"));
    }

    private Value edited(FxRobot robot, Column column, Value before, String added) {
        ValueEditor editor = show(robot, column, before);
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).write(added);
        return editor.value().get();
    }

    @Test
    void enterInATextOfOneLineGoesOnAndShiftEnterBreaksTheLine(FxRobot robot) {
        for (int size : new int[] {40, 0}) {
            ValueEditor editor = show(robot, text(size), Value.of("one"));
            robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
            robot.type(KeyCode.ENTER);
            assertThat(editor.value().get()).isEqualTo(Value.of("one"));
            assertThat(editor.focusTarget().isFocused()).isFalse();
            robot.interact(() -> editor.focusTarget().requestFocus());
            robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
            robot.press(KeyCode.SHIFT)
                    .type(KeyCode.ENTER)
                    .release(KeyCode.SHIFT)
                    .write("two");
            assertThat(editor.value().get()).isEqualTo(Value.of("one\ntwo"));
            robot.type(KeyCode.ENTER).write("three");
            assertThat(editor.value().get()).isEqualTo(Value.of("one\ntwo\nthree"));
        }
    }

    @Test
    void enterBreaksTheLinesOfJson(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("j", ValueKind.JSON), new Value.Json("{}"));
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).type(KeyCode.ENTER);
        assertThat(editor.value().get()).isEqualTo(new Value.Json("{}\n"));
    }

    @Test
    void ofAVeryLongTextTheBeginningIsShownUntilAllIsAskedFor(FxRobot robot) {
        String text = "line of a very long text\r\n".repeat(40_000);
        ValueEditor editor = show(robot, text(0), Value.of(text));
        assertThat(textOf(editor)).hasSizeLessThan(10_000);
        robot.write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of(text));
        robot.interact(() -> editor.value().set(Value.of(text.substring(0, 50_000))));
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of(text.substring(0, 50_000) + "x"));
        String longer = text.substring(0, 110_000);
        robot.interact(() -> editor.value().set(Value.of(longer)));
        robot.clickOn("Show all");
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of(longer + "x"));
    }

    @Test
    void textWithCharactersThatCannotBeTypedIsNotEditable(FxRobot robot) {
        ValueEditor editor = show(robot, text(0), Value.of("bell\u0007"));
        robot.write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of("bell\u0007"));
    }

    @Test
    void textThatIsNotValidIsShownMarkedAndCanOnlyBeReplacedAsAWhole(FxRobot robot) {
        Value stored = new Value.Malformed(Bytes.of(new byte[] {'M', (byte) 0xfc, 'l'}));
        ValueEditor editor = show(robot, text(0), stored);
        assertThat(textOf(editor)).isEqualTo("M\\xFCl");
        robot.write("x");
        assertThat(editor.value().get()).isEqualTo(stored);
        assertThat(editor.focusTarget().getAccessibleHelp()).contains("Delete");
        robot.push(KeyCode.DELETE);
        assertThat(editor.value().get()).isEqualTo(Value.of(""));
        robot.write("Müller");
        assertThat(editor.value().get()).isEqualTo(Value.of("Müller"));
        robot.interact(() -> editor.value().set(stored));
        robot.write("x");
        assertThat(editor.value().get()).isEqualTo(stored);
    }

    @Test
    void aLongTextGrowsWithItsLines(FxRobot robot) {
        ValueEditor editor = show(robot, text(0), Value.of("one"));
        double before = height(editor);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        Frames.pass();
        assertThat(height(editor)).isGreaterThan(before + 20);
    }

    @Test
    void tabLeavesALongText(FxRobot robot) {
        ValueEditor editor = show(robot, text(0), Value.of("one"));
        robot.type(KeyCode.TAB);
        assertThat(editor.focusTarget().isFocused()).isFalse();
    }

    @Test
    void typingANumberChangesItsValue(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).write("2");
        assertThat(editor.value().get()).isEqualTo(Value.of(42));
    }

    @Test
    void textThatIsNoNumberIsSaidAndKept(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).write("x").type(KeyCode.TAB);
        assertThat(editor.problem().get() + textOf(editor)).isEqualTo("Not a whole number. Write it like 1500.4x");
    }

    @Test
    void aNumberThatIsNotReadableKeepsItsLastValue(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of(4));
    }

    @Test
    void mendingTheTextEndsTheProblem(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).write("x").type(KeyCode.BACK_SPACE);
        assertThat(editor.problem().get() + editor.unreadable().get()).isEmpty();
    }

    @Test
    void aValueSetFromOutsideDoesNotWipeUnreadableText(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).write("x");
        robot.interact(() -> editor.value().set(Value.of(7)));
        assertThat(textOf(editor)).isEqualTo("4x");
    }

    @Test
    void clearingUnreadableTextShowsTheValueAgain(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).write("x");
        robot.interact(() -> editor.unreadable().set(""));
        assertThat(textOf(editor) + editor.problem().get()).isEqualTo("4");
    }

    @Test
    void unreadableTextKeptElsewhereIsShownAgainWithItsProblem(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.interact(() -> editor.unreadable().set("4x"));
        assertThat(textOf(editor) + editor.problem().get()).isEqualTo("4xNot a whole number. Write it like 1500.");
    }

    @Test
    void theCaretStaysWhereOneTypes(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.DECIMAL, 10, 2, true), decimal("12.50"));
        robot.type(KeyCode.HOME).write("3");
        assertThat(((TextInputControl) editor.focusTarget()).getCaretPosition()).isEqualTo(1);
    }

    @Test
    void aDecimalTakesItsUsualFormOnceItIsLeft(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.DECIMAL, 10, 2, true), Value.ofNull());
        robot.write("1,5").type(KeyCode.TAB);
        assertThat(textOf(editor)).isEqualTo("1.50");
    }

    @Test
    void erasingANumberMakesItNull(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of(4));
        robot.type(KeyCode.END).type(KeyCode.BACK_SPACE);
        assertThat(editor.value().get()).isEqualTo(Value.ofNull());
    }

    @Test
    void textInANumberColumnIsShownWithoutComplaint(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of("n/a"));
        assertThat(textOf(editor) + editor.problem().get()).isEqualTo("n/a");
    }

    @Test
    void textInANumberColumnTypedBackIsTheSameText(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.of("n/a"));
        robot.type(KeyCode.END).write("x").type(KeyCode.BACK_SPACE);
        assertThat(editor.value().get()).isEqualTo(Value.of("n/a"));
    }

    @Test
    void yesAndNoAreChosenByMouse(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("b", ValueKind.BOOLEAN), Value.ofNull());
        robot.clickOn("No");
        assertThat(editor.value().get()).isEqualTo(Value.of(false));
    }

    @Test
    void theArrowKeysChooseAmongYesNoAndNull(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("b", ValueKind.BOOLEAN), Value.of(true));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(editor.value().get()).isEqualTo(Value.ofNull());
    }

    @Test
    void aChoiceClickedAgainStaysChosen(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("b", ValueKind.BOOLEAN), Value.of(true));
        robot.clickOn("Yes");
        assertThat(((ToggleButton) editor.focusTarget()).isSelected()).isTrue();
    }

    @Test
    void aNumberInABooleanColumnIsShownAsItIs(FxRobot robot) {
        show(robot, Columns.of("b", ValueKind.BOOLEAN), Value.of(5));
        assertThat(robot.lookup(".label").queryAllAs(Label.class))
                .anyMatch(l -> l.getText().equals("5"));
    }

    @Test
    void fieldsOfEveryKindAreEquallyHighAndTheirTextsStandInLine(FxRobot robot) {
        List<ValueEditor> editors = Stream.of(
                        text(40),
                        text(2000),
                        Columns.of("o", ValueKind.OTHER),
                        Columns.of("n", ValueKind.INTEGER),
                        Columns.of("d", ValueKind.DATE),
                        Columns.of("u", ValueKind.UUID))
                .map(column -> ValueEditors.forColumn(column, TEXTS))
                .toList();
        robot.interact(() -> {
            root.getChildren().setAll(editors.stream().map(ValueEditor::node).toList());
            editors.get(0).value().set(Value.of("Xx"));
            editors.get(1).value().set(Value.of("Xx"));
            editors.get(2).value().set(new Value.Other("o", "Xx"));
            editors.get(3).value().set(Value.of(12));
            editors.get(4).value().set(new Value.Date(LocalDate.of(2026, 11, 22)));
            editors.get(5).value().set(new Value.Uuid(new UUID(1, 2)));
            root.applyCss();
            root.layout();
        });
        assertThat(editors.stream().map(each -> place(each.focusTarget())))
                .containsOnly(place(editors.getFirst().focusTarget()));
    }

    /** The height of a field, and where its text begins in it, in pixels. */
    private static String place(Node field) {
        Node text = field.lookup(".text");
        Bounds at = field.sceneToLocal(text.localToScene(text.getLayoutBounds()));
        return "%.1f %.1f %.1f".formatted(field.getLayoutBounds().getHeight(), at.getMinX(), at.getMinY());
    }

    @Test
    void enterGoesOnFromASpanOfTime(FxRobot robot) {
        Column span = new Column(
                "s", "interval", ValueKind.OTHER, 0, 0, true, Optional.empty(), Column.Generation.NONE, List.of(), "");
        ValueEditor editor = show(robot, span, Value.ofNull());
        robot.write("1 day 02:30").type(KeyCode.ENTER);
        assertThat(editor.value().get()).isEqualTo(new Value.Other("interval", "1 day 02:30"));
        assertThat(editor.focusTarget().isFocused()).isFalse();
    }

    @Test
    void aDateIsTyped(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("d", ValueKind.DATE), Value.ofNull());
        robot.write("22 nov 2026").type(KeyCode.TAB);
        assertThat(textOf(editor)).isEqualTo("22/11/2026");
    }

    @Test
    void aDayPickedFromTheCalendarKeepsTheTimeOfDay(FxRobot robot) {
        Value noon = new Value.DateTime(LocalDateTime.of(2026, 11, 22, 12, 0, 0, 1));
        ValueEditor editor = show(robot, Columns.of("t", ValueKind.TIMESTAMP), noon);
        robot.clickOn(".value-button").clickOn("17");
        assertThat(editor.value().get()).isEqualTo(new Value.DateTime(LocalDateTime.of(2026, 11, 17, 12, 0, 0, 1)));
    }

    @Test
    void theMonthIsChosenAndTheYearTypedInTheCalendar(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("d", ValueKind.DATE), new Value.Date(LocalDate.of(2026, 11, 22)));
        robot.clickOn(".value-button").clickOn("#calendar-month").clickOn("March");
        assertThat(editor.value().get()).isEqualTo(new Value.Date(LocalDate.of(2026, 11, 22)));
        robot.doubleClickOn("#calendar-year").write("1990");
        robot.clickOn("16");
        assertThat(editor.value().get()).isEqualTo(new Value.Date(LocalDate.of(1990, 3, 16)));
        assertThat(robot.lookup(".value-calendar").tryQuery()).isEmpty();
    }

    @Test
    void todayIsOneClickInTheCalendar(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("d", ValueKind.DATE), new Value.Date(LocalDate.of(1990, 3, 16)));
        robot.clickOn(".value-button").clickOn(".value-today");
        assertThat(editor.value().get()).isEqualTo(new Value.Date(LocalDate.now(ZoneId.systemDefault())));
    }

    @Test
    void altDownOpensTheCalendar(FxRobot robot) {
        show(robot, Columns.of("d", ValueKind.DATE), new Value.Date(LocalDate.of(2026, 11, 22)));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(robot.lookup(".value-calendar").tryQuery()).isPresent();
    }

    @Test
    void halfADateSurvivesOpeningAndClosingTheCalendar(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("d", ValueKind.DATE), Value.ofNull());
        robot.write("2026-1").clickOn(".value-button").type(KeyCode.ESCAPE);
        assertThat(textOf(editor)).isEqualTo("2026-1");
    }

    @Test
    void aTimeIsTyped(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("t", ValueKind.TIME), Value.ofNull());
        robot.write("9:05");
        assertThat(editor.value().get()).isEqualTo(new Value.Time(LocalTime.of(9, 5)));
    }

    @Test
    void aMomentKeepsItsNanosecondsAndOffset(FxRobot robot) {
        Value moment = new Value.Moment(OffsetDateTime.of(2026, 11, 22, 1, 2, 3, 456_789_012, ZoneOffset.ofHours(9)));
        ValueEditor editor = show(robot, Columns.of("t", ValueKind.ZONED_TIMESTAMP), moment);
        assertThat(textOf(editor))
                .isEqualTo(new ValueText(TEXTS).edit(moment, Columns.of("t", ValueKind.ZONED_TIMESTAMP)));
        robot.type(KeyCode.END).write(" ").type(KeyCode.BACK_SPACE).type(KeyCode.TAB);
        assertThat(editor.value().get()).isEqualTo(moment);
    }

    @Test
    void aDayPickedForAMomentKeepsItsTimeOfDayHereAndTheOffsetItIsStoredWith(FxRobot robot) {
        OffsetDateTime tokyo = OffsetDateTime.of(2026, 11, 22, 21, 2, 3, 4, ZoneOffset.ofHours(9));
        ValueEditor editor = show(robot, Columns.of("t", ValueKind.ZONED_TIMESTAMP), new Value.Moment(tokyo));
        robot.clickOn(".value-button").clickOn("17");
        assertThat(editor.value().get()).isInstanceOfSatisfying(Value.Moment.class, picked -> {
            assertThat(picked.moment().getOffset()).isEqualTo(tokyo.getOffset());
            assertThat(picked.moment().atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime())
                    .isEqualTo(tokyo.atZoneSameInstant(ZoneId.systemDefault())
                            .toLocalDateTime()
                            .withDayOfMonth(17));
        });
    }

    @Test
    void anEmptyUuidIsMadeByItsButton(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("id", ValueKind.UUID), Value.ofNull());
        robot.clickOn(".value-button");
        assertThat(editor.value().get()).isInstanceOf(Value.Uuid.class);
    }

    @Test
    void brokenJsonIsSaid(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("j", ValueKind.JSON), new Value.Json("{}"));
        robot.type(KeyCode.END).write("x");
        assertThat(editor.problem().get()).startsWith("Not JSON");
    }

    @Test
    void aWordIsChosenByItsFirstLetters(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.words("kind", true, "early", "late", "last", "night"), Value.ofNull());
        robot.write("l");
        assertThat(editor.value().get()).isEqualTo(Value.of("late"));
        robot.write("as");
        assertThat(editor.value().get()).isEqualTo(Value.of("last"));
        robot.write("n");
        assertThat(editor.value().get()).isEqualTo(Value.of("night"));
        robot.write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of("night"));
    }

    @Test
    void aWordIsChosenFromTheList(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.words("w", true, "open", "paid"), Value.of("open"));
        robot.clickOn(editor.focusTarget()).clickOn("paid");
        assertThat(editor.value().get()).isEqualTo(Value.of("paid"));
    }

    @Test
    void aWordOutsideTheListIsShownAsItIs(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.words("w", true, "open", "paid"), Value.of("lost"));
        assertThat(((ComboBox<?>) editor.focusTarget()).getButtonCell().getText())
                .isEqualTo("lost");
    }

    @Test
    void aWordThatIsNullShowsSo(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.words("w", true, "open", "paid"), Value.of("open"));
        robot.interact(() -> editor.value().set(Value.ofNull()));
        assertThat(((ComboBox<?>) editor.focusTarget()).getButtonCell().getText())
                .isEqualTo("NULL");
    }

    @Test
    void aWordNotSetYetSaysWhatTheDatabaseWillPut(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.words("w", false, "open", "paid"), Value.of("open"));
        robot.interact(() -> {
            editor.nullText().set("default: open");
            editor.value().set(Value.ofNull());
        });
        assertThat(((ComboBox<?>) editor.focusTarget()).getButtonCell().getText())
                .isEqualTo("default: open");
    }

    @Test
    void aLongListOfWordsCanBeSearched(FxRobot robot) {
        String[] words = IntStream.range(0, 20).mapToObj(i -> "word" + i).toArray(String[]::new);
        ValueEditor editor = show(robot, Columns.words("w", false, words), Value.of("word1"));
        robot.clickOn(editor.focusTarget()).write("17").type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(editor.value().get()).isEqualTo(Value.of("word17"));
    }

    @Test
    void aPictureIsShown(FxRobot robot) {
        show(
                robot,
                Columns.of("p", ValueKind.BINARY),
                new Value.Binary(Bytes.of(HexFormat.of().parseHex(TINY_PNG))));
        assertThat(robot.lookup(n -> n instanceof ImageView v && v.getImage() != null)
                        .tryQuery())
                .isPresent();
    }

    @Test
    void otherBytesAreDescribed(FxRobot robot) {
        show(robot, Columns.of("p", ValueKind.BINARY), new Value.Binary(Bytes.of(new byte[2500])));
        assertThat(robot.lookup("Binary, 2.5 KB").tryQuery()).isPresent();
    }

    @Test
    void bytesBecomeNullByKey(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("p", ValueKind.BINARY), new Value.Binary(Bytes.of(new byte[2])));
        nullKey(robot);
        assertThat(editor.value().get()).isEqualTo(Value.ofNull());
    }

    @Test
    void whatMayNotBeEditedIsNot(FxRobot robot) {
        ValueEditor editor = show(robot, text(40), Value.of("Acme"));
        robot.interact(() -> editor.editable().set(false));
        robot.write("x");
        assertThat(editor.value().get()).isEqualTo(Value.of("Acme"));
    }

    @Test
    void aPastedNumberMayHaveSpacesAround(FxRobot robot) {
        ValueEditor editor = show(robot, Columns.of("n", ValueKind.INTEGER), Value.ofNull());
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(" 42 ");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        assertThat(editor.value().get()).isEqualTo(Value.of(42));
    }

    private static double height(ValueEditor editor) {
        Node area = editor.focusTarget();
        return ((TextArea) area).getHeight();
    }

    private static Column text(int size) {
        return Columns.of("name", ValueKind.TEXT, size, 0, true);
    }

    private static Value decimal(String number) {
        return Value.of(new BigDecimal(number));
    }
}
