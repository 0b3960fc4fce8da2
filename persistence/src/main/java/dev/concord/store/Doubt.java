package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.Outcome.Refused.Reason;

/**
 * A COMMIT that may have been carried out or not.
 *
 * @param reason why it was not carried out, if it turns out that it was not
 * @param detail the error of COMMIT
 * @param server the server that was to commit
 */
record Doubt(Reason reason, String detail, ServerIdentity server) {}
