package dev.concord.app.paste;

import static dev.concord.app.paste.Clipboards.judged;
import static dev.concord.app.paste.Clipboards.lines;
import static dev.concord.app.paste.Clipboards.tabs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.RecordChange;
import dev.concord.query.PageRequest;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many cells changed at once, over real databases. */
class PasteModelTest {

    @OnEveryEngine
    void aBlockIsPreviewedAppliedInOneStepAndSaved(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            PasteModel model = clipboards.paste(
                    clipboards.target("name", 1, 1),
                    tabs("Anna", "first", "1,000.25", "2020-01-31", "1", "17", "new") + "\n"
                            + tabs("Bob", "second", "20.75", "2020-02-29", "22", "berg", "old") + "\n"
                            + tabs("Cleo", "", "", "", "3", "Nowak", "new"));

            assertThat(lines(model))
                    .containsExactly(
                            "Ana name: Ana → Anna",
                            "Ana credit: 10.25 → 1000.25",
                            "Bob note:  → second",
                            "Bob credit: NULL → 20.75",
                            "Bob since: NULL → " + shown(engine, "2020-02-29"),
                            "Bob points: 2 → 22",
                            "Bob salesman_id: NULL ✗ REFERENCE berg",
                            "Cleo credit: 30.75 → NULL",
                            "Cleo since: " + shown(engine, "2021-01-31") + " → NULL",
                            "Cleo salesman_id: 18 → 17 · Nowak");
            assertThat(clipboards.pending.unsaved()).isEmpty();
            model.apply();
            assertThat(clipboards.said).containsExactly("9 cells were changed in 3 rows, not saved yet.");
            assertThat(clipboards.asked).isFalse();
            clipboards.save();
            assertThat(clipboards.column("customer", "name")).containsExactly("Anna", "Bob", "Cleo", "Dan");
            assertThat(clipboards.column("customer", "note")).containsExactly("first", "second", "NULL", "fourth");
            assertThat(clipboards.column("customer", "credit")).startsWith("1000.25", "20.75", "NULL");
            assertThat(clipboards.column("customer", "since")).startsWith("2020-01-31", "2020-02-29", "NULL");
            assertThat(clipboards.column("customer", "points")).startsWith("1", "22", "3");
            assertThat(clipboards.column("customer", "salesman_id")).startsWith("17", "NULL", "17");
        }
    }

    @OnEveryEngine
    void oneUndoTakesTheWholeBlockBackAndOneRedoBringsIt(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            clipboards.paste(clipboards.target("note", 1, 1), "a\nb\nc\n").apply();
            assertThat(clipboards.edited("note")).containsExactly("a", "b", "c");
            clipboards.pending.undo();
            assertThat(clipboards.pending.unsaved()).isEmpty();
            clipboards.pending.redo();
            assertThat(clipboards.edited("note")).containsExactly("a", "b", "c");
        }
    }

    @Test
    void theNoticeTakesBackWhatItSays() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            clipboards.paste(clipboards.target("note", 1, 1), "a\nb\n").apply();
            clipboards.undo.orElseThrow().run();
            assertThat(clipboards.pending.unsaved()).isEmpty();
        }
    }

    /** SQLite keeps dates as text, which is shown as it is. */
    private static String shown(Engine engine, String date) {
        return engine == Engine.SQLITE
                ? date
                : date.substring(8) + "/" + date.substring(5, 7) + "/" + date.substring(0, 4);
    }

    @OnEveryEngine
    void everyReasonIsSaidAtItsCellAndTheRestGoesOn(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            PasteModel model = clipboards.paste(
                    clipboards.target("id", 1, 1),
                    tabs("9", "A name too long", "x", "ten", "2020-02-30", "", "99", "middle", "8") + "\n"
                            + tabs("2", "", "y", "1.234", "NULL", "NULL", "Nobody", "NULL", "4") + "\n");

            // SQLite takes any text in any column.
            boolean sizes = engine != Engine.SQLITE;
            assertThat(lines(model))
                    .contains(
                            "Ana id: 1 ✗ KEY 9",
                            sizes ? "Ana name: Ana ✗ VALUE A name too long" : "Ana name: Ana → A name too long",
                            "Ana note: first → x",
                            "Ana credit: 10.25 ✗ VALUE ten",
                            sizes ? "Ana since: 31/01/2020 ✗ VALUE 2020-02-30" : "Ana since: 2020-01-31 → 2020-02-30",
                            "Ana points: 1 ✗ EMPTY ",
                            "Ana salesman_id: 17 ✗ REFERENCE 99",
                            sizes ? "Ana state: new ✗ VALUE middle" : "Ana state: new → middle",
                            "Ana twice: 2 ✗ LOCKED 8",
                            "Bob name: Bob → ",
                            "Bob note:  → y",
                            "Bob points: 2 ✗ EMPTY NULL",
                            "Bob salesman_id: NULL ✗ REFERENCE Nobody",
                            "Bob state: old → NULL");
            assertThat(judged(model).cells().lines())
                    .filteredOn(line -> line.verdict() instanceof CellVerdict.Cannot)
                    .allSatisfy(line -> assertThat(new PasteText(Clipboards.TEXTS).reason(line))
                            .as(line.column().name())
                            .endsWith("."));
            model.apply();
            assertThat(clipboards.edited("note")).containsExactly("x", "y");
            assertThat(clipboards.pending.unsaved())
                    .allSatisfy(
                            edit -> assertThat(edit.state().get().unreadable()).isEmpty());
        }
    }

    @Test
    void whatCannotBeIsKeptInTheEditByChoiceAndSomeOfItNever() {
        try (Clipboards clipboards = Clipboards.customers(Engine.POSTGRESQL)) {
            PasteModel model = clipboards.paste(
                    clipboards.target("id", 1, 1), tabs("9", "A name too long", "x", "ten", "", "", "Nobody", "", "8"));
            assertThat(judged(model).cells().keepable()).isEqualTo(4);
            model.keep().set(true);
            model.apply();
            PendingEdit edit = clipboards.pending.unsaved().getFirst();
            assertThat(edit.state().get().unreadable())
                    .containsOnly(
                            Map.entry("name", "A name too long"),
                            Map.entry("credit", "ten"),
                            Map.entry("salesman_id", "Nobody"));
            assertThat(edit.draft().changes().has("points")).isTrue();
            assertThat(edit.draft().changes().has("id")).isFalse();
            assertThat(edit.draft().changes().has("twice")).isFalse();
        }
    }

    @OnEveryEngine
    void rowsDeletedMeanwhileAreNamedAndLeftOutAndChangedOnesAreMarked(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            PasteTarget target = clipboards.target("note", 1, 1);
            clipboards.shop.sql(
                    "delete from \"customer\" where \"id\" = 2",
                    "update \"customer\" set \"note\" = 'somebody' where \"id\" = 3",
                    "update \"customer\" set \"credit\" = 1 where \"id\" = 1");
            PasteModel model = clipboards.paste(target, "a\nb\nc\n");

            assertThat(lines(model)).containsExactly("Ana note: first → a", "Cleo note: somebody → c");
            assertThat(judged(model).gone()).containsExactly("2");
            assertThat(judged(model).news()).isEqualTo(1);
            assertThat(judged(model).cells().lines().getLast().news()).isTrue();
            model.apply();
            clipboards.save();
            assertThat(clipboards.column("customer", "note")).containsExactly("a", "c", "fourth");
            assertThat(clipboards.column("customer", "credit")).startsWith("1");
        }
    }

    @Test
    void whatIsPendingIsWhatIsSeenBeforeAndStays() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            Snapshot first = clipboards.shop.first("customer");
            clipboards.pending.change(List.of(new RecordChange(
                    clipboards.shop.table("customer"),
                    first,
                    Map.of(
                            "note", new FieldInput(Value.of("mine"), ""),
                            "name", new FieldInput(Value.of("Anne"), ""),
                            "since", new FieldInput(Value.ofNull(), "soon")))));
            PasteModel model = clipboards.paste(clipboards.target("note", 1, 1), tabs("first", "10.25", "2020-01-31"));
            assertThat(lines(model)).containsExactly("Ana note: mine → first", "Ana since: soon → 31/01/2020");
            model.apply();
            PendingEdit edit = clipboards.pending.unsaved().getFirst();
            assertThat(edit.draft().changes().values()).containsOnlyKeys("name");
            assertThat(edit.state().get().unreadable()).isEmpty();
        }
    }

    @OnEveryEngine
    void rowsBeyondThoseLoadedAreReadInTheGridsOrder(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            PasteTarget target = clipboards.target("customer", 1, "note", 1, 1, 2);
            assertThat(target.rows().loaded()).hasSize(1);
            PasteModel model = clipboards.paste(target, "b\nc\nd\ne\nf\n");
            assertThat(lines(model)).containsExactly("Bob note:  → b", "Cleo note: NULL → c", "Dan note: fourth → d");
            assertThat(judged(model).rest()).isEqualTo(2);
        }
    }

    @OnEveryEngine
    void rowsThatAreScrolledAwayAreFoundFromTheFirstToTheLastSelected(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            PasteTarget seen = clipboards.target("customer", 1, "note", 2, 1, 200);
            // A place that another row comes before, as where the order is by long texts of which the beginning is
            // known.
            PasteTarget away = new PasteTarget(
                    seen.editable(),
                    new RowRun(
                            seen.rows().first(),
                            List.of(),
                            Optional.of(PageRequest.first(seen.table().id(), List.of(), 1)),
                            List.of(),
                            seen.rows().selected()),
                    seen.columns(),
                    1);
            assertThat(lines(clipboards.paste(away, "x"))).containsExactly("Bob note:  → x", "Cleo note: NULL → x");
            clipboards.shop.sql("delete from \"customer\" where \"id\" = 3");
            clipboards.paste(away, "x");
            assertThat(clipboards.said)
                    .containsExactly("The rows have moved since they were selected. Select them again.");
        }
    }

    @Test
    void moreRowsThanCanBeChangedAreSaid() {
        try (Clipboards clipboards = new Clipboards(
                Engine.H2,
                "create table \"many\" (\"id\" int primary key, \"text\" varchar(10))",
                "insert into \"many\" select x, 'a' from system_range(1, 10001)")) {
            PasteTarget last = clipboards.target("many", 0, "text", 10_001, 1, 200);
            clipboards.started(PasteModel.typed(last, "b", clipboards.services(), clipboards));
            assertThat(clipboards.said)
                    .containsExactly("More rows are selected than can be changed at once. Select at most 10,000.");
            PasteTarget most = clipboards.target("many", 1, "text", 10_000, 1, 200);
            PasteModel model = clipboards.started(PasteModel.typed(most, "b", clipboards.services(), clipboards));
            assertThat(judged(model).cells().changed()).isEqualTo(10_000);
            assertThat(clipboards.asked).isTrue();
            PasteTarget every = new PasteTarget(
                    most.editable(),
                    new RowRun(
                            Optional.empty(),
                            List.of(),
                            Optional.of(PageRequest.first(most.table().id(), List.of(), 200)),
                            List.of(),
                            new RowRun.Every()),
                    most.columns(),
                    1);
            clipboards.started(PasteModel.typed(every, "b", clipboards.services(), clipboards));
            assertThat(clipboards.said).hasSize(2);
        }
    }

    @OnEveryEngine
    void linesWithoutARowBecomeNewRowsByChoiceInTheSameStep(Engine engine) {
        try (Clipboards clipboards = Clipboards.customers(engine)) {
            PasteModel model = clipboards.paste(
                    clipboards.target("customer", 3, "id", 1, 1, 200),
                    tabs("4", "Dora") + "\n" + tabs("50", "Eva") + "\n" + tabs("60", "A name too long"));
            assertThat(judged(model).rest()).isEqualTo(2);
            assertThat(judged(model).added()).isZero();
            ((BlockInput) model.input()).restNew().set(true);
            assertThat(judged(model).added()).isEqualTo(2);
            assertThat(lines(model))
                    .startsWith("Dan name: Dan → Dora", "New row 1 id: NULL → 50", "New row 1 name: NULL → Eva");
            model.apply();
            assertThat(clipboards.edited("name")).startsWith("Dora", "Eva");
            assertThat(clipboards.pending.unsaved().getLast().key()).isEmpty();
            clipboards.pending.undo();
            assertThat(clipboards.pending.unsaved()).isEmpty();
            clipboards.pending.redo();
            assertThat(clipboards.pending.unsaved()).hasSize(3);
        }
    }

    @Test
    void everythingBecomesNewRows() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.started(PasteModel.block(
                    clipboards.target("id", 1, 1),
                    tabs("7", "Gil") + "\n" + tabs("8", "Hal"),
                    true,
                    clipboards.services(),
                    clipboards));
            assertThat(clipboards.asked).isTrue();
            model.apply();
            assertThat(clipboards.edited("name")).containsExactly("Gil", "Hal");
        }
    }

    @Test
    void tooManyColumnsAreLeftOutAndTheRestGoesOn() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.paste(clipboards.target("state", 1, 1), tabs("old", "2", "x", "y"));
            assertThat(judged(model).surplus()).isEqualTo(2);
            assertThat(lines(model)).containsExactly("Ana state: new → old");
            assertThat(new PasteText(Clipboards.TEXTS).notes(judged(model)))
                    .containsExactly("2 columns of the block have no column here and are left out.");
        }
    }

    @Test
    void aBlockThatFitsIntoWhatIsSelectedFillsIt() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            assertThat(lines(clipboards.paste(clipboards.target("name", 4, 2), "x")))
                    .hasSize(8);
            assertThat(lines(clipboards.paste(clipboards.target("note", 4, 1), "x\ny")))
                    .containsExactly(
                            "Ana note: first → x", "Bob note:  → y", "Cleo note: NULL → x", "Dan note: fourth → y");
            assertThat(lines(clipboards.paste(clipboards.target("note", 3, 1), "x\ny")))
                    .hasSize(2);
            assertThat(lines(clipboards.paste(clipboards.target("note", 1, 1), "x\ny")))
                    .hasSize(2);
        }
    }

    @Test
    void missingCellsOfShorterLinesChangeNothing() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.paste(clipboards.target("name", 1, 1), "Al\tx\nBo\nCy\tz");
            assertThat(lines(model))
                    .containsExactly(
                            "Ana name: Ana → Al",
                            "Ana note: first → x",
                            "Bob name: Bob → Bo",
                            "Cleo name: Cleo → Cy",
                            "Cleo note: NULL → z");
            assertThat(new PasteText(Clipboards.TEXTS).notes(judged(model)))
                    .containsExactly("1 line is shorter than the others; its missing cells change nothing.");
        }
    }

    @Test
    void aFirstLineWithNamesSaysWhichColumnsAreMeant() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.paste(clipboards.target("state", 1, 1), "Points\tNAME\n5\tAl\n6\tBo");
            assertThat(lines(model))
                    .containsExactly(
                            "Ana points: 1 → 5", "Ana name: Ana → Al", "Bob points: 2 → 6", "Bob name: Bob → Bo");
            ((BlockInput) model.input()).titles().set(false);
            assertThat(judged(model).cells().lines().getFirst().column().name()).isEqualTo("state");
            assertThat(judged(model).block().orElseThrow().titled()).isTrue();
        }
    }

    @Test
    void emptyCellsOfTextAreNullOrEmptyByChoice() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.paste(clipboards.target("name", 1, 1), "\t\n\t\n\tNULL\n\tNULL");
            assertThat(lines(model))
                    .containsExactly(
                            "Ana name: Ana → ",
                            "Ana note: first → NULL",
                            "Bob name: Bob → ",
                            "Cleo name: Cleo → ",
                            "Dan name: Dan → ",
                            "Dan note: fourth → NULL");
            ((BlockInput) model.input()).blanks().set(BlankCells.TEXT);
            assertThat(lines(model))
                    .contains("Ana note: first → ", "Cleo note: NULL → NULL", "Dan note: fourth → NULL");
            model.apply();
            assertThat(clipboards.edited("note")).containsExactly("", "", "NULL", "NULL");
            assertThat(clipboards.pending.unsaved().getLast().draft().get("note"))
                    .isEqualTo(Value.of("NULL"));
        }
    }

    @Test
    void numbersAndDatesAreUnderstoodInTheUsersLocaleAndPlain() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2).in(Locale.GERMANY)) {
            PasteModel model = clipboards.paste(
                    clipboards.target("credit", 1, 1),
                    "1.000,25\t24.12.2020\n2000.5\t2020-12-25\n1.234\t03/04/2020\n1\t12/26/2020");
            assertThat(judged(model).cells().changed()).isEqualTo(6);
            assertThat(judged(model).cells().refused()).isEqualTo(2);
            model.apply();
            assertThat(clipboards.edited("credit")).containsExactly("1000.25", "2000.5", "1");
            assertThat(clipboards.edited("since")).containsExactly("2020-12-24", "2020-12-25", "2020-12-26");
        }
    }

    @Test
    void oneValueIntoOneCellNeedsNoPreviewUnlessThereIsSomethingToSay() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            clipboards.paste(clipboards.target("note", 1, 1), "x\n");
            assertThat(clipboards.asked).isFalse();
            assertThat(clipboards.edited("note")).containsExactly("x");
            assertThat(clipboards.said).containsExactly("1 cell was changed in 1 row, not saved yet.");

            PasteModel model = clipboards.paste(clipboards.target("points", 1, 1), "x\n");
            assertThat(clipboards.asked).isTrue();
            assertThat(lines(model)).containsExactly("Ana points: 1 ✗ VALUE x");
            model.cancel();

            clipboards.paste(clipboards.target("points", 1, 1), "1");
            assertThat(clipboards.said).last().isEqualTo("Nothing changes: the cells hold these values already.");

            PasteTarget seen = clipboards.target("name", 1, 1);
            clipboards.shop.sql("update \"customer\" set \"name\" = 'Other' where \"id\" = 1");
            clipboards.paste(seen, "New");
            assertThat(clipboards.asked).isTrue();
        }
    }

    @Test
    void fillDownCopiesTheFirstRowAtOnceAndAsksWhereACellCannot() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            clipboards.started(PasteModel.fillDown(clipboards.target("note", 3, 3), clipboards.services(), clipboards));
            assertThat(clipboards.asked).isFalse();
            assertThat(clipboards.edited("note")).containsExactly("first", "first");
            assertThat(clipboards.edited("credit")).containsExactly("10.25", "10.25");
            clipboards.pending.undo();

            PasteModel model = clipboards.started(
                    PasteModel.fillDown(clipboards.target("points", 2, 4), clipboards.services(), clipboards));
            assertThat(clipboards.asked).isTrue();
            assertThat(lines(model))
                    .containsExactly(
                            "Bob points: 2 → 1",
                            "Bob salesman_id: NULL → 17",
                            "Bob state: old → new",
                            "Bob twice: 4 ✗ LOCKED 2");
        }
    }

    @Test
    void nothingIsFilledDownFromARowThatIsGone() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteTarget target = clipboards.target("note", 3, 1);
            clipboards.shop.sql("delete from \"customer\" where \"id\" = 1");
            PasteModel model = clipboards.started(PasteModel.fillDown(target, clipboards.services(), clipboards));
            assertThat(clipboards.asked).isTrue();
            assertThat(lines(model)).isEmpty();
            assertThat(judged(model).gone()).containsExactly("1");
        }
    }

    @Test
    void allCellsAreSetToWhatIsTypedOrToNull() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.started(
                    PasteModel.oneValue(clipboards.target("salesman_id", 4, 1), clipboards.services(), clipboards));
            ValueInput value = (ValueInput) model.input();
            value.text().set("nowak");
            assertThat(lines(model))
                    .containsExactly(
                            "Bob salesman_id: NULL → 17 · Nowak",
                            "Cleo salesman_id: 18 → 17 · Nowak",
                            "Dan salesman_id: NULL → 17 · Nowak");
            value.text().set("Berg");
            assertThat(judged(model).cells().refused()).isEqualTo(4);
            assertThat(reason(model)).isEqualTo("Several records of Salesman have the name “Berg”. Write the key.");
            value.text().set("Nobody");
            assertThat(reason(model)).isEqualTo("No record of Salesman has the key or the name “Nobody”.");
            value.none().set(true);
            assertThat(lines(model)).containsExactly("Ana salesman_id: 17 → NULL", "Cleo salesman_id: 18 → NULL");
            value.none().set(false);
            value.text().set("");
            assertThat(model.answer().get()).isInstanceOf(PasteAnswer.Unusable.class);
            model.apply();
            assertThat(clipboards.pending.unsaved()).isEmpty();
        }
    }

    @Test
    void textIsReplacedInAllCellsAndABadPatternIsSaid() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.started(
                    PasteModel.replace(clipboards.target("name", 4, 3), clipboards.services(), clipboards));
            assertThat(model.answer().get()).isEqualTo(new PasteAnswer.Unusable("Write what to look for."));
            ReplaceInput input = (ReplaceInput) model.input();
            input.search().set("o");
            input.replacement().set("$1");
            assertThat(lines(model))
                    .containsExactly("Bob name: Bob → B$1b", "Cleo name: Cleo → Cle$1", "Dan note: fourth → f$1urth");
            input.search().set("bob");
            assertThat(lines(model)).containsExactly("Bob name: Bob → $1");
            input.replacement().set("");
            assertThat(lines(model)).as("empty text, not NULL").containsExactly("Bob name: Bob → ");
            input.matchCase().set(true);
            assertThat(lines(model)).isEmpty();
            input.search().set("an");
            input.whole().set(true);
            assertThat(lines(model)).isEmpty();
            input.whole().set(false);
            input.regular().set(true);
            input.search().set("(a|e)(?=.)");
            input.replacement().set("<$1>");
            assertThat(lines(model)).containsExactly("Cleo name: Cleo → Cl<e>o", "Dan name: Dan → D<a>n");
            input.replacement().set("$2");
            assertThat(model.answer().get()).isInstanceOf(PasteAnswer.Unusable.class);
            input.search().set("(");
            assertThat(model.answer().get())
                    .isEqualTo(new PasteAnswer.Unusable("Not a regular expression: Unclosed group, at character 2."));
            input.search().set("0");
            input.replacement().set("5");
            input.regular().set(false);
            assertThat(lines(model))
                    .containsExactly(
                            "Ana credit: 10.25 → 15.25", "Cleo credit: 30.75 → 35.75", "Dan credit: 40.75 → 45.75");
        }
    }

    @Test
    void anExpressionThatNeverEndsIsStoppedAtItsCell() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            clipboards.shop.sql("update \"customer\" set \"note\" = '" + "a".repeat(39) + "' where \"id\" = 1");
            PasteModel model = clipboards.started(
                    PasteModel.replace(clipboards.target("note", 4, 1), clipboards.services(), clipboards));
            ReplaceInput input = (ReplaceInput) model.input();
            input.regular().set(true);
            input.search().set("(a+)+\\1b|f");
            assertThat(lines(model))
                    .containsExactly("Ana note: " + "a".repeat(39) + " ✗ VALUE ", "Dan note: fourth → ourth");
        }
    }

    @Test
    void whatIsNoBlockIsSaid() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            clipboards.paste(clipboards.target("note", 1, 1), "");
            assertThat(clipboards.said).containsExactly("The clipboard holds no text to paste.");
        }
    }

    @Test
    void onlyWhatCannotChangeCanBeShown() {
        try (Clipboards clipboards = Clipboards.customers(Engine.H2)) {
            PasteModel model = clipboards.paste(clipboards.target("credit", 1, 1), "1\n2\nx");
            assertThat(model.lines()).hasSize(3);
            model.onlyRefused().set(true);
            assertThat(model.lines()).hasSize(1);
        }
    }

    private static String reason(PasteModel model) {
        return new PasteText(Clipboards.TEXTS)
                .reason(judged(model).cells().lines().getFirst());
    }
}
