package dev.concord.app.gateway.change;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.gateway.write.GatewayShop;
import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.store.RecordStore;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A fresh database whose changes are watched without sockets, and a colleague who writes to it with plain SQL. There is room for 12,000 rows. Its tables:
 * {@code customer}, of which only the whole row, or PostgreSQL's own column, shows that it was written; {@code counted}, with a version that every writer moves.
 */
final class WatchedShop implements AutoCloseable {
    static final int ROOM = 12_000;

    private static final String[] TABLES = {
        "create table \"customer\" (\"id\" integer not null primary key, \"name\" varchar(50))",
        "insert into \"customer\" values (1, 'Ada')",
        "insert into \"customer\" values (2, 'Grace')",
        "create table \"counted\" (\"id\" integer not null primary key, \"name\" varchar(50), \"version\" integer not null)",
        "insert into \"counted\" values (1, 'Ada', 1)",
        "insert into \"counted\" values (2, 'Grace', 1)"
    };

    private final Shop colleague;
    private final Database database;
    private final RecordStore store;
    private final ResourceTypes types;
    private final OpenStreams streams;

    /** The clock of the looks, where a test moves it. */
    private final AtomicLong nanos = new AtomicLong();

    private long step;
    private long reads;

    /** A shop whose clock runs. */
    WatchedShop(Engine engine) {
        this(engine, engine.freshDatabase(), false, TABLES);
    }

    /** A shop whose clock stands, unless a test moves it: looks are not due before. */
    static WatchedShop withStoppedClock(Engine engine) {
        return new WatchedShop(engine, engine.freshDatabase(), true, TABLES);
    }

    /** Another gateway to a database that is there already. */
    static WatchedShop beside(Engine engine, DatabaseSettings settings) {
        return new WatchedShop(engine, settings, false);
    }

    /** Makes the tables of the shop in a fresh database. */
    static DatabaseSettings database(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        new Shop(engine, settings, TABLES).close();
        return settings;
    }

    private WatchedShop(Engine engine, DatabaseSettings settings, boolean stopped, String... statements) {
        this.colleague = new Shop(engine, settings, statements);
        this.database = TestDatabase.open(settings);
        Policies policies = Policies.DEFAULT.with(
                colleague.id("counted"),
                new TablePolicy(
                        LockingMode.OPTIONAL, new Guard.ByColumn("version", Guard.VersionKind.INTEGER), Set.of()));
        this.store = new RecordStore(database, new Catalog(database), policies);
        this.types = ResourceTypes.of(store);
        LongSupplier clock = stopped ? this::read : System::nanoTime;
        this.streams = new OpenStreams(store, OpenStreams.MOST, Duration.ofMillis(5), ROOM, clock);
    }

    /** Makes a look take some time, as often as the clock is read meanwhile. */
    void slowly(Duration each) {
        step = each.toNanos();
    }

    private long read() {
        reads++;
        return nanos.getAndAdd(step);
    }

    /** How often the clock was read. */
    long clockWasRead() {
        return reads;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Writes as a colleague. */
    void sql(String... statements) {
        colleague.sql(statements);
    }

    /** Takes the database away from under those who look. */
    void closeDatabase() {
        database.close();
    }

    RecordStore store() {
        return store;
    }

    OpenStreams streams() {
        return streams;
    }

    ResourceTypes types() {
        return types;
    }

    /** Returns what a stream of a whole table is about, as the stream itself has it. */
    WatchedTable table(String type) {
        return new WatchedTable(
                types, type, types.find(type).orElseThrow().table().id(), streams.tables());
    }

    /** Returns a row's ETag as it is now. */
    String etag(String type, int id) {
        var found = types.find(type).orElseThrow();
        return found.tags()
                .etag(store.find(found.ids().key(Integer.toString(id)).orElseThrow())
                        .orElseThrow());
    }

    /** Asks for a stream. */
    Answer get(String path, String... headers) {
        return GatewayShop.send(new ChangeHandler(types, store, streams), "GET", path, "", "", headers);
    }

    /** Watches until the client is closed. */
    EventClient watch(String path, String... headers) {
        return new EventClient(get(path, headers));
    }

    @Override
    public void close() {
        streams.stop();
        database.close();
        colleague.close();
    }
}
