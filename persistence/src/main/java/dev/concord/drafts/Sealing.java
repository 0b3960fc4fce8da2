package dev.concord.drafts;

import java.io.IOException;

/**
 * Encrypts the entries of a file, and makes them readable again. {@link #PLAIN} leaves them as they are; a sealing whose
 * key is in the system's keyring is used as soon as Concord knows the keyring. Safe to share between threads.
 */
public interface Sealing {
    /** Leaves everything readable for whoever may read the file. */
    Sealing PLAIN = new Sealing() {
        @Override
        public int number() {
            return 0;
        }

        @Override
        public byte[] seal(byte[] entry) {
            return entry;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    };

    /** Says in each file how it is sealed. A file with another number is left alone. */
    int number();

    /** Returns an entry as it is written. */
    byte[] seal(byte[] entry);

    /**
     * Returns an entry as it was before it was sealed.
     *
     * @throws IOException when it was not sealed by this
     */
    byte[] open(byte[] sealed) throws IOException;
}
