package dev.concord.store;

import dev.concord.outcome.SaveOutcome;

/** Receives the outcome of each draft of a batch. */
interface ResultReceiver {
    /**
     * Receives one outcome.
     *
     * @param index the draft's place in the batch
     */
    void receive(int index, SaveOutcome outcome);
}
