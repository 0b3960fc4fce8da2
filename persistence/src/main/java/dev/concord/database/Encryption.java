package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/**
 * Encrypts connections to MySQL and MariaDB servers that require it. MySQL accepts a password only over an encrypted
 * connection, or encrypted with a key that has not been verified; its own client therefore encrypts whenever the server
 * can, without verifying a certificate. The driver does so only with a setting, and an address may set it differently.
 */
final class Encryption {
    private static final String SETTING = "sslMode";

    /** Encrypts without verifying the identity of the server. */
    private static final String WITHOUT_CERTIFICATE = "trust";

    /** The settings that say how to encrypt, or which certificates to trust. */
    private static final Set<String> CHOICES = Set.of(
            SETTING,
            "useSsl",
            "allowPublicKeyRetrieval",
            "enabledSslProtocolSuites",
            "serverSslCert",
            "trustServerCertificate",
            "verifyServerCertificate");

    /** The error code of a server with {@code require_secure_transport}. */
    private static final int INSECURE_TRANSPORT_PROHIBITED = 3159;

    /** The error code for wrong credentials, also used for an account that requires an encrypted connection. */
    private static final int ACCESS_DENIED = 1045;

    private Encryption() {}

    /** Whether a connection failed only because it was not encrypted. */
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

    /** Whether an address of MariaDB or MySQL has no setting about encryption, so that Concord may choose. */
    static boolean isOursToChoose(Address address) {
        return address.dialect() == Dialect.MARIADB
                && address.settings().keySet().stream().noneMatch(CHOICES::contains);
    }

    /** Returns the driver's settings with encryption added. */
    static Properties added(Properties settings) {
        Properties encrypting = (Properties) settings.clone();
        encrypting.setProperty(SETTING, WITHOUT_CERTIFICATE);
        return encrypting;
    }
}
