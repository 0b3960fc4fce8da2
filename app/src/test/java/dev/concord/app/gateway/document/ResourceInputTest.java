package dev.concord.app.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resource objects in requests. */
class ResourceInputTest {

    @Test
    void readsTypeIdAttributesAndRelationships() {
        ResourceInput read = read("""
                {'data': {'type': 'order', 'id': '7', 'attributes': {'note': null, '@mine': 1},
                  'relationships': {'customer': {'data': {'type': 'customer', 'id': '3'}}, 'clerk': {'data': null},
                    'lines': {'data': [{'type': 'line', 'lid': 'a'}]}}, 'meta': {'base': {}}, 'unknown': 1}}""");
        assertThat(read.type()).isEqualTo("order");
        assertThat(read.id()).contains("7");
        assertThat(read.attributes()).containsOnlyKeys("note");
        assertThat(read.relationships().get("customer")).isInstanceOfSatisfying(Linkage.ToOne.class, one -> assertThat(
                        one.target().id())
                .contains("3"));
        assertThat(read.relationships().get("clerk")).isInstanceOf(Linkage.ToNone.class);
        assertThat(read.relationships().get("lines")).isInstanceOfSatisfying(Linkage.ToMany.class, many -> assertThat(
                        many.targets().getFirst().lid())
                .contains("a"));
        assertThat(read.meta().member("base").present()).isTrue();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "null",
            value = {
                "[] | /",
                "{} | /data",
                "{'data': null} | /data",
                "{'data': []} | /data",
                "{'data': {}} | /data/type",
                "{'data': {'type': 1}} | /data/type",
                "{'data': {'type': ''}} | /data/type",
                "{'data': {'type': 'a', 'id': 1}} | /data/id",
                "{'data': {'type': 'a', 'lid': null}} | /data/lid",
                "{'data': {'type': 'a', 'attributes': []}} | /data/attributes",
                "{'data': {'type': 'a', 'attributes': null}} | /data/attributes",
                "{'data': {'type': 'a', 'relationships': 1}} | /data/relationships",
                "{'data': {'type': 'a', 'relationships': {'b': 1}}} | /data/relationships/b",
                "{'data': {'type': 'a', 'relationships': {'b': {}}}} | /data/relationships/b/data",
                "{'data': {'type': 'a', 'relationships': {'b': {'data': {'type': 'c'}}}}} | /data/relationships/b/data",
                "{'data': {'type': 'a', 'relationships': {'b': {'data': [{'id': '1'}]}}}} | /data/relationships/b/data/0/type",
                "{'data': {'type': 'a', 'relationships': {'b': {'data': {'type': 'c', 'id': '1', 'lid': '1'}}}}} | /data/relationships/b/data",
                "{'data': {'type': 'a', 'meta': 1}} | /data/meta"
            })
    void refusesMalformedOnesWithThePlace(String body, String pointer) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(
                        refused.errors().getFirst().source())
                .isEqualTo(new ErrorSource.Pointer(pointer.equals("/") ? "" : pointer)));
    }

    private static ResourceInput read(String body) {
        return ResourceInput.ofDocument(BodyPart.of(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
