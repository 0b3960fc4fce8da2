package dev.concord.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.question.Notice;
import dev.concord.app.task.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServingModelTest {
    private final List<Throwable> faults = new ArrayList<>();
    private final List<Notice> said = new ArrayList<>();

    @Test
    void afterAFaultItCanBeTriedAgain() {
        List<Boolean> tried = new ArrayList<>();
        ServingModel.Server server = new ServingModel.Server() {
            @Override
            public Optional<ServingModel.Served> start() {
                tried.add(true);
                if (tried.size() == 1) {
                    throw new IllegalStateException("no entropy");
                }
                return Optional.of(new ServingModel.Served("http://localhost:5656/", "secret"));
            }

            @Override
            public void stop() {
                tried.clear();
            }
        };
        ServingModel serving = new ServingModel(
                server, Work.of(Runnable::run, Runnable::run, faults::add), Office.TEXTS, said::add, _ -> {});

        serving.serve();
        assertThat(faults).hasSize(1);
        assertThat(serving.served().get()).isEmpty();
        serving.serve();

        assertThat(serving.served().get()).isPresent();
        assertThat(said).hasSize(1);
        serving.end();
        assertThat(serving.served().get()).isEmpty();
        assertThat(tried).isEmpty();
    }

    /** The button names an address, which a person presses to come there: that must not end what other programs use. */
    @Test
    void whatIsServedIsSaidAgainWithItsSecretAndNotStopped() {
        List<String> copied = new ArrayList<>();
        ServingModel.Server server = new ServingModel.Server() {
            @Override
            public Optional<ServingModel.Served> start() {
                return Optional.of(new ServingModel.Served("http://localhost:5656/", "secret"));
            }

            @Override
            public void stop() {
                throw new IllegalStateException("nobody asked for it");
            }
        };
        ServingModel serving = new ServingModel(
                server, Work.of(Runnable::run, Runnable::run, faults::add), Office.TEXTS, said::add, copied::add);

        serving.serve();
        serving.serve();

        assertThat(serving.served().get()).isPresent();
        assertThat(faults).isEmpty();
        assertThat(said).hasSize(2);
        said.getLast().offers().getFirst().action().run();
        assertThat(copied).containsExactly("secret");
    }
}
