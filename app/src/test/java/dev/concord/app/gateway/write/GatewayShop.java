package dev.concord.app.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.DocumentRules;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Headers;
import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.read.PageLimits;
import dev.concord.app.gateway.read.ReadHandler;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.journal.MergedWrites;
import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.journal.MergeJournal;
import dev.concord.merge.Merging;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A gateway's writes over a fresh database of one engine, and a colleague who writes to it with plain SQL. Its tables: {@code item} with a
 * reference to {@code city}, a computed column and a check, guarded by digest; {@code part}, which refers to an item; {@code counted} with a
 * version that every writer moves.
 */
public final class GatewayShop implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String[] TABLES = {
        "create table \"city\" (\"id\" integer not null primary key, \"name\" varchar(20) not null unique)",
        """
        create table "item" (
          "id" AUTOKEY,
          "name" varchar(20) not null,
          "stock" integer,
          "price" numeric(12, 2),
          "changed_by" varchar(20),
          "city_id" integer,
          "twice" integer generated always as ("stock" * 2) STORED,
          constraint "item_city" foreign key ("city_id") references "city" ("id"),
          constraint "stock_left" check ("stock" >= 0))""",
        """
        create table "part" ("id" AUTOKEY, "item_id" integer not null,
          constraint "part_item" foreign key ("item_id") references "item" ("id"))""",
        "create table \"counted\" (\"id\" integer not null primary key, \"name\" varchar(20), \"version\" integer)",
        // The database gives this key, so that it gives others afterwards.
        "insert into \"item\" (\"name\") values ('first')"
    };

    private static final String[] ROWS = {
        "delete from \"part\"",
        "delete from \"item\"",
        "delete from \"city\"",
        "delete from \"counted\"",
        "insert into \"city\" values (1, 'Graz')",
        "insert into \"city\" values (2, 'Linz')",
        "insert into \"item\" (\"id\", \"name\", \"stock\", \"price\", \"changed_by\", \"city_id\")"
                + " values (1, 'tea', 10, 1.50, 'Ana', 1)",
        "insert into \"counted\" values (1, 'tea', 7)"
    };

    private final Shop colleague;
    private final Database database;
    private final RecordStore store;
    private final ResourceTypes types;
    private final WriteContext context;
    private final Handler handler;

    /** A shop with every table in one mode. */
    public GatewayShop(Engine engine, LockingMode mode) {
        this(engine, mode, MergedWrites::unkept);
    }

    /** What holds in a mode. */
    @FunctionalInterface
    public interface Holds {
        void in(GatewayShop shop, LockingMode mode) throws Exception;
    }

    /** Tests the same in every mode, each time with the rows that a shop has at first. */
    public static void inEveryMode(Engine engine, Holds holds) throws Exception {
        try (GatewayShop first = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            for (LockingMode mode : LockingMode.values()) {
                first.colleague.sql(ROWS);
                try {
                    holds.in(new GatewayShop(first.colleague, first.database, mode, MergedWrites::unkept), mode);
                } catch (AssertionError e) {
                    throw new AssertionError("In mode " + mode + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** A shop whose merges are kept in a journal. */
    GatewayShop(Engine engine, MergeJournal journal) {
        this(engine, LockingMode.OPTIONAL, store -> MergedWrites.keptIn(journal, "shop", store));
    }

    private GatewayShop(Engine engine, LockingMode mode, Function<RecordStore, MergedWrites> merges) {
        this(engine, engine.freshDatabase(), mode, merges);
    }

    private GatewayShop(
            Engine engine, DatabaseSettings settings, LockingMode mode, Function<RecordStore, MergedWrites> merges) {
        this(new Shop(engine, settings, TABLES), TestDatabase.open(settings), mode, merges);
        colleague.sql(ROWS);
    }

    private GatewayShop(
            Shop colleague, Database database, LockingMode mode, Function<RecordStore, MergedWrites> merges) {
        this.colleague = colleague;
        this.database = database;
        TablePolicy byDigest = TablePolicy.DEFAULT.withMode(mode);
        this.store = new RecordStore(
                database,
                new Catalog(database),
                new Policies(
                        byDigest,
                        Map.of(
                                colleague.id("counted"),
                                new TablePolicy(
                                        mode, new Guard.ByColumn("version", Guard.VersionKind.INTEGER), Set.of()))));
        this.types = ResourceTypes.of(store);
        this.context = new WriteContext(types, merges.apply(store), Merging.DEFAULT);
        this.handler = new WriteHandler(context);
    }

    /** Returns the colleague. */
    public Shop colleague() {
        return colleague;
    }

    public RecordStore store() {
        return store;
    }

    public WriteContext context() {
        return context;
    }

    /** Returns the handler of single writes. */
    public Handler handler() {
        return handler;
    }

    /** Sends a request as JSON:API to the handler of single writes. */
    public Answer send(String method, String path, String body, String... headers) {
        return send(handler, method, path, JsonApi.MEDIA_TYPE, body, headers);
    }

    /** Reads as a client does. */
    public Answer read(String path, String... headers) {
        return send(new ReadHandler(store, types, PageLimits.DEFAULT), "GET", path, JsonApi.MEDIA_TYPE, "", headers);
    }

    /** Sends a request to a handler; requests that are refused are answered as the gateway answers them. */
    public static Answer send(
            Handler handler, String method, String path, String contentType, String body, String... headers) {
        Headers all = Headers.of(headers);
        if (!body.isEmpty()) {
            all = all.with("Content-Type", contentType);
        }
        Request request = new Request(
                method,
                List.of(path.substring(1).split("/")),
                Parameters.NONE,
                all,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                "http://localhost");
        Answer answer = answer(handler, request);
        json(answer);
        return answer;
    }

    private static Answer answer(Handler handler, Request request) {
        try {
            return handler.answer(request);
        } catch (RequestRefused refused) {
            return Answers.errors(refused.errors());
        }
    }

    /** Returns a row as it is now. */
    public Snapshot row(String type, String id) {
        ResourceType found = type(type);
        return store.find(found.ids().key(id).orElseThrow()).orElseThrow();
    }

    /** Returns the attributes of a row as a client has read them, for a body. */
    public String attributes(String type, String id) {
        return json(read("/api/" + type + "/" + id)).at("/data/attributes").toString();
    }

    /** Returns a row's ETag as it is now. */
    public String etag(String type, String id) {
        return type(type).tags().etag(row(type, id));
    }

    /** Returns a row's checksum as it is now. */
    public String checksum(String type, String id) {
        return type(type).tags().checksum(row(type, id));
    }

    private ResourceType type(String name) {
        return types.find(name).orElseThrow();
    }

    /** Returns an answer's document, which is as JSON:API wants it. */
    public static JsonNode json(Answer answer) {
        JsonNode document = document(answer);
        if (answer.headers()
                .first("Content-Type")
                .filter(JsonApi.MEDIA_TYPE::equals)
                .isPresent()) {
            assertThat(DocumentRules.broken(document)).as(document.toString()).isEmpty();
        }
        return document;
    }

    private static JsonNode document(Answer answer) {
        try {
            return answer.content() instanceof Content.Bytes(byte[] bytes) ? JSON.readTree(bytes) : JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the member at a pointer as text. */
    public static String at(Answer answer, String pointer) {
        return json(answer).at(pointer).asText();
    }

    @Override
    public void close() {
        database.close();
        colleague.close();
    }
}
