package dev.concord.app;

import static dev.concord.app.control.Frames.until;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.concord.app.handover.MeetingPlace;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.task.Deadline;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Where a program under test is at home. It must have left before its folders are deleted: a database that is still open
 * makes them anew.
 *
 * @param folder of the test's own
 * @param environment the program's
 */
record Home(Path folder, Map<String, String> environment) {
    /** A machine that needs longer does not answer at all. */
    private static final int MOST_SECONDS = 60;

    AppFolders folders() {
        return new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("state"));
    }

    /** Where later starts find the program; empty where the test's folder has too long a name for that. */
    Optional<MeetingPlace> place() {
        return MeetingPlace.of(environment, System.getProperty("os.name"), folders());
    }

    /** Returns once the program greets whoever comes. Not for the FX thread, which must let it. */
    void untilSomebodyIsIn() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                MOST_SECONDS, SECONDS, () -> place().map(Home::greets).orElse(true));
    }

    private static boolean greets(MeetingPlace place) {
        try (SocketChannel visitor = SocketChannel.open(UnixDomainSocketAddress.of(place.socket()));
                Deadline _ = Deadline.after(Duration.ofSeconds(MOST_SECONDS), visitor)) {
            return visitor.read(ByteBuffer.allocate(1)) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns once the sample is closed, and nobody is received any more. */
    void untilNobodyIsIn() throws TimeoutException {
        Path open = folders().data().resolve("sample.lock.db");
        until(() -> Files.notExists(open)
                && place().map(MeetingPlace::socket).filter(Files::exists).isEmpty());
    }
}
