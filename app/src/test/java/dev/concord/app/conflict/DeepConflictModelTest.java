package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.parts.PartsModel;
import dev.concord.app.conflict.reference.ReferenceCaptions;
import dev.concord.app.conflict.sides.FieldState;
import dev.concord.app.conflict.sides.InstantText;
import dev.concord.app.task.Work;
import dev.concord.catalog.LastingEffect;
import dev.concord.catalog.TableId;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.PartAnswer;
import dev.concord.outcome.Violation;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, quantities, parts, references, files: what is decided otherwise than by choosing one of three values. */
class DeepConflictModelTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Colleague colleague = new Colleague();
    private final ConflictText words = new ConflictText(TEXTS);

    private ConflictModel model(String... columns) {
        return new ConflictModel(Machine.merge(columns), colleague, Work.immediate(), TEXTS, colleague);
    }

    @Test
    void oneChoiceDecidesAGroupAndUndoTakesItBack() {
        ConflictModel model = model("price", "currency");
        assertThat(undecided(model)).containsExactly("price", "currency");
        model.choose("currency", new Choice.Theirs());
        assertThat(undecided(model)).isEmpty();
        assertThat(result(model, "price")).isEqualTo(Value.of(1350));
        model.undo();
        assertThat(undecided(model)).containsExactly("price", "currency");
    }

    @Test
    void aGroupSplitIsDecidedOneByOneUntilThatIsUndone() {
        ConflictModel model = model("price", "currency");
        model.separate("price");
        assertThat(undecided(model)).isEmpty();
        model.undo();
        assertThat(undecided(model)).containsExactly("price", "currency");
        model.redo();
        assertThat(result(model, "currency")).isEqualTo(Value.of("USD"));
    }

    @Test
    void aGroupSaysWhatIsDecidedTogetherAndWhy() {
        FieldMerge price = field(model("price", "currency"), "price");
        assertThat(words.together(price.group().orElseThrow()))
                .isEqualTo("Decided together: Price and Currency. One rule of the database applies to all of them.");
    }

    @Test
    void bothChangesOfAQuantityAreAppliedWithTheFormulaInSight() {
        ConflictModel model = model("in_stock");
        FieldMerge stock = field(model, "in_stock");
        assertThat(words.formula(stock.quantity().orElseThrow(), stock)).isEqualTo("40 − 3 − 2 = 35");
        model.choose("in_stock", new Choice.Sum());
        assertThat(result(model, "in_stock")).isEqualTo(Value.of(35));
        assertThat(words.row(model.resolution().get(), stock))
                .isEqualTo("In stock, you chose both changes, opened 40, database 37, yours 38, result 35");
    }

    @Test
    void aFormulaIsWrittenAsItsReadersWriteNumbers() {
        ConflictModel model = model("in_stock");
        FieldMerge stock = field(model, "in_stock");
        assertThat(new ConflictText(Texts.of(Locale.UK, Locale.GERMANY))
                        .formula(stock.quantity().orElseThrow(), stock))
                .isEqualTo("40 − 3 − 2 = 35");
    }

    @Test
    void whatARuleSettledSaysWhichRule() {
        ConflictModel model = model("tags");
        FieldMerge tags = field(model, "tags");
        assertThat(FieldState.of(model.resolution().get(), tags)).isEqualTo(FieldState.BY_RULE);
        assertThat(words.row(model.resolution().get(), tags))
                .startsWith("Tags, by rule, what each side added and removed, opened red,steel");
        assertThat(result(model, "tags")).isEqualTo(Value.of("steel,heavy,new"));
    }

    @Test
    void aTextIsDecidedWhereBothChangedTheSameLine() {
        ConflictModel model = model("manual");
        model.openParts("manual");
        PartsModel parts = model.parts().get().orElseThrow();
        assertThat(parts.changes()).hasSize(3);
        assertThat(parts.undecided()).containsExactly(parts.current().get());
        parts.choose(parts.current().get(), new PartAnswer.TheirsThenMine());
        model.closeParts();
        assertThat(result(model, "manual").text())
                .contains("Step 3: oil part 3.\n", "Step 33: clean part 33.\n")
                .contains("Step 20: tighten part 20 by hand.\nStep 20: tighten part 20 with 12 Nm.\n");
        model.undo();
        assertThat(undecided(model)).containsExactly("manual");
    }

    @Test
    void goingBackKeepsWhatWasDecidedOfTheParts() {
        ConflictModel model = model("manual", "in_stock");
        model.openParts("manual");
        PartsModel parts = model.parts().get().orElseThrow();
        int place = parts.current().get();
        parts.choose(place, new PartAnswer.Typed("Step 20: both.\n"));
        parts.undo();
        assertThat(parts.undecided()).containsExactly(place);
        parts.redo();
        model.cancel();
        ConflictModel again = model("manual", "in_stock");
        again.resume(colleague.kept.orElseThrow());
        again.openParts("manual");
        assertThat(again.parts().get().orElseThrow().answer(place)).contains(new PartAnswer.Typed("Step 20: both.\n"));
    }

    @Test
    void aDocumentIsDecidedPathByPath() {
        ConflictModel model = model("settings");
        model.openParts("settings");
        PartsModel parts = model.parts().get().orElseThrow();
        assertThat(parts.undecided()).hasSize(1);
        parts.choose(parts.current().get(), new PartAnswer.Mine());
        model.closeParts();
        assertThat(result(model, "settings").text()).contains("9", "turbo", "90");
    }

    @Test
    void aReferenceSaysWhatItLeadsToAndThatItsTargetIsGone() {
        colleague.targets.put(Row.of("supplier_id", Value.of(12)), "Acme");
        colleague.targets.put(Row.of("supplier_id", Value.of(15)), "Borg");
        ConflictModel model = model("supplier_id");
        ReferenceCaptions captions = new ReferenceCaptions(
                model.references(), TEXTS, model.resolution().get(), field(model, "supplier_id"));
        assertThat(captions.of(FieldMerge::mine, Optional.empty())).isEqualTo("Borg");
        assertThat(captions.of(FieldMerge::theirs, Optional.empty())).isEqualTo("Supplier 88 no longer exists");
        assertThat(captions.missing(FieldMerge::theirs)).isTrue();
        assertThat(captions.missing(FieldMerge::base)).isFalse();
    }

    @Test
    void aCompleteResultIsRehearsedAndItsErrorStandsAtTheField() {
        colleague.rejects = draft -> draft.get("in_stock").equals(Value.of(35))
                ? List.of(new Violation(Violation.Kind.CHECK, List.of("in_stock"), "stock_most", ""))
                : List.of();
        ConflictModel model = model("in_stock");
        assertThat(colleague.tried).isEmpty();
        model.choose("in_stock", new Choice.Sum());
        assertThat(model.problems().get()).containsOnlyKeys("in_stock");
        assertThat(colleague.attempts).isEmpty();
        model.choose("in_stock", new Choice.Mine());
        assertThat(model.problems().get()).isEmpty();
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void whyAResultIsNotTriedBeforehandIsSaid() {
        colleague.notTried = Optional.of(new LastingEffect.TriggerOutside("logged", "shop.log (MyISAM)"));
        ConflictModel model = model("in_stock");
        model.choose("in_stock", new Choice.Sum());
        assertThat(model.problems().get()).isEmpty();
        assertThat(model.notice().get())
                .isEqualTo(
                        "The result was not tried beforehand: what the trigger logged writes to shop.log (MyISAM) would stay,"
                                + " because that table has no transactions. What the database rejects is shown when you save.");
        colleague.notTried = Optional.of(new LastingEffect.UnseenTriggers(new TableId("shop", "machine")));
        model.choose("in_stock", new Choice.Mine());
        assertThat(model.notice().get())
                .isEqualTo("The result was not tried beforehand, because you may not see the triggers of machine."
                        + " What the database rejects is shown when you save.");
        colleague.notTried = Optional.empty();
        model.choose("in_stock", new Choice.Theirs());
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void aRehearsalThatComesLateIsDropped() {
        Deque<Runnable> background = new ArrayDeque<>();
        colleague.rejects = draft -> List.of(new Violation(Violation.Kind.CHECK, List.of("in_stock"), "any", ""));
        ConflictModel model = new ConflictModel(
                Machine.merge("in_stock"),
                colleague,
                Work.of(background::add, Runnable::run, fault -> {}),
                TEXTS,
                colleague);
        model.choose("in_stock", new Choice.Sum());
        model.undo();
        background.forEach(Runnable::run);
        assertThat(colleague.tried).hasSize(1);
        assertThat(model.problems().get()).isEmpty();
    }

    @Test
    void bothFilesAreWrittenAndNoneIsReplaced(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("drawing-database.pdf"), "another");
        ConflictModel model = model("drawing");
        model.saveBoth("drawing", folder);
        assertThat(folder.resolve("drawing-database.pdf")).hasContent("another");
        assertThat(folder.resolve("drawing-database-2.pdf")).hasContent("%PDF-1.4 second, of the database");
        assertThat(folder.resolve("drawing-yours.pdf")).hasContent("%PDF-1.4 third, of mine");
        assertThat(model.notice().get()).contains("drawing-database-2.pdf", "drawing-yours.pdf");
    }

    @Test
    void filesThatCannotBeWrittenAreOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        ConflictModel model = model("drawing");
        model.saveBoth("drawing", file);
        assertThat(model.notice().get()).startsWith("The files could not be written");
    }

    @Test
    void theWriterIsNamedOnlyWhereItIsKnown() {
        // The day may have changed since the record was read: then its time is shown with its date.
        assertThat(words.since(Customer.merge(), false))
                .isEqualTo("In the database, since you opened it at "
                        + new InstantText(TEXTS).show(Customer.OPENED.readAt()) + ".");
        assertThat(words.since(Customer.merge(), true)).isEqualTo("By you, in another window.");
    }

    private static List<String> undecided(ConflictModel model) {
        return model.resolution().get().undecided().stream()
                .map(FieldMerge::name)
                .toList();
    }

    private static Value result(ConflictModel model, String column) {
        return model.resolution().get().result(field(model, column)).orElseThrow();
    }

    private static FieldMerge field(ConflictModel model, String column) {
        return model.resolution().get().merge().field(column).orElseThrow();
    }
}
