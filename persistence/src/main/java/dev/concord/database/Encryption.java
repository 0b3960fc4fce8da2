package dev.concord.database;

import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/**
 * Encrypted connections to MySQL and MariaDB servers that ask for them. MySQL takes a password only over an encrypted
 * connection, or encrypted by a key nobody has checked; its own client therefore encrypts whenever the server can, without
 * asking for a certificate. The driver does so only if told, and an address may tell it otherwise.
 */
final class Encryption {
    private static final String SETTING = "sslMode";

    /** Nobody can listen; whether the server is who it says is not known. */
    private static final String WITHOUT_CERTIFICATE = "trust";

    /** What says how to encrypt, or whom to trust. */
    private static final Set<String> CHOICES = Set.of(
            SETTING,
            "useSsl",
            "allowPublicKeyRetrieval",
            "enabledSslProtocolSuites",
            "serverSslCert",
            "trustServerCertificate",
            "verifyServerCertificate");

    /** Of a server with {@code require_secure_transport}. */
    private static final int INSECURE_TRANSPORT_PROHIBITED = 3159;

    /** A server says so, too, of an account that must come encrypted. */
    private static final int ACCESS_DENIED = 1045;

    private Encryption() {}

    /** Whether a connection failed only for want of encryption. */
    static boolean isMissing(SQLException failure) {
        String words = String.valueOf(failure.getMessage());
        return failure.getErrorCode() == INSECURE_TRANSPORT_PROHIBITED
                || words.contains("RSA public key is not available")
                || words.contains("if SSL is not enabled");
    }

    /** Whether a connection that failed may succeed if it is encrypted. */
    static boolean mayHelp(SQLException failure) {
        return isMissing(failure) || failure.getErrorCode() == ACCESS_DENIED;
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
