package dev.concord.app;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.Opening;
import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.place.InitialContents;
import dev.concord.app.settings.Settings;
import dev.concord.app.task.Prefetch;
import dev.concord.database.OpenOutcome;
import dev.concord.outcome.ReadOutcome;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The result of a request for a window: the open database, of which the first contents are being read while the window is made
 * for it, or why it could not be opened.
 * Immutable.
 */
sealed interface InitialView {

    /**
     * The database is open.
     *
     * @param table the name of the table to show first
     * @param look what is shown first, which is being read
     */
    record Seen(OpenDatabase database, Optional<String> table, Prefetch<ReadOutcome<InitialContents>> look)
            implements InitialView {}

    /** The database could not be opened. */
    record Failed(OpenOutcome.Failed why) implements InitialView {}

    /** Closes the database, if it was opened but is no longer needed. Never call it on the FX thread. */
    default void putAway() {
        if (this instanceof Seen seen) {
            seen.database().close();
        }
    }

    /**
     * Opens the database asked for and begins to read what is shown first. Blocks until it is open; never call it on the FX thread.
     *
     * @param settings read only if they determine how the database's tables are guarded
     */
    static InitialView of(OpenRequest request, Supplier<Settings> settings, SampleDatabase sample) {
        Opening opening =
                new Opening(database -> request.guarding().over(settings.get().policiesOf(database)));
        return request.target()
                .map(target -> seen(opening.adopt(target.database(), target.settings()), request))
                .orElseGet(() -> ofSample(request, sample.open()));
    }

    private static InitialView ofSample(OpenRequest request, Opening.Result result) {
        return switch (result) {
            case Opening.Opened opened -> seen(opened.open().guardedBy(request.guarding()::over), request);
            case Opening.Failed failed -> new Failed(failed.why());
            case Opening.Tested tested -> throw new IllegalStateException("The sample is opened, not tested");
        };
    }

    private static InitialView seen(OpenDatabase database, OpenRequest request) {
        Optional<String> first = database.sample() ? SampleDatabase.FIRST_TABLE : Optional.empty();
        Optional<String> table = request.table().or(() -> first);
        return new Seen(database, table, Prefetch.of(() -> InitialContents.outcomeAt(database.store(), table)));
    }
}
