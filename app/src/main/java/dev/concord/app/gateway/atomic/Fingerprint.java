package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.http.Request;
import dev.concord.record.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A request with a key, as digests: what is kept on the disk names neither the key nor the client's token.
 *
 * @param name the key of that client for that database, 64 hex digits
 * @param request all that the request asks for, 64 hex digits
 */
record Fingerprint(String name, String request) {
    private static final List<String> ASKING = List.of("Content-Type", "If-Match", "If-None-Match", "Prefer");

    static Fingerprint of(String scope, String key, Request request) {
        MessageDigest name = Sha256.begin();
        add(name, scope);
        add(name, key);
        request.headers().all("Authorization").forEach(one -> add(name, one));
        MessageDigest asked = Sha256.begin();
        add(asked, request.method());
        request.path().forEach(segment -> add(asked, segment));
        for (String header : ASKING) {
            add(asked, header);
            request.headers().all(header).forEach(value -> add(asked, value));
        }
        add(asked, request.body());
        return new Fingerprint(hex(name), hex(asked));
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length, so that no two lists of parts are digested alike. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
