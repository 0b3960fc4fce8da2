package dev.concord.app.handover;

import dev.concord.app.command.CommandKind;
import dev.concord.database.Secret;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The protocol between two starts of the program. The one with the window sends a greeting, the other sends its request,
 * the first may ask for a password, and sends its answer. Without a greeting nothing is sent.
 *
 * <p>A number is four bytes, the highest first; a text is its length in bytes and then its bytes in UTF-8; several
 * texts are their count and then each. At most {@value #MOST_BYTES} bytes are read in all. Everything else that arrives is
 * an {@link IOException}. For one thread at a time, never the FX thread.
 */
final class Wire {
    /** The version of the protocol; programs of different versions do not talk to each other. */
    private static final int PROTOCOL = 1;

    /** {@code CONC}. */
    private static final int GREETING = 0x434F4E43;

    private static final int PASSWORD_WANTED = 1;
    private static final int DONE = 2;
    private static final int MOST_BYTES = 1 << 20;

    private final DataInputStream in;
    private final DataOutputStream out;
    private int room = MOST_BYTES;

    Wire(SocketChannel channel) {
        in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    void greet() throws IOException {
        out.writeInt(GREETING);
        out.writeInt(PROTOCOL);
        out.flush();
    }

    /** Waits for a greeting; false when it is not this protocol's. */
    boolean greeted() throws IOException {
        return in.readInt() == GREETING && in.readInt() == PROTOCOL;
    }

    void ask(HandoverRequest request) throws IOException {
        write(request.directory().toString());
        write(request.arguments());
        write(request.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList());
        out.flush();
    }

    /** Waits for the request. */
    HandoverRequest request() throws IOException {
        Path directory = directory(readText());
        List<String> arguments = readTexts();
        Map<String, String> environment = new HashMap<>();
        for (String variable : readTexts()) {
            int sign = variable.indexOf('=');
            if (sign < 0 || !HandoverRequest.VARIABLES.contains(variable.substring(0, sign))) {
                throw new IOException("Not a variable that is handed over");
            }
            environment.put(variable.substring(0, sign), variable.substring(sign + 1));
        }
        if (!CommandKind.askForWindow(arguments.toArray(String[]::new))) {
            throw new IOException("Not a request for a window");
        }
        return new HandoverRequest(arguments, directory, environment);
    }

    private static Path directory(String text) throws IOException {
        try {
            Path directory = Path.of(text);
            if (directory.isAbsolute()) {
                return directory;
            }
        } catch (InvalidPathException e) {
            throw new IOException("Not a directory", e);
        }
        throw new IOException("Not an absolute directory");
    }

    /** Lets the other side ask its user for a password, and waits for it. */
    Optional<Secret> askPassword(String prompt) throws IOException {
        out.writeInt(PASSWORD_WANTED);
        write(prompt);
        out.flush();
        return readTexts().stream().findFirst().map(Secret::new);
    }

    void answer(Response answer) throws IOException {
        out.writeInt(DONE);
        out.writeInt(answer.code());
        write(answer.out());
        write(answer.err());
        out.flush();
    }

    /** Waits for the answer, and asks for passwords until it comes. */
    Response answer(Function<String, Optional<Secret>> askPassword) throws IOException {
        int said = in.readInt();
        while (said == PASSWORD_WANTED) {
            write(askPassword.apply(readText()).map(Secret::reveal).stream().toList());
            out.flush();
            said = in.readInt();
        }
        if (said != DONE) {
            throw new IOException("Neither an answer nor a question");
        }
        return new Response(in.readInt(), readText(), readText());
    }

    private void write(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text);
        }
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private List<String> readTexts() throws IOException {
        int count = in.readInt();
        take(count);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(readText());
        }
        return texts;
    }

    private String readText() throws IOException {
        int length = in.readInt();
        take(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Texts are counted as well as their bytes, or an endless number of empty ones would fit. */
    private void take(int amount) throws IOException {
        if (amount < 0 || amount > room) {
            throw new IOException("Longer than any message of this protocol");
        }
        room -= amount;
    }
}
