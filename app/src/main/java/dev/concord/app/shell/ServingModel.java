package dev.concord.app.shell;

import dev.concord.app.question.Notice;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether the records of the open database are served to other programs, and starting and stopping that. FX thread only. */
public final class ServingModel {
    private final Server server;
    private final Work work;
    private final Texts texts;
    private final Consumer<Notice> say;
    private final Consumer<String> copy;
    private final ReadOnlyObjectWrapper<Optional<Served>> served =
            new ReadOnlyObjectWrapper<>(this, "served", Optional.empty());
    private Optional<Job> underWay = Optional.empty();

    /**
     * What serves. Both methods block and are called in the background.
     */
    public interface Server {
        /** Starts to serve; empty when no port can be had. */
        Optional<Served> start();

        /** Stops serving, if it does. */
        void stop();
    }

    /**
     * How records are served.
     *
     * @param address for programs on this computer
     * @param secret what they have to send
     */
    public record Served(String address, String secret) {}

    /**
     * A database that is not served.
     *
     * @param say shows a message
     * @param copy puts a text on the clipboard
     */
    public ServingModel(Server server, Work work, Texts texts, Consumer<Notice> say, Consumer<String> copy) {
        this.server = server;
        this.work = work;
        this.texts = texts;
        this.say = say;
        this.copy = copy;
    }

    /** How the records are served; empty when they are not. */
    public ReadOnlyObjectProperty<Optional<Served>> served() {
        return served.getReadOnlyProperty();
    }

    /** Starts to serve; where it does, says again where and how that is stopped. Nothing happens while either is under way. */
    public void serve() {
        if (!idle()) {
            return;
        }
        if (served.get().isPresent()) {
            say(served.get());
        } else {
            underWay = Optional.of(start());
        }
    }

    /** Stops serving. Nothing happens while starting or stopping is under way. */
    public void end() {
        if (served.get().isPresent() && idle()) {
            underWay = Optional.of(stop());
        }
    }

    private boolean idle() {
        return underWay.filter(job -> job.state().get() == Job.State.RUNNING).isEmpty();
    }

    private Job start() {
        return work.write(texts.get("shell.serve.job.start"), server::start, this::started);
    }

    private Job stop() {
        return work.write(
                texts.get("shell.serve.job.stop"),
                () -> {
                    server.stop();
                    return Optional.<Served>empty();
                },
                this::stopped);
    }

    private void stopped(Optional<Served> none) {
        served.set(none);
        say.accept(new Notice(texts.get("shell.serve.stopped")));
    }

    private void started(Optional<Served> now) {
        served.set(now);
        say(now);
    }

    private void say(Optional<Served> now) {
        say.accept(now.map(how -> new Notice(
                        texts.get("shell.serve.started", how.address()),
                        List.of(
                                new Notice.Offer(texts.get("shell.serve.copy"), () -> copy.accept(how.secret())),
                                new Notice.Offer(texts.get("shell.serve.stop"), this::end))))
                .orElseGet(() -> new Notice(texts.get("shell.serve.no-port"))));
    }
}
