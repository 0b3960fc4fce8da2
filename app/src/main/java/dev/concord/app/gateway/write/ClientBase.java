package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.AttributeValues;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ValueReading;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The row that a client started from, if it sent it: {@code meta.base}, the attributes as it had read them. It is believed only if
 * its checksum is one that the client sent as the row's: otherwise columns would count as unchanged that the client has left out, and a merge would
 * put together what belongs to different versions.
 */
final class ClientBase {
    private ClientBase() {}

    /**
     * Returns the row.
     *
     * @param base {@code meta.base}, or not present
     * @param known the checksums that the client sent
     * @param now the row as it is, whose key is the same
     * @return empty where the client sent none, or one that is not proved
     */
    static Optional<Snapshot> of(ResourceType type, BodyPart base, Set<String> known, Snapshot now) {
        if (!base.present() || !base.value().isObject()) {
            return Optional.empty();
        }
        Row row = now.row();
        for (Map.Entry<String, BodyPart> member : base.members().entrySet()) {
            Optional<Attribute> attribute = type.attribute(member.getKey());
            if (attribute.isPresent()) {
                switch (AttributeValues.read(
                        member.getValue().value(), attribute.get().column())) {
                    case ValueReading.Read(Value value) ->
                        row = row.with(attribute.get().column().name(), value);
                    case ValueReading.Wrong _ -> {
                        return Optional.empty();
                    }
                }
            }
        }
        return known.contains(type.tags().checksum(row))
                ? Optional.of(new Snapshot(now.key(), row, Optional.empty(), now.readAt()))
                : Optional.empty();
    }
}
