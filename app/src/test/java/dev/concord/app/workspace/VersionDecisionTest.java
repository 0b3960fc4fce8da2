package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.agreement.GuardAgreement;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.place.OpenStore;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Scripts;
import dev.concord.merge.Merging;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.Policies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table with a column that looks like a version is not written before the user has decided about it. */
class VersionDecisionTest {
    private static final TableId NOTE = new TableId("PUBLIC", "NOTE");
    private static final Guard.ByColumn VERSION = new Guard.ByColumn("VERSION", VersionKind.INTEGER);

    private final Database database = ((OpenOutcome.Opened)
                    DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID())))
            .database();
    private final RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    private final ShellModel shell = new ShellModel(Work.immediate(), Office.TEXTS);
    private final List<Policies> kept = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        Scripts.run(
                database,
                List.of(
                        "create table note (id int primary key, words varchar(50), version int default 1 not null)",
                        "insert into note (id, words) values (1, 'one'), (2, 'two')"));
        shell.show(
                new OpenStore(
                        MergedWrites.unkept(store),
                        () -> Merging.DEFAULT,
                        new GuardAgreement(database),
                        "Notes",
                        "Ben",
                        false),
                Optional.of("NOTE"),
                Optional.of("1"),
                (policies, merging) -> {
                    kept.add(policies);
                    store.guardBy(policies);
                    shell.rulesChanged();
                });
    }

    @AfterEach
    void close() {
        shell.close();
        database.close();
    }

    @Test
    void lookingNeedsNoDecisionAndTheFirstSaveAsks() {
        assertThat(workspace().prompt().question().get()).isInstanceOf(Question.None.class);
        type("changed");
        workspace().edit().save();
        assertThat(asked().table()).isEqualTo("NOTE");
        assertThat(row(1).get("WORDS")).isEqualTo(Value.of("one"));
        assertThat(workspace().edit().dirty().get()).isTrue();
    }

    @Test
    void movingItSavesTheRecordAndMovesTheVersionFromThenOn() {
        type("changed");
        workspace().edit().save();
        answer(asked().move());
        assertThat(row(1)).isEqualTo(note(1, "changed", 2));
        assertThat(workspace().edit().dirty().get()).isFalse();
        type("again");
        workspace().edit().save();
        assertThat(row(1)).isEqualTo(note(1, "again", 3));
        assertThat(kept.getLast().of(NOTE).guard()).isEqualTo(new Guard.ByBoth(VERSION));
    }

    @Test
    void leavingItAloneSavesTheRecordAndAsksNoMore() {
        type("changed");
        workspace().edit().save();
        answer(asked().leave());
        type("again");
        workspace().edit().save();
        assertThat(row(1)).isEqualTo(note(1, "again", 1));
        assertThat(kept).hasSize(1);
        assertThat(kept.getLast().undecided(workspace().rows().table().get().orElseThrow()))
                .isEmpty();
        assertThat(new GuardAgreement(database).over(Policies.DEFAULT).agreed()).isEmpty();
    }

    @Test
    void thatEveryProgramMovesItMakesItTheOnlyCheck() {
        type("changed");
        workspace().edit().save();
        answer(asked().alone());
        assertThat(row(1)).isEqualTo(note(1, "changed", 2));
        assertThat(kept.getLast().of(NOTE).guard()).isEqualTo(VERSION);
    }

    @Test
    void theOpenRecordStaysOpenWithItsEditAndShowsTheVersionAsOneItDoesNotEdit() {
        type("changed");
        workspace().decideVersion(() -> {});
        answer(asked().move());
        assertThat(workspace().shown().openKey()).contains(key(1));
        assertThat(workspace().edit().dirty().get()).isTrue();
        assertThat(workspace().edit().fields().getLast().lock().get()).isEqualTo(FieldLock.VERSION);
    }

    @Test
    void aDeletionAsksToo() {
        workspace().edit().delete();
        answer(((Question.Delete) workspace().prompt().question().get()).yes());
        answer(asked().leave());
        assertThat(store.find(key(1))).isEmpty();
    }

    @Test
    void aNewRecordAsksToo() {
        workspace().edit().newRecord();
        workspace().edit().fields().getFirst().value().set(Value.of(3));
        type("three");
        workspace().edit().save();
        answer(asked().move());
        assertThat(row(3)).isEqualTo(note(3, "three", 1));
    }

    @Test
    void aDecisionCanBeKeptInTheDatabaseForEverybody() {
        workspace().decideVersion(() -> {});
        asked().everybody().set(true);
        answer(asked().leave());
        assertThat(workspace().prompt().notice().get().sentence()).contains("concord_guard");
        assertThat(new GuardAgreement(database).over(Policies.DEFAULT).agreed())
                .containsEntry(NOTE, new Guard.ByDigest());
    }

    @Test
    void whatNeedsTheDecisionRunsAfterItAndNotWhenItIsPutOff() {
        List<String> run = new ArrayList<>();
        workspace().decideVersion(() -> run.add("late"));
        answer(() -> {});
        assertThat(run).isEmpty();
        workspace().decideVersion(() -> run.add("decided"));
        answer(asked().leave());
        workspace().decideVersion(() -> run.add("again"));
        assertThat(run).containsExactly("decided", "again");
    }

    @Test
    void savingManyAsksOnceAndThenShowsTheReport() {
        type("changed");
        workspace().shown().open(key(2));
        type("changed, too");
        workspace().saveAll();
        answer(asked().move());
        assertThat(workspace().prompt().question().get()).isInstanceOf(Question.SaveAll.class);
    }

    private WorkspaceModel workspace() {
        return shell.opened().get().orElseThrow().workspace();
    }

    private Question.Version asked() {
        return (Question.Version) workspace().prompt().question().get();
    }

    /** As the dialog does: the question is answered first. */
    private void answer(Runnable chosen) {
        shell.questions().shown().get().orElseThrow().answered();
        chosen.run();
    }

    private void type(String words) {
        workspace().edit().fields().get(1).value().set(Value.of(words));
    }

    private static RecordKey key(int id) {
        return new RecordKey(NOTE, Row.of("ID", Value.of(id)));
    }

    private Row row(int id) {
        return store.find(key(id)).orElseThrow().row();
    }

    private static Row note(int id, String words, int version) {
        return Row.of("ID", Value.of(id)).with("WORDS", Value.of(words)).with("VERSION", Value.of(version));
    }
}
