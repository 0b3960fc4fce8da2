package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.edit.EditMode;
import dev.concord.app.edit.FormMessage;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Question;
import dev.concord.app.recovery.RecoveryModel;
import dev.concord.app.saving.FailurePolicy;
import dev.concord.app.saving.SaveResult;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.task.Job;
import dev.concord.catalog.TableSummary;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lost connection is a state of the window: nothing is lost, nothing crashes, and what is shown is right again by itself. */
class LostConnectionWindowTest {
    private final RemoteOffice office = new RemoteOffice();

    @AfterEach
    void close() throws SQLException {
        office.close();
        assertThat(office.faults).isEmpty();
    }

    @Test
    void theNextPageIsReadOnceTheConnectionIsBack() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        office.cable.pullOut();
        workspace.rows().loadMore();
        office.until(() -> lost() && office.idle());
        assertThat(workspace.rows().rows()).hasSize(200);
        assertThat(workspace.rows().count().get()).isEqualTo("200 rows loaded before reading stopped");
        assertThat(workspace.prompt().notice().get()).isEqualTo(Notice.NONE);

        back();
        office.until(office::idle);
        assertThat(workspace.rows().count().get()).isEqualTo("200 rows loaded, more below");
        workspace.rows().loadMore();
        office.until(office::idle);
        assertThat(workspace.rows().rows()).hasSize(400);
    }

    @Test
    void aRecordThatCannotBeReadIsNotShownAsAnotherAndOpensOnceTheConnectionIsBack() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        office.cable.pullOut();
        workspace.rows().select(Optional.of(RemoteOffice.customer(7)));
        office.until(
                () -> lost() && office.idle() && workspace.shown().openKey().isEmpty());
        assertThat(workspace.rows().selected().get()).contains(RemoteOffice.customer(7));
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.NOTHING);
        assertThat(workspace.edit().message().get().sentence())
                .isEqualTo("The connection to the database was lost. This is read as soon as it is back.");

        back();
        office.until(() -> workspace.shown().openKey().equals(Optional.of(RemoteOffice.customer(7))));
        assertThat(workspace.rows().selected().get()).contains(RemoteOffice.customer(7));
        assertThat(workspace.edit().message().get()).isEqualTo(FormMessage.NONE);
    }

    @Test
    void selectingTheSameRowAgainReadsAgain() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        office.cable.pullOut();
        workspace.rows().select(Optional.of(RemoteOffice.customer(7)));
        office.until(() -> lost() && office.idle());
        office.cable.putBack();
        workspace.shown().openAgain(RemoteOffice.customer(7));
        office.until(() -> workspace.shown().openKey().equals(Optional.of(RemoteOffice.customer(7))));

        office.sql("update customer set city = 'Ulm' where id = 7");
        workspace.shown().openAgain(RemoteOffice.customer(7));
        office.until(() -> text("CITY").equals("Ulm"));
        type("CITY", "Kiel");
        workspace.shown().openAgain(RemoteOffice.customer(7));
        assertThat(text("CITY")).isEqualTo("Kiel");
    }

    @Test
    void aRecordThatTakesLongToReadIsNotShownAsAnotherMeanwhile() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        office.holdUp();
        workspace.rows().select(Optional.of(RemoteOffice.customer(7)));
        office.takeLong();
        assertThat(workspace.shown().openKey()).isEmpty();
        assertThat(workspace.edit().message().get().sentence()).isEqualTo("Reading Customer Customer 7…");
        List.copyOf(reads()).forEach(Job::abandon);
        assertThat(workspace.edit().message().get().sentence())
                .isEqualTo("Customer Customer 7 was not read. Select its row again to try once more.");
    }

    @Test
    void aWatchThatFailsSaysItOnceInTheWindowAndTypingGoesOn() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        type("CITY", "Kiel");
        looked();
        office.cable.pullOut();
        office.pass(Duration.ofSeconds(30));
        office.until(this::lost);
        type("CITY", "Kiel-Holtenau");
        assertThat(workspace.edit().message().get()).isEqualTo(FormMessage.NONE);
        office.sql("update customer set name = 'Renamed' where id = 6");

        back();
        office.until(() -> text("NAME").equals("Renamed"));
        assertThat(text("CITY")).isEqualTo("Kiel-Holtenau");
        assertThat(workspace.edit().dirty().get()).isTrue();
    }

    @Test
    void aSaveWithoutAConnectionStaysAnEditAndIsSavedAfterwards() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        type("CITY", "Kiel");
        looked();
        office.cable.pullOut();
        workspace.edit().save();
        office.until(() -> lost() && !workspace.edit().busy().get());
        String sentence = workspace.edit().message().get().sentence();
        assertThat(sentence)
                .isEqualTo(
                        "The connection to the database was lost, and nothing was saved. Your work is still here; save again.");
        assertThat(workspace.unsaved()).hasSize(1);
        type("NAME", "Typed meanwhile");
        select(9, false);
        assertThat(workspace.unsaved()).hasSize(1);
        workspace.rows().select(Optional.of(RemoteOffice.customer(6)));
        assertThat(text("CITY")).isEqualTo("Kiel");

        back();
        office.until(office::idle);
        assertThat(office.one("select city from customer where id = 6")).isEqualTo("Bonn");
        looked();
        workspace.edit().save();
        office.until(() -> workspace.unsaved().isEmpty());
        assertThat(office.one("select name || ', ' || city from customer where id = 6"))
                .isEqualTo("Typed meanwhile, Kiel");
    }

    @Test
    void aNewRecordThatCouldNotBeSavedStaysToo() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        workspace.edit().newRecord();
        field("ID", Value.of(9001));
        field("NAME", Value.of("New here"));
        office.cable.pullOut();
        workspace.edit().save();
        office.until(() -> lost() && !workspace.edit().busy().get());
        assertThat(workspace.edit().message().get().sentence()).contains("nothing was saved");

        back();
        office.until(office::idle);
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.NEW);
        assertThat(text("NAME")).isEqualTo("New here");
        workspace.edit().save();
        office.until(() -> workspace.unsaved().isEmpty());
        assertThat(office.one("select name from customer where id = 9001")).isEqualTo("New here");
    }

    @ParameterizedTest
    @EnumSource
    void ofManyRecordsSavedWithoutAConnectionNoneIsLost(FailurePolicy policy) throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        type("CITY", "Kiel");
        looked();
        select(7);
        type("CITY", "Kiel");
        looked();
        office.cable.pullOut();
        workspace.saveAll();
        SavingModel saving = ((Question.SaveAll) workspace.prompt().question().get()).model();
        saving.policy().set(policy);
        saving.start();
        office.until(() -> lost() && saving.phase().get() == SavingModel.Phase.ENDED);
        assertThat(saving.entries())
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry.result())
                                .isEqualTo(
                                        new SaveResult.Failed(
                                                "The connection to the database was lost, and nothing was saved. Your work is still here; save again.")));
        assertThat(workspace.unsaved()).hasSize(2);

        back();
        saving.again();
        saving.start();
        office.until(() -> workspace.unsaved().isEmpty());
        assertThat(office.one("select count(*) from customer where city = 'Kiel'"))
                .isEqualTo("2");
    }

    @Test
    void aTableThatCannotBeReadShowsNoRowsOfAnotherAndIsShownOnceTheConnectionIsBack() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        office.cable.pullOut();
        workspace.tables().select(table("PRODUCT"));
        office.until(() -> lost() && office.idle());
        assertThat(workspace.rows().rows()).isEmpty();
        assertThat(workspace.shown().openKey()).isEmpty();
        assertThat(workspace.rows().emptiness().get()).startsWith("The connection to the database was lost.");
        assertThat(workspace.tables().selected().get()).contains(table("PRODUCT"));

        back();
        office.until(() -> workspace.rows().rows().size() == 1);
        assertThat(workspace.rows().table().get().orElseThrow().id().name()).isEqualTo("PRODUCT");
    }

    @Test
    void aDatabaseShownWithoutAConnectionAppearsOnceItIsBack() throws InterruptedException {
        office.cable.pullOut();
        office.show();
        office.until(() -> lost() && office.idle());
        assertThat(office.workspace().tables().all()).isEmpty();
        assertThat(office.workspace().rows().emptiness().get()).startsWith("The connection to the database was lost.");

        back();
        office.until(() -> office.workspace().rows().rows().size() == 200);
        assertThat(office.workspace().tables().selected().get()).contains(table("CUSTOMER"));
    }

    @Test
    void unsavedWorkIsOfferedWithoutAConnectionAndComparedOnceItIsBack(@TempDir Path folder) throws Exception {
        DraftFolder drafts =
                new DraftArchive(folder, Sealing.PLAIN).of(new DraftedDatabase("ab12", "Remote", "remote", ""));
        try (DraftSession gone = drafts.begin()) {
            for (int id = 6; id < 9; id++) {
                gone.put(new KeptDraft(
                        new UUID(0, id),
                        Draft.of(office.store.find(RemoteOffice.customer(id)).orElseThrow())
                                .with("CITY", Value.of("Ulm")),
                        Map.of(),
                        Optional.empty(),
                        false,
                        "Customer " + id,
                        Instant.EPOCH,
                        Optional.empty()));
            }
        }
        office.drafts = Optional.of(drafts);
        office.sql("update customer set city = 'Ulm' where id = 7");
        office.cable.pullOut();
        office.show();
        RecoveryModel recovery = office.workspace().recovery().orElseThrow();
        office.until(() -> recovery.announcement().get().contains("3 records") && lost() && office.idle());

        back();
        office.until(() -> recovery.announcement().get().contains("2 records"));
        assertThat(office.faults).isEmpty();
    }

    @Test
    void afterSeveralFailuresThePausesGrowAndEverythingIsReadAgain() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        select(6);
        office.cable.pullOut();
        workspace.shown().refreshRows();
        office.until(() -> lost() && office.idle());
        assertThat(pausesOf(7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        workspace.rows().loadMore();
        workspace.edit().refresh();
        office.until(office::idle);
        assertThat(lost()).isTrue();
        assertThat(workspace.shown().openKey()).contains(RemoteOffice.customer(6));

        office.sql("update customer set city = 'Ulm' where id = 6");
        office.cable.putBack();
        office.untilBack();
        office.until(() -> text("CITY").equals("Ulm") && office.idle());
        assertThat(workspace.rows().rows().get(5).get("CITY")).isEqualTo(Value.of("Ulm"));
    }

    @Test
    void aConnectionThatIsLostAgainAtOnceIsNotTriedAgainAtOnce() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        office.cable.pullOut();
        workspace.shown().refreshRows();
        office.until(() -> lost() && office.idle());
        back();
        office.until(office::idle);
        office.cable.pullOut();
        workspace.shown().refreshRows();
        office.until(() -> lost() && office.idle());
        office.cable.putBack();
        assertThat(office.next()).isEqualTo(Duration.ofSeconds(1));

        workspace.connection().tryNow();
        office.untilBack();
        office.until(office::idle);
        assertThat(workspace.rows().count().get()).isEqualTo("200 rows loaded, more below");
    }

    @Test
    void aClosedWorkspaceTriesNoMore() throws InterruptedException {
        WorkspaceModel workspace = office.shown();
        office.cable.pullOut();
        workspace.shown().refreshRows();
        office.until(() -> lost() && office.idle() && office.waits());
        office.shell.close();
        office.cable.putBack();
        office.pass(Duration.ofSeconds(30));
        assertThat(office.waits()).isFalse();
        assertThat(workspace.connection().lost().get()).isTrue();
    }

    private boolean lost() {
        return office.workspace().connection().lost().get();
    }

    private void back() throws InterruptedException {
        office.cable.putBack();
        office.workspace().connection().tryNow();
        office.untilBack();
    }

    /** The pauses before the next attempts, in seconds, all of which fail. */
    private List<Long> pausesOf(int attempts) throws InterruptedException {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            office.until(office::waits);
            Duration pause = office.next();
            pauses.add(pause.toSeconds());
            office.pass(pause);
        }
        return pauses;
    }

    private List<Job> reads() {
        return office.running().stream().filter(Job::abandonable).toList();
    }

    private void select(long id) throws InterruptedException {
        select(id, true);
    }

    private void select(long id, boolean found) throws InterruptedException {
        WorkspaceModel workspace = office.workspace();
        workspace.rows().select(Optional.of(RemoteOffice.customer(id)));
        office.until(() -> found
                ? workspace.shown().openKey().equals(Optional.of(RemoteOffice.customer(id)))
                : workspace.shown().openKey().isEmpty());
    }

    private void looked() throws InterruptedException {
        int[] looks = {0};
        office.workspace().edit().afterFirstLook(() -> looks[0]++);
        office.until(() -> looks[0] > 0);
    }

    private void type(String column, String text) {
        field(column, Value.of(text));
    }

    private void field(String column, Value value) {
        office.field(column).value().set(value);
    }

    private String text(String column) {
        return office.field(column).value().get().text();
    }

    private TableSummary table(String name) {
        return office.workspace().tables().all().stream()
                .filter(t -> t.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
