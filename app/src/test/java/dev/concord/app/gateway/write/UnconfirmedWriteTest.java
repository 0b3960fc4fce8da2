package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.atomic.AtomicHandler;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.journal.MergedWrites;
import dev.concord.merge.Merging;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.store.OnEveryGuard;
import dev.concord.store.RecordStore;
import dev.concord.store.Wire;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to the database is cut around COMMIT, on the databases that have one: all but SQLite, which is a file. */
class UnconfirmedWriteTest {
    private static final String BODY = "{'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 7}}}";

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aWriteThatCannotBeSettledIsSaidToBeUnknownWithTheRowAsItIs(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.DIGEST)) {
            Runnable third =
                    () -> wire.aside().saved(Draft.of(wire.aside().item()).with("stock", Value.of(99)));
            Answer answer = patched(wire, When.AFTER, third);
            assertThat(answer.status()).isEqualTo(504);
            assertThat(at(answer, "/errors/0/code")).isEqualTo("unconfirmed");
            assertThat(at(answer, "/errors/0/meta/data/attributes/stock")).isEqualTo("99");
            assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(99));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aWriteThatIsProvedIsAnsweredAsDone(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.DIGEST)) {
            Answer answer = patched(wire, When.AFTER, () -> {});
            assertThat(answer.status()).isEqualTo(200);
            assertThat(at(answer, "/data/attributes/stock")).isEqualTo("7");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aWriteThatNeverArrivedMayBeSentAgain(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.DIGEST)) {
            Answer answer = patched(wire, When.BEFORE, () -> {});
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().first("Retry-After")).contains("1");
            assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(10));
        }
    }

    /** The client is told by every address that it is not known, and never that nothing was written. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void everyKindOfWriteThatCannotBeSettledIsSaidToBeUnknown(Engine engine) {
        for (Kind kind : KINDS) {
            try (Wire wire = new Wire(engine, OnEveryGuard.DIGEST)) {
                wire.aside().sql(CITIES);
                RecordStore store = wire.shop().store();
                ResourceTypes types = ResourceTypes.of(store);
                WriteContext context = new WriteContext(types, MergedWrites.unkept(store), Merging.DEFAULT);
                Handler handler = new AtomicHandler(context, new WriteHandler(context));
                String etag =
                        types.find("item").orElseThrow().tags().etag(wire.shop().item());
                // Read once, so that the cut hits the write and nothing before it.
                types.all();
                kind.cut().of(wire, () -> wire.aside().sql(third(kind)));
                String tag = kind.path().startsWith("/api/city")
                        ? types.find("city")
                                .orElseThrow()
                                .tags()
                                .etag(wire.shop().first("city"))
                        : etag;
                String[] headers = kind.guarded() ? new String[] {"If-Match", tag} : new String[0];
                Answer answer = GatewayShop.send(
                        handler,
                        kind.method(),
                        kind.path(),
                        kind.mediaType(),
                        kind.body().replace("TAG", etag.replace("\"", "")),
                        headers);
                assertThat(answer.status())
                        .as(kind + " " + GatewayShop.json(answer))
                        .isEqualTo(504);
                assertThat(at(answer, "/errors/0/code")).as(kind.toString()).isEqualTo("unconfirmed");
            }
        }
    }

    private static final String[] CITIES = {
        "create table \"city\" (\"id\" integer not null primary key)",
        "insert into \"city\" values (1)",
        "insert into \"city\" values (2)",
        "alter table \"item\" add column \"city_id\" integer",
        "update \"item\" set \"city_id\" = 2",
        "alter table \"item\" add constraint \"item_city\" foreign key (\"city_id\") references \"city\" (\"id\")"
    };

    /** Somebody else changes or takes away whatever the write may have left, so that it proves nothing. */
    private static String[] third(Kind kind) {
        return kind.method().equals("DELETE") && kind.body().isEmpty()
                ? new String[] {"insert into \"item\" (\"id\", \"stock\") values (1, 99)"}
                : new String[] {"update \"item\" set \"stock\" = 99", "delete from \"item\" where \"id\" = 2"};
    }

    /** How the answer to a write is lost. */
    @FunctionalInterface
    private interface Cut {
        void of(Wire wire, Runnable meanwhile);
    }

    private record Kind(String method, String path, String mediaType, String body, boolean guarded, Cut cut) {}

    private static final String MEMBER = "{'data': [{'type': 'item', 'id': '1'}]}";
    private static final String ATOMIC = JsonApi.MEDIA_TYPE + "; ext=\"" + JsonApi.ATOMIC + "\"";

    private static final Cut SAVE = (wire, meanwhile) -> wire.cutSave(When.AFTER, meanwhile);
    private static final Cut DELETE = (wire, meanwhile) -> wire.cutDelete(When.AFTER, meanwhile);
    private static final Cut COMMIT = (wire, meanwhile) -> wire.cutAtCommit(When.AFTER, meanwhile);

    private static final List<Kind> KINDS = List.of(
            new Kind("PATCH", "/api/item/1", JsonApi.MEDIA_TYPE, BODY, true, SAVE),
            new Kind(
                    "PUT",
                    "/api/item/1",
                    JsonApi.MEDIA_TYPE,
                    "{'data': {'type': 'item', 'id': '1', 'attributes': {'name': 'mate', 'stock': 7, 'version': 1,"
                            + " 'updated_at': null, 'row_version': null, 'city_id': null}}}",
                    true,
                    SAVE),
            new Kind(
                    "POST",
                    "/api/item/1/increment",
                    JsonApi.MEDIA_TYPE,
                    "{'meta': {'attribute': 'stock', 'by': 1}}",
                    false,
                    COMMIT),
            new Kind(
                    "POST",
                    "/api/operations",
                    ATOMIC,
                    "{'atomic:operations': [{'op': 'update', 'data': {'type': 'item', 'id': '1',"
                            + " 'attributes': {'stock': 7, 'S_CheckSum': 'TAG'}}}]}",
                    false,
                    COMMIT),
            new Kind(
                    "POST",
                    "/api/item",
                    JsonApi.MEDIA_TYPE,
                    "{'data': {'type': 'item', 'id': '2', 'attributes': {'name': 'mate', 'stock': 7}}}",
                    false,
                    COMMIT),
            new Kind("DELETE", "/api/item/1", JsonApi.MEDIA_TYPE, "", true, DELETE),
            new Kind(
                    "PATCH",
                    "/api/item/1/relationships/city",
                    JsonApi.MEDIA_TYPE,
                    "{'data': {'type': 'city', 'id': '1'}}",
                    true,
                    SAVE),
            new Kind("POST", "/api/city/1/relationships/itemList", JsonApi.MEDIA_TYPE, MEMBER, true, COMMIT),
            new Kind("DELETE", "/api/city/2/relationships/itemList", JsonApi.MEDIA_TYPE, MEMBER, false, COMMIT));

    private static Answer patched(Wire wire, When when, Runnable meanwhile) {
        RecordStore store = wire.shop().store();
        ResourceTypes types = ResourceTypes.of(store);
        ResourceType type = types.find("item").orElseThrow();
        WriteHandler handler = new WriteHandler(new WriteContext(types, MergedWrites.unkept(store), Merging.DEFAULT));
        String etag = type.tags().etag(wire.shop().item());
        wire.cutSave(when, meanwhile);
        return GatewayShop.send(handler, "PATCH", "/api/item/1", JsonApi.MEDIA_TYPE, BODY, "If-Match", etag);
    }
}
