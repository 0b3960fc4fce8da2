package dev.concord.app.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.saving.SavingModel.Phase;
import dev.concord.app.task.Work;
import dev.concord.journal.MergeJournal;
import dev.concord.merge.Choice;
import dev.concord.record.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many records saved over a real database: each is told of, whatever became of it. */
class SavingModelTest {
    private final Branch branch = new Branch(60);
    private final SavingText words = new SavingText(Branch.TEXTS);

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void whatCanBeSavedIsSavedAndEachOfTheOthersSaysWhyNot() {
        SavingModel model = branch.model(
                Work.immediate(),
                branch.moves(1, "Kiel"),
                branch.moves(2, "Kiel"),
                branch.moves(3, "Kiel"),
                branch.edit(4, "CREDIT", Value.of(500)),
                branch.moves(5, "Kiel"),
                branch.halfTyped(6),
                branch.fresh(77));
        branch.colleague(2, "phone", "200");
        branch.colleague(3, "city", "Ulm");
        branch.colleagueDeletes(5);
        model.start();
        assertThat(lines(model))
                .containsExactly(
                        "Customer 1, Saved",
                        "Customer 2, Merged and saved: Also kept: Phone",
                        "Customer 3, Needs a decision: City",
                        "Customer 4, Failed: Credit: Not accepted by the rule CK_CREDIT.",
                        "Customer 5, Failed: Somebody deleted it in the meantime. Your edit is kept.",
                        "Customer 6, Failed: A field has text that is not a valid value. Open the record and correct that field.",
                        "Customer 77, Saved");
        assertThat(words.counts(model.entries()))
                .isEqualTo("7 of 7 · 2 saved · 1 merged · 1 needs a decision · 3 failed");
        assertThat(branch.told).containsExactly("saved 77", "saved 1", "saved 2");
        assertThat(branch.text(2, "CITY") + branch.text(2, "PHONE")).isEqualTo("Kiel200");
        assertThat(branch.text(3, "CITY")).isEqualTo("Ulm");
    }

    @Test
    void whatIsMergedIsInTheJournalAndWhatIsSavedAsItStandsIsNot(@TempDir Path folder) throws IOException {
        MergeJournal journal = branch.keepIn(folder);
        SavingModel model = branch.model(Work.immediate(), branch.moves(1, "Kiel"), branch.moves(2, "Kiel"));
        branch.colleague(2, "phone", "200");
        model.start();
        assertThat(kinds(model)).containsExactly(SaveResult.Kind.SAVED, SaveResult.Kind.MERGED);
        assertThat(journal.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.mine().get("CITY")).isEqualTo(Value.of("Kiel"));
            assertThat(entry.theirs().get("PHONE")).isEqualTo(Value.of("200"));
            assertThat(entry.result().get("CITY")).isEqualTo(Value.of("Kiel"));
            assertThat(entry.result().get("PHONE")).isEqualTo(Value.of("200"));
        });
    }

    @ParameterizedTest
    @EnumSource(FailurePolicy.class)
    void theJournalHoldsEveryMergeOfABulkSaveThoughTheyAreMoreThanItsLimit(FailurePolicy policy, @TempDir Path folder)
            throws IOException {
        MergeJournal journal = branch.keepIn(new MergeJournal(folder, 1_000_000, 2));
        SavingModel model = branch.model(
                Work.immediate(),
                IntStream.rangeClosed(1, 9)
                        .mapToObj(id -> branch.moves(id, "Kiel"))
                        .toArray(Unsaved[]::new));
        IntStream.rangeClosed(1, 9).forEach(id -> branch.colleague(id, "phone", "200"));
        model.policy().set(policy);
        model.start();
        assertThat(kinds(model)).containsOnly(SaveResult.Kind.MERGED);
        assertThat(journal.entries())
                .extracting(entry -> entry.key().label())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @ParameterizedTest
    @EnumSource(FailurePolicy.class)
    void aMergeThatCannotBeKeptIsNotWritten(FailurePolicy policy, @TempDir Path folder) throws IOException {
        branch.keepIn(Files.writeString(folder.resolve("merges"), "A file where the folder should be"));
        SavingModel model = branch.model(Work.immediate(), branch.moves(1, "Kiel"), branch.moves(2, "Kiel"));
        branch.colleague(2, "phone", "200");
        model.policy().set(policy);
        model.start();
        assertThat(kinds(model))
                .containsExactly(
                        policy == FailurePolicy.ALL_OR_NOTHING ? SaveResult.Kind.HELD_BACK : SaveResult.Kind.SAVED,
                        SaveResult.Kind.FAILED);
        assertThat(lines(model).getLast()).contains("could not be written to the journal");
        assertThat(branch.text(2, "CITY")).isEqualTo("Bonn");
    }

    @Test
    void allOrNothingWritesNothingWhenOneCannotBeSavedAndCanBeTriedInTheOtherWay() {
        SavingModel model = branch.model(
                Work.immediate(),
                branch.moves(1, "Kiel"),
                branch.moves(2, "Kiel"),
                branch.edit(4, "CREDIT", Value.of(500)));
        branch.colleague(2, "phone", "200");
        model.policy().set(FailurePolicy.ALL_OR_NOTHING);
        model.start();
        assertThat(kinds(model))
                .containsExactly(SaveResult.Kind.HELD_BACK, SaveResult.Kind.HELD_BACK, SaveResult.Kind.FAILED);
        assertThat(lines(model).getFirst()).contains("Another record could not be saved");
        assertThat(branch.told).isEmpty();
        assertThat(branch.text(1, "CITY")).isEqualTo("Bonn");
        model.again();
        model.policy().set(FailurePolicy.WHAT_CAN_BE_SAVED);
        model.start();
        assertThat(kinds(model)).containsExactly(SaveResult.Kind.SAVED, SaveResult.Kind.MERGED, SaveResult.Kind.FAILED);
    }

    @Test
    void allOrNothingInsertsAndDeletesToo() {
        SavingModel model = branch.model(
                Work.immediate(), branch.fresh(77), branch.moves(1, "Kiel"), branch.deletes(2), branch.deletes(3));
        branch.colleagueDeletes(3);
        model.policy().set(FailurePolicy.ALL_OR_NOTHING);
        model.start();
        assertThat(kinds(model))
                .containsExactly(
                        SaveResult.Kind.SAVED, SaveResult.Kind.SAVED, SaveResult.Kind.DELETED, SaveResult.Kind.DELETED);
        assertThat(model.complete()).isTrue();
        assertThat(branch.there(2)).isFalse();
        assertThat(branch.text(77, "CITY") + branch.text(1, "CITY")).isEqualTo("KielKiel");
    }

    @ParameterizedTest
    @EnumSource(FailurePolicy.class)
    void aRowThatSomebodyChangedIsNotDeleted(FailurePolicy policy) {
        SavingModel model = branch.model(Work.immediate(), branch.fresh(77), branch.deletes(2));
        branch.colleague(2, "phone", "200");
        model.policy().set(policy);
        model.start();
        boolean all = policy == FailurePolicy.ALL_OR_NOTHING;
        assertThat(kinds(model))
                .containsExactly(
                        all ? SaveResult.Kind.HELD_BACK : SaveResult.Kind.SAVED, SaveResult.Kind.NEEDS_DECISION);
        assertThat(lines(model).getLast())
                .isEqualTo("Customer 2, Needs a decision: Changed since you looked: Phone: 100 → 200");
        assertThat(branch.there(2)).isTrue();
        assertThat(branch.there(77)).isEqualTo(!all);
        model.deciding().next();
        assertThat(branch.told).endsWith("delete Customer 2?");
    }

    @Test
    void manyRowsThatSomebodyChangedAreDeletedOrKeptTogetherEachAsItWasSeenLast() {
        SavingModel model = branch.model(
                Work.immediate(), branch.deletes(1), branch.deletes(2), branch.deletes(3), branch.moves(4, "Kiel"));
        IntStream.rangeClosed(1, 4).forEach(id -> branch.colleague(id, "phone", "200"));
        branch.colleague(4, "city", "Ulm");
        model.start();
        List<DecisionGroup> groups = model.deciding().queue().groups();
        assertThat(groups.stream().map(words::group))
                .containsExactly(
                        "Customer: changed by somebody before you deleted it · 3 records",
                        "Customer: City changed by both · 1 record");
        branch.colleague(2, "phone", "300");
        branch.colleagueDeletes(3);
        model.deciding().deleteAll(groups.getFirst());
        assertThat(branch.there(1)).isFalse();
        assertThat(branch.there(2)).as("nobody has seen its last change").isTrue();
        assertThat(lines(model).get(1)).endsWith("Phone: 100 → 300");
        assertThat(branch.told).contains("deleted Customer 1 with 200", "deleted Customer 3 with 100");
        model.deciding().keepAll(model.deciding().queue().groups().getFirst());
        assertThat(branch.text(2, "PHONE")).isEqualTo("300");
        assertThat(lines(model).subList(0, 3))
                .containsExactly(
                        "Customer 1, Deleted",
                        "Customer 2, Kept: It stays as somebody changed it.",
                        "Customer 3, Deleted");
        assertThat(branch.told).endsWith("kept Customer 2 with 300");
    }

    @Test
    void allOrNothingTellsOfEveryDecisionBeforeAnythingIsWritten() {
        SavingModel model = branch.model(
                Work.immediate(), branch.moves(1, "Kiel"), branch.moves(2, "Kiel"), branch.moves(3, "Kiel"));
        branch.colleague(1, "city", "Ulm");
        branch.colleague(3, "city", "Ulm");
        model.policy().set(FailurePolicy.ALL_OR_NOTHING);
        model.start();
        assertThat(kinds(model))
                .containsExactly(
                        SaveResult.Kind.NEEDS_DECISION, SaveResult.Kind.HELD_BACK, SaveResult.Kind.NEEDS_DECISION);
        assertThat(branch.text(2, "CITY")).isEqualTo("Bonn");
    }

    @Test
    void allOrNothingMergesAndSavesAllWhenNothingIsInTheWay() {
        SavingModel model = branch.model(Work.immediate(), branch.moves(1, "Kiel"), branch.moves(2, "Kiel"));
        branch.colleague(2, "phone", "200");
        model.policy().set(FailurePolicy.ALL_OR_NOTHING);
        model.start();
        assertThat(kinds(model)).containsExactly(SaveResult.Kind.SAVED, SaveResult.Kind.MERGED);
        assertThat(branch.text(2, "CITY") + branch.text(2, "PHONE")).isEqualTo("Kiel200");
    }

    @Test
    void aPauseLetsWhatIsBeingSentArriveAndTheRestWaitsUntilItGoesOn() {
        Deque<Runnable> background = new ArrayDeque<>();
        Work work = Work.of(background::add, Runnable::run, fault -> {
            throw new IllegalStateException(fault);
        });
        SavingModel model = branch.model(
                work,
                IntStream.rangeClosed(1, 60)
                        .mapToObj(id -> branch.moves(id, "Kiel"))
                        .toArray(Unsaved[]::new));
        model.start();
        background.remove().run();
        model.pause();
        background.remove().run();
        assertThat(background).isEmpty();
        assertThat(model.phase().get()).isEqualTo(Phase.PAUSED);
        assertThat(words.counts(model.entries())).isEqualTo("50 of 60 · 50 saved");
        assertThat(branch.text(60, "CITY")).isEqualTo("Bonn");
        model.goOn();
        background.remove().run();
        assertThat(model.phase().get()).isEqualTo(Phase.ENDED);
        assertThat(words.counts(model.entries())).isEqualTo("60 of 60 · 60 saved");
    }

    @Test
    void afterAFaultWhatWasNotAnsweredWaitsToBeTriedAgain() {
        Deque<Runnable> background = new ArrayDeque<>();
        Deque<Throwable> faults = new ArrayDeque<>();
        Work work = Work.of(background::add, Runnable::run, faults::add);
        // No batch takes two edits of one row.
        SavingModel model = branch.model(work, branch.moves(1, "Kiel"), branch.moves(1, "Ulm"));
        model.policy().set(FailurePolicy.ALL_OR_NOTHING);
        model.start();
        background.remove().run();
        assertThat(faults).hasSize(1);
        assertThat(model.phase().get()).isEqualTo(Phase.PAUSED);
        assertThat(model.writing().get()).isFalse();
        assertThat(kinds(model)).containsOnly(SaveResult.Kind.WAITING);
    }

    @Test
    void whatCannotBeReadBeforehandIsSaidAtEachRecordAndCanBeTriedAgain() {
        SavingModel model = branch.model(Work.immediate(), branch.moves(1, "Kiel"), branch.moves(2, "Kiel"));
        branch.close();
        model.policy().set(FailurePolicy.ALL_OR_NOTHING);
        model.start();
        assertThat(model.phase().get()).isEqualTo(Phase.ENDED);
        assertThat(lines(model)).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("Nothing was saved, and your work is still here."));
        assertThat(model.repeatable()).isTrue();
    }

    @Test
    void aDecisionIsAppliedToThoseLikeItAfterAPreviewAndNotToARowThatChangedAgain() {
        SavingModel model = branch.model(
                Work.immediate(),
                branch.moves(1, "Kiel"),
                branch.edit(2, "PHONE", Value.of("300")),
                branch.moves(3, "Mainz"),
                branch.moves(4, "Jena"));
        branch.colleague(1, "city", "Ulm");
        branch.colleague(2, "phone", "200");
        branch.colleague(3, "city", "Ulm");
        branch.colleague(4, "city", "Ulm");
        model.start();
        DecidingModel deciding = model.deciding();
        assertThat(deciding.queue().groups())
                .extracting(words::group)
                .containsExactly(
                        "Customer: City changed by both · 3 records", "Customer: Phone changed by both · 1 record");
        deciding.next();
        branch.decide(model, new Choice.Mine());
        assertThat(branch.told).containsExactly("decide 1 (1 of 4)", "saved 1");
        deciding.apply();
        assertThat(branch.text(3, "CITY")).as("nothing is applied unseen").isEqualTo("Ulm");
        deciding.preview();
        List<SimilarRecords.Result> shown =
                deciding.similar().get().orElseThrow().results();
        assertThat(shown).extracting(result -> result.record().title()).containsExactly("Customer 3", "Customer 4");
        assertThat(words.changes(shown.getFirst().resolution())).containsExactly("City: Ulm → Mainz");
        branch.colleague(4, "city", "Trier");
        deciding.apply();
        assertThat(kinds(model))
                .containsExactly(
                        SaveResult.Kind.SAVED,
                        SaveResult.Kind.NEEDS_DECISION,
                        SaveResult.Kind.SAVED,
                        SaveResult.Kind.NEEDS_DECISION);
        assertThat(branch.text(3, "CITY")).isEqualTo("Mainz");
        assertThat(branch.text(4, "CITY")).isEqualTo("Trier");
        deciding.next();
        assertThat(branch.told).last().isEqualTo("decide 2 (3 of 4)");
    }

    @Test
    void thePreviewNamesWhatADecisionDrops() {
        SavingModel model = branch.model(Work.immediate(), branch.moves(1, "Kiel"), branch.moves(2, "Mainz"));
        branch.colleague(1, "city", "Ulm");
        branch.colleague(2, "city", "Ulm");
        model.start();
        model.deciding().next();
        branch.decide(model, new Choice.Theirs());
        SimilarRecords.Result shown =
                model.deciding().similar().get().orElseThrow().results().getFirst();
        assertThat(words.changes(shown.resolution())).containsExactly("City: Ulm stays; your Mainz is dropped");
    }

    private List<String> lines(SavingModel model) {
        return model.entries().stream().map(words::spoken).toList();
    }

    private static List<SaveResult.Kind> kinds(SavingModel model) {
        return model.entries().stream().map(entry -> entry.result().kind()).toList();
    }
}
