package dev.concord.store;

/** Something no caller can be expected to handle: the connection is gone, or the database contradicts itself. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFault(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
