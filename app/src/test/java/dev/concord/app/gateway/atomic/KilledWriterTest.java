package dev.concord.app.gateway.atomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.write.GatewayShop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed between a write and its answer. */
class KilledWriterTest {
    private static final String BODY = "{'data': {'type': 'city', 'id': '7'}}";

    @TempDir
    private Path folder;

    @Test
    void aRequestThatAKilledProgramHadBegunIsNotCarriedOutAgain() throws Exception {
        assertThat(run("killed")).isEqualTo(KilledWriter.KILLED);
        AtomicInteger calls = new AtomicInteger();
        Answer answer = KilledWriter.send(folder, _ -> Answer.of(200 + calls.incrementAndGet()), BODY);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(calls).hasValue(0);
    }

    @Test
    void anAnswerThatAKilledProgramHadGivenIsGivenAgain() throws Exception {
        assertThat(run("answered")).isEqualTo(KilledWriter.KILLED);
        Answer answer = KilledWriter.send(folder, _ -> Answer.of(500), BODY);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(GatewayShop.json(answer).path("made").asText()).isEqualTo("by the other program");
    }

    private int run(String when) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        when,
                        BODY)
                .inheritIO()
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
