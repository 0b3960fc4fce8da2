package dev.concord.app.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import dev.concord.app.command.ExitCode;
import dev.concord.app.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** Two starts of the program on real sockets: who is asked, who is not, and that no request is lost or done twice. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class HandoverTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path directory;

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private Street street;

    private final List<List<String>> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        street = new Street(directory);
    }

    @AfterEach
    void close() {
        street.close();
        assertThat(street.faults).isEmpty();
    }

    private ExitCode note(Terminal terminal, String... arguments) {
        done.add(List.of(arguments));
        return ExitCode.OK;
    }

    @Test
    void whatWasTypedIsDoneByTheProgramThatIsThereAlready() {
        street.receiver(this::note);
        assertThat(street.send()).hasValue(0);
        assertThat(street.send("open", "shop.db", "--key", "ä/17")).hasValue(0);
        assertThat(done).containsExactly(List.of(), List.of("open", "shop.db", "--key", "ä/17"));
    }

    @Test
    void theSentenceAndTheExitCodeComeBack() {
        street.receiver((terminal, _) -> {
            terminal.out().println("Müller");
            terminal.err().println("There is no file ä.db.");
            return ExitCode.CANNOT_OPEN;
        });
        assertThat(street.send("open", "ä.db")).hasValue(ExitCode.CANNOT_OPEN.code());
        assertThat(street.out).hasToString("Müller" + System.lineSeparator());
        assertThat(street.err).hasToString("There is no file ä.db." + System.lineSeparator());
    }

    @Test
    void whatTheFxThreadWasAskedForIsDoneBeforeTheSenderIsAnswered() {
        List<String> shown = new CopyOnWriteArrayList<>();
        street.receiver((_, arguments) -> {
            street.work.onFxThread(() -> shown.add(arguments[1]));
            return ExitCode.OK;
        });
        street.send("open", "shop.db");
        assertThat(shown).containsExactly("shop.db");
    }

    @Test
    void onlyTheVariablesThatMeanSomethingAreSent() {
        CompletableFuture<Terminal> seen = new CompletableFuture<>();
        street.receiver((terminal, _) -> {
            seen.complete(terminal);
            return ExitCode.OK;
        });
        street.environment.put("OPT_LOCKING", "required");
        street.environment.put("CONCORD_PASSWORD", "a=b;ü");
        street.environment.put("OTHER_TOKEN", "private");
        street.environment.put("HOME", "elsewhere");
        street.send("open");
        assertThat(seen.join().environment())
                .containsOnly(
                        Map.entry("OPT_LOCKING", "required"),
                        Map.entry("CONCORD_PASSWORD", "a=b;ü"),
                        Map.entry("DISPLAY", ":0"),
                        Map.entry("HOME", "here"));
    }

    @Test
    void whatIsNoRequestForAWindowIsDoneWhereItWasTyped() {
        street.receiver(this::note);
        for (String[] own : new String[][] {
            {"check", "shop.db"},
            {"checksum", "shop.db", "t", "1"},
            {"--version"},
            {"-h"},
            {"open", "--help"},
            {"open", "-h"}
        }) {
            assertThat(street.send(own)).as(String.join(" ", own)).isEmpty();
        }
        assertThat(done).isEmpty();
    }

    @Test
    void withNobodyThereTheProgramStartsOnItsOwn() {
        assertThat(street.send()).isEmpty();
    }

    @Test
    void whatACrashedProgramLeftBehindIsReplaced() throws IOException {
        street.place.makeFolder();
        try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(street.place.address());
        }
        assertThat(street.place.socket()).exists();
        assertThat(street.send()).as("refused").isEmpty();
        assertThat(street.receiver(this::note)).isPresent();
        assertThat(street.send()).hasValue(0);
    }

    @Test
    void aProgramThatEndsLeavesThePlaceToTheNext() {
        Receiver first = street.receiver((_, _) -> ExitCode.FAULT).orElseThrow();
        street.stop(first);
        first.close();
        assertThat(street.place.socket()).doesNotExist();
        assertThat(street.receiver(this::note)).isPresent();
        assertThat(street.send()).hasValue(0);
    }

    @RepeatedTest(5)
    void ofTwoThatStartAtTheSameTimeOneTakesThePlaceAndAnswersEverybody() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        var one = CompletableFuture.supplyAsync(() -> receiverAt(start));
        var other = CompletableFuture.supplyAsync(() -> receiverAt(start));
        assertThat(List.of(one.get(), other.get()))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
        var asked = List.of("a", "b", "c", "d").stream()
                .map(name -> CompletableFuture.supplyAsync(() -> street.send("open", name)))
                .toList();
        assertThat(asked).extracting(CompletableFuture::join).containsOnly(OptionalInt.of(0));
        assertThat(done)
                .containsExactlyInAnyOrder(
                        List.of("open", "a"), List.of("open", "b"), List.of("open", "c"), List.of("open", "d"));
    }

    private Optional<Receiver> receiverAt(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return street.receiver(this::note);
    }

    @Test
    void aProgramWhoseWindowHangsIsPassedByAndDoesNothingLater() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        street.fx.execute(() -> await(hangs));
        street.receiver(this::note);
        assertThat(street.send(SHORT, "open", "early.db")).isEmpty();
        hangs.countDown();
        assertThat(street.send("open", "late.db")).hasValue(0);
        assertThat(done).containsExactly(List.of("open", "late.db"));
    }

    @Test
    void aProgramThatDoesNotEvenAcceptIsPassedBy() throws IOException {
        street.place.makeFolder();
        try (ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(street.place.address());
            assertThat(street.send(SHORT)).isEmpty();
        }
    }

    @Test
    void aProgramOfAnotherProtocolIsToldNothing() throws Exception {
        street.place.makeFolder();
        street.environment.put("CONCORD_PASSWORD", "secret77");
        ByteArrayOutputStream greeting = new ByteArrayOutputStream();
        DataOutputStream words = new DataOutputStream(greeting);
        words.writeInt(0x434F4E43);
        words.writeInt(999);
        try (ServerSocketChannel later = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            later.bind(street.place.address());
            var sent = CompletableFuture.supplyAsync(() -> street.send("open", "shop.db"));
            try (SocketChannel visitor = later.accept()) {
                visitor.write(ByteBuffer.wrap(greeting.toByteArray()));
                assertThat(visitor.read(ByteBuffer.allocate(1))).as("the end").isEqualTo(-1);
            }
            assertThat(sent.get()).isEmpty();
        }
    }

    @Test
    void foreignBytesEndTheirOwnConnectionOnly() throws IOException {
        street.receiver(this::note);
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        new DataOutputStream(huge).writeInt(Integer.MAX_VALUE);
        ByteArrayOutputStream negative = new ByteArrayOutputStream();
        new DataOutputStream(negative).writeInt(-1);
        for (byte[] foreign : List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                huge.toByteArray(),
                negative.toByteArray(),
                new byte[0])) {
            assertHungUpOn(channel -> channel.write(ByteBuffer.wrap(foreign)));
        }
        assertThat(street.send()).hasValue(0);
        assertThat(done).containsExactly(List.of());
    }

    @Test
    void whatIsLongerThanAnybodyTypesIsNotReadToItsEnd() {
        street.receiver(this::note);
        assertThat(street.send("open", "x".repeat(1 << 20))).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void aRequestThatIsNotForAWindowOrFromNowhereIsNotDone() throws IOException {
        street.receiver(this::note);
        var home = Map.of("HOME", "/");
        for (HandoverRequest wrong : List.of(
                new HandoverRequest(List.of("check", "shop.db"), directory, Map.of()),
                new HandoverRequest(List.of("open"), Path.of("somewhere"), Map.of()),
                new HandoverRequest(List.of("open"), directory, home))) {
            assertHungUpOn(channel -> new Wire(channel).ask(wrong));
        }
        assertThat(done).isEmpty();
    }

    /** Something said on a connection. */
    private interface Said {
        void on(SocketChannel channel) throws IOException;
    }

    private void assertHungUpOn(Said said) throws IOException {
        try (SocketChannel channel = SocketChannel.open(street.place.address())) {
            ByteBuffer greeting = ByteBuffer.allocate(2 * Integer.BYTES);
            while (greeting.hasRemaining()) {
                channel.read(greeting);
            }
            said.on(channel);
            assertThat(end(channel)).isTrue();
        }
    }

    /** Whether nothing more comes; a connection closed with words unread ends in an error. */
    private static boolean end(SocketChannel channel) {
        try {
            channel.shutdownOutput();
            return channel.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void whoIsStillWaitingWhenTheLastWindowClosesOpensOneOfItsOwn() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Receiver receiver = street.receiver((_, _) -> {
                    asked.countDown();
                    await(closed);
                    return ExitCode.OK;
                })
                .orElseThrow();
        var sent = CompletableFuture.supplyAsync(() -> street.send("open", "shop.db"));
        asked.await();
        street.stop(receiver);
        assertThat(sent.get()).isEmpty();
        closed.countDown();
    }

    @Test
    void whoIsLetInJustBeforeTheLastWindowClosesOpensOneOfItsOwn() throws Exception {
        Receiver receiver = street.receiver(this::note).orElseThrow();
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch letIn = new CountDownLatch(1);
        street.fx.execute(() -> {
            closing.countDown();
            await(letIn);
            receiver.stop();
        });
        closing.await();
        var sent = CompletableFuture.supplyAsync(() -> street.send("open", "shop.db"));
        while (street.fx.getQueue().isEmpty()) {
            Thread.onSpinWait();
        }
        letIn.countDown();
        assertThat(sent.get()).isEmpty();
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisabledOnOs(
            value = WINDOWS,
            disabledReason = "its folders have no such permissions; the user's profile is the user's")
    void aFolderOthersMayEnterIsNeverUsed() throws IOException {
        street.receiver(this::note);
        Files.setPosixFilePermissions(street.place.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(street.send()).isEmpty();
        assertThat(done).isEmpty();
        Street open = new Street(Files.createDirectory(directory.resolve("other")));
        Files.createDirectory(
                open.place.folder(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        assertThat(open.receiver(this::note)).isEmpty();
        open.close();
    }

    @Test
    @DisabledOnOs(
            value = WINDOWS,
            disabledReason = "its folders have no such permissions; the user's profile is the user's")
    void theFolderIsItsOwnersAlone() throws IOException {
        street.receiver(this::note);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(street.place.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void aRequestIsNeverShown() {
        HandoverRequest request = new HandoverRequest(
                List.of("open", "jdbc:h2:x;PASSWORD=secret77"), directory, Map.of("CONCORD_PASSWORD", "secret78"));
        assertThat(request.toString()).doesNotContain("secret7");
    }
}
