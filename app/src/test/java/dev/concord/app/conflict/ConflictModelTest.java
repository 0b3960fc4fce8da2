package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictModelTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Colleague colleague = new Colleague();
    private final ConflictModel model = model(Work.immediate());

    private ConflictModel model(Work work) {
        return new ConflictModel(Customer.merge(), colleague, work, TEXTS, colleague);
    }

    @Test
    void itStartsAtTheFirstDecisionWithNothingDecided() {
        assertThat(undecided()).containsExactly("city", "notes");
        assertThat(model.current().get()).isEqualTo("city");
        assertThat(shown()).containsExactly("city", "notes");
    }

    @Test
    void theHeadlineCountsAndPromises() {
        ConflictText words = new ConflictText(TEXTS);
        assertThat(model.record()).isEqualTo("Customer Lone Star Supplies");
        assertThat(words.since(model.resolution().get().merge(), false)).contains("since you opened it at ");
        assertThat(words.counts(model.resolution().get()))
                .isEqualTo("2 need a decision · 4 merged · 6 unchanged. Nothing is saved or lost yet.");
        model.choose("city", new Choice.Mine());
        assertThat(words.counts(model.resolution().get()))
                .isEqualTo("1 needs a decision · 1 decided · 4 merged · 6 unchanged. Nothing is saved or lost yet.");
    }

    @Test
    void aRowSaysEverythingAloud() {
        ConflictText words = new ConflictText(TEXTS);
        assertThat(words.row(model.resolution().get(), field("city")))
                .isEqualTo("City, needs decision, opened Dallas, database Seattle, yours Houston, undecided");
    }

    @Test
    void savingUndecidedGoesThereAndSaysSo() {
        model.choose("city", new Choice.Mine());
        model.select("name");
        model.save();
        assertThat(colleague.attempts).isEmpty();
        assertThat(model.current().get()).isEqualTo("notes");
        assertThat(model.notice().get()).startsWith("1 field still needs a decision");
    }

    @Test
    void whatWasDecidedAndMergedIsSavedOnTheDatabasesRow() {
        model.choose("city", new Choice.Mine());
        model.choose("notes", new Choice.Typed(Value.of("Call first.")));
        model.save();
        assertThat(colleague.attempts.getFirst().base()).contains(Customer.THEIRS);
        assertThat(colleague.attempts.getFirst().changes())
                .isEqualTo(Row.of("name", Value.of("Lone Star Supplies Inc."))
                        .with("city", Value.of("Houston"))
                        .with("notes", Value.of("Call first.")));
        assertThat(colleague.saved().get("email")).isEqualTo(Value.of("orders@lonestar.example"));
    }

    @Test
    void aChoiceDoesNotMoveTheFocus() {
        model.choose("city", new Choice.Theirs());
        assertThat(model.current().get()).isEqualTo("city");
    }

    @Test
    void goingToTheNextFieldGoesAround() {
        model.next();
        assertThat(model.current().get()).isEqualTo("notes");
        model.next();
        assertThat(model.current().get()).isEqualTo("city");
        model.previous();
        assertThat(model.current().get()).isEqualTo("notes");
    }

    @Test
    void goingToAFieldTheFilterHidesShowsIt() {
        model.filter().set(FieldFilter.MERGED);
        model.next();
        assertThat(model.filter().get()).isEqualTo(FieldFilter.NEEDS_DECISION);
    }

    @Test
    void filtersShowWhatTheySay() {
        model.filter().set(FieldFilter.MERGED);
        assertThat(shown()).containsExactly("name", "phone", "email", "credit_limit", "version");
        model.filter().set(FieldFilter.ALL);
        assertThat(shown()).hasSize(12).endsWith("id", "version");
    }

    @Test
    void decidingAllKeepsWhatWasDecidedBefore() {
        model.choose("city", new Choice.Typed(Value.of("Austin")));
        model.chooseAll(new Choice.Theirs());
        assertThat(model.resolution().get().choices())
                .containsEntry("city", new Choice.Typed(Value.of("Austin")))
                .containsEntry("notes", new Choice.Theirs());
    }

    @Test
    void decidingAllIsUndoneAtOnce() {
        model.chooseAll(new Choice.Mine());
        model.undo();
        assertThat(undecided()).hasSize(2);
        model.redo();
        assertThat(undecided()).isEmpty();
    }

    @Test
    void aNewDecisionEndsRedoing() {
        model.choose("city", new Choice.Mine());
        model.undo();
        model.choose("city", new Choice.Theirs());
        model.redo();
        assertThat(model.resolution().get().choice("city")).contains(new Choice.Theirs());
    }

    @Test
    void whatTheDatabaseSetsIsLeftAlone() {
        model.choose("version", new Choice.Mine());
        assertThat(model.resolution().get().choices()).isEmpty();
    }

    @Test
    void aRowThatMovedAgainReopensOnlyWhatMoved() {
        colleague.answers(new Outcome.Stale(Customer.theirs("city", Value.of("Portland"), 9)));
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(undecided()).containsExactly("city");
        assertThat(model.resolution().get().choice("notes")).contains(new Choice.Mine());
        assertThat(model.notice().get()).contains("again at 14:09").contains("1 field needs a decision now");
        assertThat(new ConflictText(TEXTS).row(model.resolution().get(), field("city")))
                .contains("Changed again 14:09");
        model.choose("city", new Choice.Mine());
        model.save();
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Houston"));
        assertThat(colleague.attempts.getLast().base().orElseThrow().readAt()).isEqualTo(Customer.at(9));
    }

    @Test
    void undoDoesNotBringBackADecisionAgainstAValueThatMoved() {
        colleague.answers(new Outcome.Stale(Customer.theirs("city", Value.of("Portland"), 9)));
        model.choose("notes", new Choice.Theirs());
        model.choose("city", new Choice.Mine());
        model.save();
        model.undo();
        assertThat(undecided()).containsExactly("city", "notes");
        model.redo();
        assertThat(undecided()).containsExactly("city");
    }

    @Test
    void aRejectedValueIsNamedAtItsFieldUntilItIsChanged() {
        Violation tooLong = new Violation(Violation.Kind.TOO_LONG, List.of("name"), "", "");
        colleague.answers(new Outcome.Rejected(List.of(tooLong)));
        model.chooseAll(new Choice.Theirs());
        model.save();
        assertThat(model.problems().get()).containsOnlyKeys("name");
        assertThat(model.current().get()).isEqualTo("name");
        assertThat(shown()).contains("name");
        model.choose("name", new Choice.Typed(Value.of("Lone Star")));
        assertThat(model.problems().get()).isEmpty();
        model.save();
        assertThat(colleague.saved().get("name")).isEqualTo(Value.of("Lone Star"));
    }

    @Test
    void aViolationOfNoFieldIsSaidOfTheRecord() {
        Violation rule = new Violation(Violation.Kind.CHECK, List.of(), "credit_rule", "");
        colleague.answers(new Outcome.Rejected(List.of(rule)));
        model.chooseAll(new Choice.Theirs());
        model.save();
        assertThat(model.notice().get()).contains("credit_rule");
    }

    static List<SaveOutcome> setbacks() {
        return List.of(
                new Outcome.Refused(Outcome.Refused.Reason.SUPPRESSED, ""),
                new Outcome.Refused(Outcome.Refused.Reason.NOT_PERMITTED, ""),
                new Outcome.LockTimeout(Customer.THEIRS.key()),
                new Outcome.TableChanged(""),
                new Outcome.Unconfirmed(Optional.empty(), ""));
    }

    @ParameterizedTest
    @MethodSource("setbacks")
    void aSetbackIsOneSentenceAndLosesNothing(SaveOutcome setback) {
        colleague.answers(setback);
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(model.notice().get()).isNotBlank().doesNotContain("{");
        assertThat(undecided()).isEmpty();
        assertThat(colleague.resolved).isEmpty();
    }

    @Test
    void aRowDeletedMeanwhileIsHandedOverWithTheResult() {
        colleague.answers(new Outcome.Gone(Customer.THEIRS.key()));
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(colleague.gone.orElseThrow().get("city")).isEqualTo(Value.of("Houston"));
    }

    @Test
    void decisionsSurviveACancelAndAreTakenUpAgain() {
        model.choose("city", new Choice.Mine());
        model.cancel();
        ConflictModel again = model(Work.immediate());
        again.resume(colleague.kept.orElseThrow());
        assertThat(again.resolution().get().choice("city")).contains(new Choice.Mine());
        assertThat(again.current().get()).isEqualTo("notes");
        assertThat(colleague.kept.orElseThrow().merge().mine()).isEqualTo(Customer.MINE);
    }

    @Test
    void whileASaveIsUnderWayNothingChanges() {
        Deque<Runnable> background = new ArrayDeque<>();
        ConflictModel slow = model(Work.of(background::add, Runnable::run, fault -> {}));
        slow.chooseAll(new Choice.Mine());
        background.pop().run();
        slow.save();
        slow.choose("city", new Choice.Theirs());
        slow.undo();
        slow.cancel();
        slow.save();
        assertThat(slow.saving().get()).isTrue();
        assertThat(background).hasSize(1);
        background.pop().run();
        assertThat(slow.saving().get()).isFalse();
        assertThat(colleague.kept).isEmpty();
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Houston"));
    }

    @Test
    void aFaultEndsTheSaveAndLosesNothing() {
        Deque<Throwable> faults = new ArrayDeque<>();
        colleague.saving = draft -> {
            throw new IllegalStateException("broken");
        };
        ConflictModel model = model(Work.of(Runnable::run, Runnable::run, faults::add));
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(faults).hasSize(1);
        assertThat(model.saving().get()).isFalse();
        assertThat(model.resolution().get().undecided()).isEmpty();
    }

    private List<String> undecided() {
        return model.resolution().get().undecided().stream()
                .map(FieldMerge::name)
                .toList();
    }

    private List<String> shown() {
        return model.shown().stream().map(FieldMerge::name).toList();
    }

    private FieldMerge field(String column) {
        return model.resolution().get().merge().field(column).orElseThrow();
    }
}
