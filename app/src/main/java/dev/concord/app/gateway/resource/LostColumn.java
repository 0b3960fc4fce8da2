package dev.concord.app.gateway.resource;

/**
 * A row was read without a column that its table had when it was looked at: another program has dropped the column since. Whoever asks again is
 * answered by the table as it is now.
 */
public final class LostColumn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostColumn(IllegalArgumentException lacking) {
        super(lacking);
    }
}
