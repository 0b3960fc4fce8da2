package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.Outcome.Refused.Reason;

/**
 * A COMMIT that may have been carried out or not.
 *
 * @param reason why it was not carried out, if it turns out that it was not
 * @param detail the error of COMMIT
 * @param server the server that was to commit
 * @param closed whether H2 could not write to its file and has closed the database: what the file holds from then on is how the COMMIT
 *     ended
 */
record Doubt(Reason reason, String detail, ServerIdentity server, boolean closed) {}
