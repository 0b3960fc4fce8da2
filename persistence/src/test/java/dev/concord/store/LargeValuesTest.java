package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.ValueKind;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.Value.Large;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.testing.TestDatabase;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Values too large to be held: compared to the last byte, in memory that does not grow with them. */
@LockingContract
@LongRun
class LargeValuesTest {
    /** A hundred megabytes, of which the small heap has no room for one; in the ordinary run a little more than it has in all. */
    private static final int MOST = Length.of(52, 100) << 20;

    /** With every compiler, because there is much to do. */
    private static final List<String> SMALL_HEAP = List.of("-Xmx48m", "-XX:TieredStopAtLevel=4");

    /** The row is saved there, which reads and digests it several times. */
    @OnEveryEngine
    void aHundredMegabytesOfTextThatDifferInTheLastLetterDifferAndASmallHeapIsEnough(Engine engine) throws Exception {
        DatabaseSettings settings = settings(engine);
        String token;
        try (Shop shop = documents(engine, settings)) {
            token = tokenOfLastByte(shop, Large.Kind.TEXT);
        }
        // After the shop is closed: H2's file belongs to one process at a time.
        assertThat(TokenReader.afterWritingInAnotherProcess(settings, "title", SMALL_HEAP))
                .isEqualTo(token);
    }

    @OnEveryEngine
    void aHundredMegabytesThatDifferInTheLastByteDifferAndASmallHeapIsEnough(Engine engine) throws Exception {
        DatabaseSettings settings = settings(engine);
        String type =
                switch (engine) {
                    case H2, SQLITE -> "blob";
                    case MARIADB -> "longblob";
                    case POSTGRESQL -> "bytea";
                };
        String token;
        try (Shop shop = documents(engine, settings, type)) {
            token = tokenOfLastByte(shop, Large.Kind.BINARY);
        }
        assertThat(TokenReader.inAnotherProcess(settings, SMALL_HEAP)).isEqualTo(token);
    }

    /** Changes the last byte of a large value, which must make a draft stale, and returns the row's token then. */
    private static String tokenOfLastByte(Shop shop, Large.Kind kind) throws SQLException {
        fill(shop, MOST, 'a');
        Snapshot first = shop.first("document");
        assertThat(first.row().get("body")).isEqualTo(large(kind, MOST, 'a'));
        fill(shop, MOST, 'b');
        SaveOutcome outcome = shop.store().save(Draft.of(first).with("title", Value.of("stale")));
        assertThat(outcome).isInstanceOf(Outcome.Stale.class);
        return token(((Outcome.Stale) outcome).theirs());
    }

    @OnEveryEngine
    void aRowWithALargeValueIsGuardedAndEditedAsAnyOther(Engine engine) throws SQLException {
        int size = Value.LARGE + 1;
        try (Shop shop = documents(engine, settings(engine))) {
            fill(shop, size, 'a');
            Snapshot base = shop.first("document");
            Snapshot saved = shop.saved(Draft.of(base).with("title", Value.of("mine")));
            assertThat(saved.row().get("body")).isEqualTo(large(Large.Kind.TEXT, size, 'a'));
            fill(shop, size, 'b');
            assertThat(shop.store().save(Draft.of(saved).with("title", Value.of("stale"))))
                    .isInstanceOf(Outcome.Stale.class);
            Snapshot theirs = shop.first("document");
            Snapshot shortened = shop.saved(Draft.of(theirs).with("body", Value.of("short again")));
            assertThat(shortened.row().get("body")).isEqualTo(Value.of("short again"));
        }
    }

    @OnEveryEngine
    void whatStandsForALargeValueIsNeverWritten(Engine engine) throws SQLException {
        try (Shop shop = documents(engine, settings(engine))) {
            fill(shop, Value.LARGE + 1, 'a');
            Value body = shop.first("document").row().get("body");
            shop.sql("update \"document\" set \"body\" = 'theirs'");
            Snapshot theirs = shop.first("document");
            assertThat(shop.store().save(Draft.of(theirs).with("body", body)))
                    .isEqualTo(new Outcome.Refused(Outcome.Refused.Reason.TOO_LARGE, "body"));
            assertThat(shop.first("document").row().get("body")).isEqualTo(Value.of("theirs"));
        }
    }

    @OnEveryEngine
    void theLargestValueThatIsHeldIsReadWhole(Engine engine) throws SQLException {
        try (Shop shop = documents(engine, settings(engine))) {
            fill(shop, Value.LARGE, 'a');
            assertThat(shop.first("document").row().get("body").text()).hasSize(Value.LARGE);
        }
    }

    private static DatabaseSettings settings(Engine engine) {
        return engine == Engine.H2 ? TestDatabase.freshH2File() : engine.freshDatabase();
    }

    private static Shop documents(Engine engine, DatabaseSettings settings) {
        String type =
                switch (engine) {
                    case H2 -> "clob";
                    case MARIADB -> "longtext";
                    case POSTGRESQL, SQLITE -> "text";
                };
        return documents(engine, settings, type);
    }

    private static Shop documents(Engine engine, DatabaseSettings settings, String type) {
        if (engine == Engine.MARIADB) {
            try (Shop before = new Shop(engine, settings)) {
                before.sql("set global max_allowed_packet = 268435456");
            }
        }
        return new Shop(
                engine,
                settings,
                "create table \"document\" (\"id\" integer not null primary key, \"title\" varchar(100), \"body\" "
                        + type + ")",
                "insert into \"document\" values (1, 'first', '')");
    }

    /** Makes the body {@code xxx…x} and a last letter, where the database can without sending it. */
    private static void fill(Shop shop, int size, char last) throws SQLException {
        boolean bytes = shop.table("document").columns().getLast().kind() == ValueKind.BINARY;
        String made = "concat(repeat('x', " + (size - 1) + "), '" + last + "')";
        switch (shop.dialect()) {
            case H2 -> stream(shop, size, last, bytes);
            case POSTGRESQL ->
                shop.sql("update \"document\" set \"body\" = " + (bytes ? "convert_to(" + made + ", 'UTF8')" : made));
            case MARIADB, MYSQL -> shop.sql("update \"document\" set \"body\" = " + made);
            case SQLITE ->
                shop.sql(
                        "update \"document\" set \"body\" = replace(hex(zeroblob(" + (size / 2) + ")), '0', 'x')",
                        "update \"document\" set \"body\" = cast(substr(\"body\" || 'x', 1, " + (size - 1) + ") || '"
                                + last + "' as " + (bytes ? "blob)" : "text)"));
        }
    }

    private static void stream(Shop shop, int size, char last, boolean bytes) throws SQLException {
        Letters letters = new Letters(size, last);
        try (Connection connection = shop.database().dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement("update \"document\" set \"body\" = ?")) {
            if (bytes) {
                update.setBinaryStream(1, letters);
            } else {
                update.setCharacterStream(1, new InputStreamReader(letters, StandardCharsets.US_ASCII));
            }
            update.executeUpdate();
        }
    }

    private static Large large(Large.Kind kind, int size, char last) {
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) 'x');
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (int left = size - 1; left > 0; left -= Math.min(left, chunk.length)) {
                sha256.update(chunk, 0, Math.min(left, chunk.length));
            }
            sha256.update((byte) last);
            return new Large(kind, size, HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(Snapshot snapshot) {
        return snapshot.token().orElseThrow().text();
    }

    /** {@code x} again and again, and a last letter. */
    private static final class Letters extends InputStream {
        private final int size;
        private final char last;
        private int at;

        Letters(int size, char last) {
            this.size = size;
            this.last = last;
        }

        @Override
        public int read() {
            if (at == size) {
                return -1;
            }
            at++;
            return at == size ? last : 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == size) {
                return -1;
            }
            int count = Math.min(length, size - at);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            at += count;
            if (at == size) {
                into[offset + count - 1] = (byte) last;
            }
            return count;
        }
    }
}
