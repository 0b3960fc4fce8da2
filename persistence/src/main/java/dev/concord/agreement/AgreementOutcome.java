package dev.concord.agreement;

import dev.concord.version.Guard;

/** How keeping a decision in the database ended. */
public sealed interface AgreementOutcome {

    /** The database has the decision, now or before already. */
    record Agreed() implements AgreementOutcome {}

    /** The database has another decision, made by somebody else; it was left as it is, and it applies. */
    record Differs(Guard theirs) implements AgreementOutcome {}

    /**
     * The database did not let this user keep it.
     *
     * @param detail the database's own message
     */
    record NotPermitted(String detail) implements AgreementOutcome {}
}
