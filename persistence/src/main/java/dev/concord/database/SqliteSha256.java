package dev.concord.database;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.sqlite.Function;

/**
 * The SQL aggregate function {@value #NAME}: the SHA-256 of the bytes of all its rows, in order, in hexadecimal. SQLite
 * has no such function, and an aggregate can digest a large value chunk by chunk.
 */
final class SqliteSha256 extends Function.Aggregate {
    private static final String NAME = "concord_sha256";

    private MessageDigest sha256 = fresh();

    private SqliteSha256() {}

    static void install(Connection connection) throws SQLException {
        Function.create(connection, NAME, new SqliteSha256());
    }

    @Override
    protected void xStep() throws SQLException {
        byte[] bytes = value_blob(0);
        if (bytes != null) {
            sha256.update(bytes);
        }
    }

    @Override
    protected void xFinal() throws SQLException {
        result(HexFormat.of().formatHex(sha256.digest()));
    }

    /** The driver clones the function for each use; the clones must not share a digest. */
    @Override
    public Object clone() throws CloneNotSupportedException {
        SqliteSha256 copy = (SqliteSha256) super.clone();
        copy.sha256 = fresh();
        return copy;
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }
}
