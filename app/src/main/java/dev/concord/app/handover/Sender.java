package dev.concord.app.handover;

import dev.concord.app.command.CommandKind;
import dev.concord.app.command.Terminal;
import dev.concord.app.task.Deadline;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Hands a command line to the program that shows a window already, so that a second start is there at once: it loads no
 * toolkit, no database driver and no pool. Immutable; blocks, never call it on the FX thread.
 *
 * <p>What is sent is what was typed, the working directory, {@code OPT_LOCKING}, {@code OPT_LOCKING_ATTR} and
 * {@code CONCORD_PASSWORD}, and a password if one is asked for; only after the other side has greeted, and only over a
 * socket in a folder that nobody but this user may enter.
 */
public final class Sender {
    /** How long to wait for the greeting of a program that may hang. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MeetingPlace place;
    private final Duration patience;

    /**
     * @param patience how long to wait for a greeting; once there is one, the answer is waited for as long as it takes
     */
    public Sender(MeetingPlace place, Duration patience) {
        this.place = place;
        this.patience = patience;
    }

    /**
     * Hands a command line over, if it asks for a window, and tells the terminal what the other program has to say.
     *
     * @return the exit code; empty when the request was not accepted and has to be carried out by this program: there is no
     *     other program, it hangs, it has another version of the protocol, or it ended meanwhile
     */
    public OptionalInt send(Terminal terminal, String... arguments) {
        List<String> typed = List.of(arguments);
        if (!CommandKind.askForWindow(arguments) || !Files.exists(place.socket()) || !place.isOurs()) {
            return OptionalInt.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Wire wire = new Wire(channel);
            try (Deadline _ = Deadline.after(patience, channel)) {
                channel.connect(place.address());
                if (!wire.greeted()) {
                    return OptionalInt.empty();
                }
            }
            wire.ask(HandoverRequest.of(terminal, typed));
            Response answer = wire.answer(terminal.askPassword());
            terminal.out().print(answer.out());
            terminal.err().print(answer.err());
            terminal.out().flush();
            terminal.err().flush();
            return OptionalInt.of(answer.code());
        } catch (IOException | UnsupportedOperationException nobody) {
            return OptionalInt.empty();
        }
    }
}
