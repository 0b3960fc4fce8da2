package dev.concord.app.task;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void whoIsInTimeIsLeftAlone() {
        Deadline deadline = Deadline.after(Duration.ofDays(1), () -> {
            throw new IOException("Nobody is late");
        });
        assertThatCode(deadline::close).doesNotThrowAnyException();
    }

    @Test
    void whoIsTooLateIsTold() throws InterruptedException {
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Deadline deadline = Deadline.after(Duration.ZERO, () -> {
            closing.countDown();
            try {
                told.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        closing.await();
        assertThatThrownBy(deadline::close).isInstanceOf(IOException.class);
        told.countDown();
    }
}
