package dev.concord.app.gateway.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this computer that a test makes, as files, and clients that trust it. */
public final class SelfSigned {
    private static final String PASSWORD = "changeit";

    private final Path certificate;
    private final Path key;
    private final Certificate own;

    /**
     * Makes a certificate with the JDK's own tool.
     *
     * @param algorithm of the key: RSA or EC
     */
    public SelfSigned(Path directory, String algorithm) throws Exception {
        Path store = directory.resolve(algorithm + ".p12");
        int code = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with " + code);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        this.own = keys.getCertificate("a");
        this.certificate = pem(directory.resolve(algorithm + "-cert.pem"), "CERTIFICATE", own.getEncoded());
        this.key = pem(
                directory.resolve(algorithm + "-key.pem"),
                "PRIVATE KEY",
                keys.getKey("a", PASSWORD.toCharArray()).getEncoded());
    }

    private static Path pem(Path file, String what, byte[] encoded) throws IOException {
        String lines = Base64.getMimeEncoder().encodeToString(encoded);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    public Path certificate() {
        return certificate;
    }

    public Path key() {
        return key;
    }

    /** Returns what a client needs to trust it. */
    public SSLContext trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", own);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
