package dev.concord.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.concord.record.Value;
import dev.concord.testing.EveryKindOfValue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredValueTest {

    @Test
    void everyKindOfValueComesBackAsItWas() throws JsonProcessingException {
        for (Value value : EveryKindOfValue.VALUES) {
            String json = StoredRow.mapper().writeValueAsString(StoredValue.of(value));
            assertThat(json).isPrintable();
            assertThat(StoredValue.read(StoredRow.mapper().readTree(json))).isEqualTo(value);
        }
    }

    @Test
    void noKindIsLeftOut() {
        Set<Class<?>> tried =
                EveryKindOfValue.VALUES.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(Stream.<Class<?>>of(Value.class.getPermittedSubclasses())
                        .toList());
    }
}
