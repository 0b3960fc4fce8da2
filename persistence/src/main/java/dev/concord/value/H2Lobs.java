package dev.concord.value;

import dev.concord.record.Sha256;
import dev.concord.record.Value;
import dev.concord.record.Value.Large;
import dev.concord.record.Value.Large.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** Reads H2's large objects: whole up to {@link Value#LARGE} bytes, larger ones as their size and SHA-256 digest. */
final class H2Lobs {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_BYTES_PER_CHAR = 3;

    private H2Lobs() {}

    static Value text(ResultSet result, int index) throws SQLException {
        Clob clob = result.getClob(index);
        if (clob == null) {
            return Value.ofNull();
        }
        if (clob.length() <= Value.LARGE / MOST_BYTES_PER_CHAR) {
            return Value.of(result.getString(index));
        }
        try (Reader reader = clob.getCharacterStream()) {
            Large large = utf8(reader);
            return large.size() > Value.LARGE ? large : Value.of(result.getString(index));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    static Value bytes(ResultSet result, int index) throws SQLException {
        Blob blob = result.getBlob(index);
        if (blob == null) {
            return Value.ofNull();
        }
        if (blob.length() <= Value.LARGE) {
            return JdbcValues.binary(result.getBytes(index));
        }
        try (InputStream in = blob.getBinaryStream()) {
            MessageDigest sha256 = Sha256.begin();
            long size = 0;
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
                size += read;
            }
            return new Large(Kind.BINARY, size, hex(sha256));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static Large utf8(Reader reader) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer in = CharBuffer.allocate(CHUNK);
        ByteBuffer out = ByteBuffer.allocate(CHUNK * MOST_BYTES_PER_CHAR);
        long size = 0;
        boolean end = false;
        while (!end) {
            end = reader.read(in) < 0;
            in.flip();
            encoder.encode(in, out, end);
            // The first half of a surrogate pair is encoded together with the second.
            in.compact();
            size += out.position();
            sha256.update(out.array(), 0, out.position());
            out.clear();
        }
        return new Large(Kind.TEXT, size, hex(sha256));
    }

    private static String hex(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
