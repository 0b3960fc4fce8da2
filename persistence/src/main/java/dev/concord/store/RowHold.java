package dev.concord.store;

import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Locks a row while a person decides, and writes the decision. */
final class RowHold {
    private final Reservation reservation;
    private boolean interrupted;

    RowHold(Reservation reservation) {
        this.reservation = reservation;
    }

    /**
     * Holds the row.
     *
     * @param locked runs the given work on the locked row
     */
    HoldOutcome run(Function<Function<LockedRow, HoldOutcome>, LockOutcome<HoldOutcome>> locked) {
        try {
            return switch (locked.apply(this::decided)) {
                case LockOutcome.Done<HoldOutcome>(HoldOutcome outcome) -> outcome;
                case LockOutcome.Busy<HoldOutcome>(RecordKey key) ->
                    new HoldOutcome.Ended(new Outcome.LockTimeout(key));
                case LockOutcome.Skipped<HoldOutcome>(RecordKey key) ->
                    new HoldOutcome.Ended(new Outcome.LockTimeout(key));
                case LockOutcome.Undone<HoldOutcome>(Outcome.Unwritten why) -> new HoldOutcome.Ended(why);
            };
        } finally {
            // Only once the transaction has ended: an interrupted thread would close the file of an embedded H2.
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HoldOutcome decided(LockedRow row) {
        reservation.held().accept(row.snapshot());
        RecordKey key = row.snapshot().key();
        try {
            Draft decided = awaitDecision();
            return new HoldOutcome.Ended(reservation
                    .before()
                    .apply(decided)
                    .<SaveOutcome>map(refused -> refused)
                    .orElseGet(() -> row.save(decided)));
        } catch (TimeoutException _) {
            return new HoldOutcome.Expired(key);
        } catch (CancellationException _) {
            return new HoldOutcome.Released(key);
        } catch (InterruptedException _) {
            interrupted = true;
            reservation.decision().cancel(false);
            return new HoldOutcome.Released(key);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The decision failed", e.getCause());
        }
    }

    /** A decision that comes while the time runs out counts. */
    private Draft awaitDecision() throws TimeoutException, InterruptedException, ExecutionException {
        try {
            return reservation.decision().get(reservation.longest().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLate) {
            if (reservation.decision().cancel(false)) {
                throw tooLate;
            }
            return reservation.decision().get();
        }
    }
}
