package dev.concord.database;

import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/**
 * Speaking in secret to a MySQL or MariaDB server that insists on it. MySQL takes a password only over an encrypted
 * connection, or encrypted by a key nobody has checked; its own client therefore encrypts whenever the server can, without
 * asking for a certificate. The driver does so only if told, and an address may tell it otherwise.
 */
final class Encryption {
    private static final String SETTING = "sslMode";

    /** Nobody listens; whether the server is who it says is not known. */
    private static final String WITHOUT_CERTIFICATE = "trust";

    private static final Set<String> CHOICES = Set.of(SETTING, "useSsl", "requireSSL", "allowPublicKeyRetrieval");

    /** Of a server with {@code require_secure_transport}. */
    private static final int INSECURE_TRANSPORT_PROHIBITED = 3159;

    private Encryption() {}

    /** Whether a connection failed only for want of encryption. */
    static boolean isWanted(SQLException failure) {
        return failure.getErrorCode() == INSECURE_TRANSPORT_PROHIBITED
                || String.valueOf(failure.getMessage()).contains("RSA public key is not available");
    }

    /** Whether a connection failed because the server cannot encrypt. */
    static boolean isImpossible(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("ssl not enabled in the server");
    }

    /** Whether an address leaves open how to encrypt. */
    static boolean isOursToChoose(Address address) {
        return address.dialect() == Dialect.MARIADB
                && address.settings().keySet().stream().noneMatch(CHOICES::contains);
    }

    /** The driver's settings, and to encrypt. */
    static Properties added(Properties settings) {
        Properties encrypting = (Properties) settings.clone();
        encrypting.setProperty(SETTING, WITHOUT_CERTIFICATE);
        return encrypting;
    }
}
