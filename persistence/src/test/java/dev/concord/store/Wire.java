package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.database.DatabaseSettings;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.params.provider.Arguments;

/** A shop behind a wire that can be cut, and the same shop by a way that cannot. H2 is reached through a server of its own. */
public final class Wire implements AutoCloseable {
    private final Shop aside;
    private final Shop shop;
    private final CuttingProxy proxy;
    private final Engine engine;
    private final boolean oneStatement;

    public Wire(Engine engine, Guard guard) {
        this(engine, guard, Optional.empty());
    }

    /** A wire that dies in silence, to a shop that does not wait longer for it than that. */
    static Wire silent(Engine engine, Guard guard, Duration limit) {
        Wire wire = new Wire(engine, guard, Optional.of(limit));
        wire.proxy.cutSilently();
        return wire;
    }

    private Wire(Engine engine, Guard guard, Optional<Duration> limit) {
        DatabaseSettings direct = engine.freshDatabase();
        this.engine = engine;
        this.aside = Shop.withItemsAt(engine, direct).guardedBy("item", guard);
        this.proxy = new CuttingProxy(port(direct));
        aside.sql("create table \"ticket\" (\"id\" AUTOKEY, \"name\" varchar(20), \"row_version\" UUIDTYPE)");
        this.shop = new Shop(engine, through(direct, limit))
                .guardedBy("item", guard)
                .guardedBy("ticket", guard);
        this.oneStatement = engine == Engine.POSTGRESQL && !guard.equals(OnEveryGuard.DIGEST);
    }

    /** Every engine that can be reached over a wire, under the guards that differ in what they prove. */
    static Stream<Arguments> all() {
        return Stream.of(Engine.H2, Engine.POSTGRESQL, Engine.MARIADB)
                .flatMap(engine -> Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.UUID, OnEveryGuard.DIGEST)
                        .map(guard -> Arguments.of(engine, guard)));
    }

    public Shop shop() {
        return shop;
    }

    public Shop aside() {
        return aside;
    }

    /** A row whose key the database makes. */
    Draft newTicket() {
        return Draft.newRow(shop.id("ticket")).with("name", Value.of("mine"));
    }

    /** A store whose next write by a key and a token is cut, be it a transaction or one statement. */
    RecordStore cut(When when, Runnable meanwhile) {
        return oneStatement ? cutAt("update only \"", when, meanwhile) : cutAtCommit(when, meanwhile);
    }

    /** A store whose next save of a row as it was read is cut: PostgreSQL is sent one statement, which compares the row's writer. */
    public RecordStore cutSave(When when, Runnable meanwhile) {
        return engine == Engine.POSTGRESQL ? cutAt("update only \"", when, meanwhile) : cutAtCommit(when, meanwhile);
    }

    /** A store whose next deletion of a row as it was read is cut. */
    public RecordStore cutDelete(When when, Runnable meanwhile) {
        return engine == Engine.POSTGRESQL && !oneStatement
                ? cutAt("delete from", when, meanwhile)
                : cutAtCommit(when, meanwhile);
    }

    /** A store whose next COMMIT is cut. */
    public RecordStore cutAtCommit(When when, Runnable meanwhile) {
        RecordStore store = shop.store();
        // The whole command as it goes over the wire: other commands have the word inside theirs.
        switch (engine) {
            case H2 -> {
                // The driver sends the server the word once for each connection.
                forgetConnections();
                proxy.cutOncePrepared("\0\6" + inTwoBytes("COMMIT"), when, meanwhile);
            }
            case POSTGRESQL -> proxy.cut("\0commit\0", when, meanwhile);
            case MARIADB -> proxy.cut("\3commit", when, meanwhile);
            case SQLITE -> throw new IllegalArgumentException("No wire leads to SQLite");
        }
        return store;
    }

    /** A store whose next statement with those words is cut. */
    RecordStore cutAt(String command, When when, Runnable meanwhile) {
        RecordStore store = shop.store();
        proxy.cut(command, when, meanwhile);
        return store;
    }

    /** Cuts before the server gets the next statement with that text. */
    void cutAtText(String text) {
        proxy.cut(engine == Engine.H2 ? inTwoBytes(text) : text, When.BEFORE, () -> {});
    }

    /** Cuts every connection, and lets none through. */
    void down() {
        proxy.down();
    }

    /** Lets connections through again. */
    void up() {
        proxy.up();
    }

    /** From now on there is a pool in between that gives PostgreSQL's processes other numbers. */
    void hideProcesses() {
        proxy.hideProcesses();
        forgetConnections();
    }

    /**
     * From now on another server answers, as after a failover. It holds what this one holds, and knows nothing of this one's
     * processes and transactions.
     */
    void switchServer() {
        String name = engine == Engine.POSTGRESQL
                ? TestDatabase.answer(aside.database(), "select system_identifier::text from pg_control_system()")
                : TestDatabase.answer(aside.database(), "select @@datadir");
        proxy.replace(name, name.substring(1) + name.charAt(0));
        forgetConnections();
    }

    private void forgetConnections() {
        try {
            shop.database()
                    .dataSource()
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private DatabaseSettings through(DatabaseSettings direct, Optional<Duration> limit) {
        String address = engine == Engine.H2
                ? direct.address()
                        .replaceAll("jdbc:h2:(mem:[^;]+).*", "jdbc:h2:tcp://localhost:" + proxy.port() + "/$1")
                : direct.address().replace(":" + port(direct) + "/", ":" + proxy.port() + "/") + readable(engine);
        String limited =
                address + limit.map(longest -> limiting(engine, longest)).orElse("");
        return new DatabaseSettings(limited, direct.user(), direct.password(), false);
    }

    /** What passes the proxy must not be encrypted. */
    static String readable(Engine engine) {
        return engine == Engine.MARIADB ? "?sslMode=disable" : "";
    }

    /** What sets the network's limit in an address that goes through the wire. */
    private static String limiting(Engine engine, Duration longest) {
        return switch (engine) {
            case H2 -> ";NETWORK_TIMEOUT=" + longest.toMillis();
            case POSTGRESQL -> "?socketTimeout=" + longest.toSeconds();
            case MARIADB -> "&socketTimeout=" + longest.toMillis();
            case SQLITE -> throw new IllegalArgumentException("No wire leads to SQLite");
        };
    }

    private int port(DatabaseSettings direct) {
        return engine == Engine.H2
                ? H2Server.SERVER.getPort()
                : Integer.parseInt(direct.address().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** As H2 writes its texts. */
    private static String inTwoBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        assertThat(proxy.hasCut()).isTrue();
        shop.close();
        aside.close();
        proxy.close();
    }

    /** Serves what this JVM has in memory. */
    private static final class H2Server {
        static final Server SERVER = start();

        private static Server start() {
            try {
                return Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
