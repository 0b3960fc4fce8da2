package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Another change while a value is decided in parts, or added up. */
class PartsRebaseTest {
    private static final Table TABLE = Rows.table("id", "notes", "stock");
    private static final String BASE = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";
    private static final String THEIRS = BASE.replace("two", "deux").replace("six", "seis");
    private static final MergeRules RULES =
            MergeRules.DEFAULT.with("stock", ColumnRule.of(Form.WHOLE).adding(Adding.OFFERED));

    private final Resolution open = Resolution.of(RecordMerge.of(
            TABLE,
            Rows.draft(snapshot(BASE, 40, 0), row(BASE.replace("two", "zwei").replace("six", "sechs"), 38)),
            snapshot(THEIRS, 37, 3),
            Set.of(),
            RULES));

    @Test
    void partsThatStoodStillKeepTheirAnswers() {
        Resolution decided = open.choose("stock", new Choice.Theirs())
                .choose("notes", parts(new PartAnswer.Mine(), new PartAnswer.Typed("VI\n")));
        Resolution rebased = decided.rebase(snapshot(THEIRS.replace("four", "quatre"), 37, 7));
        assertThat(rebased.undecided()).isEmpty();
        assertThat(rebased.toDraft().get("notes")).isEqualTo(Value.of("one\nzwei\nthree\nquatre\nfive\nVI\nseven\n"));
        assertThat(rebased.moved()).containsEntry("notes", new LaterChange(at(7), Optional.empty()));
    }

    @Test
    void aPartThatMovedIsAskedForAgainAndTheOtherKeepsItsAnswer() {
        Resolution half = open.choose("notes", new Choice.InParts(Map.of(place(0), new PartAnswer.Mine())));
        Resolution rebased = half.rebase(snapshot(THEIRS.replace("seis", "six and a half"), 37, 7));
        FieldMerge notes = rebased.merge().field("notes").orElseThrow();
        assertThat(rebased.result(notes)).isEmpty();
        assertThat(rebased.choice("notes"))
                .contains(new Choice.InParts(
                        Map.of(notes.parts().orElseThrow().decisions().getFirst(), new PartAnswer.Mine())));
    }

    @Test
    void whatWasPutTogetherIsTheEditWhereAnAnsweredPartMoved() {
        Resolution decided = open.choose("notes", parts(new PartAnswer.Mine(), new PartAnswer.Typed("VI\n")));
        Resolution rebased = decided.rebase(snapshot(THEIRS.replace("seis", "half"), 37, 7));
        FieldMerge notes = rebased.merge().field("notes").orElseThrow();
        assertThat(rebased.undecided()).contains(notes);
        assertThat(rebased.choice("notes")).isEmpty();
        assertThat(notes.base()).isEqualTo(Value.of(THEIRS));
        assertThat(notes.mine()).isEqualTo(Value.of("one\nzwei\nthree\nfour\nfive\nVI\nseven\n"));
        assertThat(notes.parts().orElseThrow().decisions()).hasSize(1);
    }

    @Test
    void anAnswerWhosePartIsGoneIsNotForgottenUnseen() {
        Resolution decided = open.choose("notes", parts(new PartAnswer.Theirs(), new PartAnswer.Theirs()));
        Resolution rebased = decided.rebase(snapshot(BASE, 37, 7));
        assertThat(rebased.undecided()).extracting(FieldMerge::name).contains("notes");
    }

    @Test
    void anAnswerIsNotTakenToAnotherPartThatLooksTheSame() {
        String twice = "one\nsame\ntwo\nsame\nthree\n";
        Resolution both = Resolution.of(RecordMerge.of(
                TABLE,
                Rows.draft(snapshot(twice, 40, 0), row(twice.replace("same", "mine"), 40)),
                snapshot(twice.replace("same", "theirs"), 40, 3),
                Set.of(),
                RULES));
        int first = both.merge()
                .field("notes")
                .orElseThrow()
                .parts()
                .orElseThrow()
                .decisions()
                .getFirst();
        Resolution half = both.choose("notes", new Choice.InParts(Map.of(first, new PartAnswer.Theirs())));
        Resolution rebased = half.rebase(snapshot("one\nsame\ntwo\ntheirs\nthree\n", 40, 7));
        assertThat(rebased.choices()).isEmpty();
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("notes");
    }

    @Test
    void aMergeOfPartsAcceptedAsItWasIsAskedForAgain() {
        String mine = BASE.replace("one", "ONE");
        Resolution clean = Resolution.of(RecordMerge.of(
                        TABLE,
                        Rows.draft(snapshot(BASE, 40, 0), row(mine, 40)),
                        snapshot(BASE.replace("seven", "SEVEN"), 40, 3),
                        Set.of(),
                        RULES))
                .choose("notes", new Choice.InParts(Map.of()));
        assertThat(clean.undecided()).isEmpty();
        Resolution rebased = clean.rebase(snapshot(BASE.replace("seven", "SEPT"), 40, 7));
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("notes");
    }

    @Test
    void aSumIsOfferedAgainOnTheNumberSeen() {
        Resolution rebased = open.choose("stock", new Choice.Sum()).rebase(snapshot(THEIRS, 30, 7));
        FieldMerge stock = rebased.merge().field("stock").orElseThrow();
        assertThat(rebased.undecided()).contains(stock);
        assertThat(stock.quantity().map(Quantity::sum)).contains(Value.of(28));
        assertThat(rebased.choose("stock", new Choice.Sum()).result(stock)).contains(Value.of(28));
    }

    @Test
    void aSumThatTheDatabaseHappensToReachIsStillCounted() {
        Resolution rebased = open.choose("stock", new Choice.Sum()).rebase(snapshot(THEIRS, 35, 7));
        FieldMerge stock = rebased.merge().field("stock").orElseThrow();
        assertThat(rebased.undecided()).contains(stock);
        assertThat(rebased.choose("stock", new Choice.Sum()).result(stock)).contains(Value.of(33));
    }

    @Test
    void aTextWhoseDatabaseSideWasChosenIsAskedWholeWhenItMoves() {
        Resolution rebased =
                open.choose("notes", new Choice.Theirs()).rebase(snapshot(THEIRS.replace("seis", "SIX"), 37, 7));
        FieldMerge notes = rebased.merge().field("notes").orElseThrow();
        assertThat(rebased.undecided()).contains(notes);
        assertThat(notes.parts()).isEmpty();
        FieldMerge again = rebased.rebase(snapshot(THEIRS.replace("seis", "VI"), 37, 9))
                .merge()
                .field("notes")
                .orElseThrow();
        assertThat(again.parts()).isEmpty();
        assertThat(again.change()).isEqualTo(Change.DECISION);
    }

    @Test
    void aNumberWhoseDatabaseSideWasChosenOffersNoSumWhenItMoves() {
        Resolution rebased = open.choose("stock", new Choice.Theirs()).rebase(snapshot(THEIRS, 30, 7));
        assertThat(rebased.merge().field("stock").orElseThrow().quantity()).isEmpty();
    }

    @Test
    void aSumIsWrittenAsOneToBeAdded() {
        Resolution decided = open.choose("stock", new Choice.Sum()).choose("notes", new Choice.Mine());
        assertThat(decided.toDraft().added()).containsExactly("stock");
        assertThat(decided.toDraft().get("stock")).isEqualTo(Value.of(35));
    }

    @Test
    void answersAreTakenUpAgainWhereThePartsAreTheSame() {
        Resolution half = open.choose("notes", new Choice.InParts(Map.of(place(0), new PartAnswer.Mine())));
        assertThat(open.resume(half)).isEqualTo(half);
        Resolution later = Resolution.of(RecordMerge.of(
                TABLE, open.merge().mine(), snapshot(THEIRS.replace("seis", "half"), 37, 7), Set.of(), RULES));
        assertThat(later.resume(half).choices()).containsOnlyKeys("notes");
        assertThat(later.resume(half).undecided()).hasSize(2);
    }

    private int place(int decision) {
        return open.merge()
                .field("notes")
                .orElseThrow()
                .parts()
                .orElseThrow()
                .decisions()
                .get(decision);
    }

    private Choice parts(PartAnswer first, PartAnswer second) {
        return new Choice.InParts(Map.of(place(0), first, place(1), second));
    }

    private static Snapshot snapshot(String notes, int stock, int minutes) {
        return Rows.snapshot(row(notes, stock), minutes);
    }

    private static Row row(String notes, int stock) {
        return Row.of("id", Value.of(4711)).with("notes", Value.of(notes)).with("stock", Value.of(stock));
    }

    private static Instant at(int minutes) {
        return Rows.OPENED.plusSeconds(60L * minutes);
    }

    @Test
    void ofSomeAnswersThoseWhosePartsStoodStillAreKept() {
        Resolution two = three().choose("notes", answers(three(), 0, 1));
        Resolution rebased = two.rebase(snapshot(THREE_THEIRS.replace("quatre", "4"), 40, 7));
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("notes");
        assertThat(rebased.choice("notes")).contains(answers(rebased, 0));
    }

    /** The answer that is left would settle the text, and nobody would see that the other one is gone. */
    @Test
    void answersAreNotKeptWhereTheyWouldSettleATextThatLostOthers() {
        Resolution two = three().choose("notes", answers(three(), 0, 1));
        Resolution rebased = two.rebase(snapshot(BASE.replace("two", "deux"), 40, 7));
        assertThat(rebased.choice("notes")).isEmpty();
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("notes");
    }

    @Test
    void answersOfPartsThatAllMovedAreGone() {
        Resolution one = three().choose("notes", answers(three(), 1));
        Resolution rebased = one.rebase(snapshot(THREE_THEIRS.replace("quatre", "4"), 40, 7));
        assertThat(rebased.choice("notes")).isEmpty();
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("notes");
    }

    @Test
    void anEditThatWasChosenIsTakenApartOnItsOwnBaseHoweverOftenTheDatabaseMoves() {
        Resolution alone = Resolution.of(RecordMerge.of(
                        TABLE,
                        Rows.draft(snapshot(BASE, 40, 0), row(BASE.replace("two", "zwei"), 40)),
                        snapshot(BASE, 38, 3),
                        Set.of(),
                        RULES))
                .choose("notes", new Choice.Mine());
        FieldMerge notes = alone.rebase(snapshot(BASE.replace("two", "deux"), 38, 7))
                .rebase(snapshot(BASE.replace("two", "deux").replace("six", "VI"), 38, 9))
                .merge()
                .field("notes")
                .orElseThrow();
        assertThat(notes.change()).isEqualTo(Change.DECISION);
        assertThat(notes.parts().orElseThrow().all())
                .extracting(Part::change)
                .containsExactly(Change.UNCHANGED, Change.DECISION, Change.UNCHANGED, Change.THEIRS, Change.UNCHANGED);
    }

    private static final String THREE_THEIRS =
            BASE.replace("two", "deux").replace("four", "quatre").replace("six", "seis");

    private static Resolution three() {
        String mine = BASE.replace("two", "zwei").replace("four", "vier").replace("six", "sechs");
        return Resolution.of(RecordMerge.of(
                TABLE,
                Rows.draft(snapshot(BASE, 40, 0), row(mine, 40)),
                snapshot(THREE_THEIRS, 40, 3),
                Set.of(),
                RULES));
    }

    /** My lines for some of the decisions. */
    private static Choice answers(Resolution resolution, int... decisions) {
        List<Integer> places = resolution
                .merge()
                .field("notes")
                .orElseThrow()
                .parts()
                .orElseThrow()
                .decisions();
        Map<Integer, PartAnswer> answers = new HashMap<>();
        for (int decision : decisions) {
            answers.put(places.get(decision), new PartAnswer.Mine());
        }
        return new Choice.InParts(answers);
    }
}
