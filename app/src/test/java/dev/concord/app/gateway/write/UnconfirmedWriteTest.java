package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
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
