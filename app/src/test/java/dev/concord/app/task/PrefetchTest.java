package dev.concord.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    @Test
    void itIsBegunBeforeAnybodyAsksAndDoneOnce() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Prefetch<Integer> ahead = Prefetch.of(() -> {
            int answer = times.incrementAndGet();
            done.countDown();
            return answer;
        });
        done.await();
        assertThat(ahead.get()).isEqualTo(1);
        assertThat(ahead.get()).isEqualTo(1);
    }

    @Test
    void itDoesNotKeepWhoeverBeginsIt() {
        CompletableFuture<String> asked = new CompletableFuture<>();
        Prefetch<String> ahead = Prefetch.of(asked::join);
        asked.complete("there");
        assertThat(ahead.get()).isEqualTo("there");
    }

    @Test
    void whatItThrowsIsThrownAsItWas() {
        for (Throwable broken : List.of(new IllegalStateException("broken"), new StackOverflowError())) {
            Prefetch<String> ahead = Prefetch.of(() -> {
                if (broken instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw (Error) broken;
            });
            assertThatThrownBy(ahead::get).isSameAs(broken);
        }
    }
}
