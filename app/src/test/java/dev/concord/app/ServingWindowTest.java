package dev.concord.app;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Prefetch;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The window serves its records to other programs while it says so, and no longer than it is open. */
@ExtendWith(OwnWindow.class)
class ServingWindowTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final Pattern SERVED = Pattern.compile("Served at (http://localhost:\\d+/)");

    private final FxThreadGuard guard = new FxThreadGuard();

    @TempDir
    Path folder;

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private Home home;

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage own) {
        stage = own;
    }

    @BeforeEach
    void openTheSample(FxRobot robot) throws TimeoutException {
        home = new Home(folder, Map.of());
        ProgramState shared = ProgramState.in(home.folders(), TEXTS, guard);
        Program program = new Program(
                home.folders(), home.environment(), shared, shared.file().load(), () -> {});
        robot.interact(() -> {
            program.prepare(stage);
            program.start(
                    OpenRequest.SAMPLE,
                    Prefetch.of(() -> InitialView.of(OpenRequest.SAMPLE, program::settings, shared.sample())));
        });
        home.untilSomebodyIsIn();
        until(() -> robot.lookup("#rows")
                .tryQueryAs(TableView.class)
                .filter(grid -> !grid.getItems().isEmpty())
                .isPresent());
    }

    @AfterEach
    void theFxThreadNeverAskedForAConnection() {
        guard.assertNeverAsked();
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#serve")
                .<Node>tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    /** Presses the button and returns the address that it shows then. */
    private static String serve(FxRobot robot) throws TimeoutException {
        robot.clickOn("#serve");
        until(() -> SERVED.matcher(text(robot)).matches());
        Matcher address = SERVED.matcher(text(robot));
        assertThat(address.matches()).isTrue();
        return address.group(1);
    }

    private static int ask(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> !stage.isShowing());
        home.untilNobodyIsIn();
    }

    @Test
    void programsThatKnowTheSecretReadTheRecordsUntilItIsStopped(FxRobot robot) throws Exception {
        assertThat(text(robot)).isEqualTo("Serve these records…");
        String address = serve(robot);
        robot.clickOn("Copy the secret");
        String[] secret = {""};
        robot.interact(() -> secret[0] = Clipboard.getSystemClipboard().getString());

        assertThat(ask(address + "api")).isEqualTo(401);
        assertThat(ask(address + "api", "Authorization", "Bearer " + secret[0])).isEqualTo(200);

        robot.clickOn("#serve");
        until(() -> robot.lookup("Stop serving").tryQuery().isPresent());
        assertThat(ask(address + "health"))
                .as("who presses the address does not want to end it")
                .isEqualTo(200);
        robot.clickOn("Stop serving");
        until(() -> text(robot).equals("Serve these records…"));
        assertThatThrownBy(() -> ask(address + "health")).isInstanceOf(IOException.class);
        close(robot);
    }

    @Test
    void closingTheWindowStopsIt(FxRobot robot) throws Exception {
        String address = serve(robot);
        assertThat(ask(address + "health")).isEqualTo(200);

        close(robot);

        assertThatThrownBy(() -> ask(address + "health")).isInstanceOf(IOException.class);
    }
}
