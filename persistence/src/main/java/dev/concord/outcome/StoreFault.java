package dev.concord.outcome;

/** A fault that no caller can be expected to handle: the database could not be read. Its cause is the driver's exception. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFault(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
