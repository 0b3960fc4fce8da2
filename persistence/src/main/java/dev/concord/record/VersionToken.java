package dev.concord.record;

/**
 * What proves a row unchanged since it was read: the value of a version column, the row's digest, or both. Two tokens
 * of the same row are equal exactly when the guard considers the row unchanged.
 */
public sealed interface VersionToken {

    /** Returns an opaque text form, the same on every computer. */
    String text();

    /** The value of the table's version column; may be {@link Value#ofNull NULL} where an old row never had one. */
    record OfColumn(Value value) implements VersionToken {
        @Override
        public String text() {
            return value.text();
        }
    }

    /**
     * The row's SHA-256 digest. It is kept as bytes and formatted only when it is displayed.
     *
     * @param sha256 32 bytes
     */
    record OfDigest(Bytes sha256) implements VersionToken {

        /** 64 lower-case hex digits. */
        public String hex() {
            return sha256.hex();
        }

        @Override
        public String text() {
            return hex();
        }
    }

    /** Both, for version columns that do not suffice alone. */
    record OfBoth(OfColumn column, OfDigest digest) implements VersionToken {
        @Override
        public String text() {
            return column.text() + "-" + digest.text();
        }
    }
}
