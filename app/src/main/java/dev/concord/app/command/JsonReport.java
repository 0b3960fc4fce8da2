package dev.concord.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.command.Inspection.Finding;
import dev.concord.app.command.Inspection.ReadTable;
import dev.concord.app.command.Inspection.Unreadable;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.version.GuardProposal;
import dev.concord.version.TableGuard;
import java.util.Locale;
import java.util.TreeSet;

/** Writes an inspection as JSON, for programs: names are fixed words in every language. */
final class JsonReport {
    private final ObjectMapper json = new ObjectMapper();

    String of(Inspection inspection) {
        ObjectNode root = json.createObjectNode();
        root.put("database", inspection.label());
        root.put("kind", word(inspection.dialect()));
        ArrayNode weak = root.putArray("weakSettings");
        inspection.weak().forEach(setting -> weak.addObject()
                .put("name", setting.name().name().toLowerCase(Locale.ROOT))
                .put("value", setting.value()));
        ArrayNode tables = root.putArray("tables");
        inspection.tables().forEach(finding -> describe(finding, tables.addObject()));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(Finding finding, ObjectNode node) {
        switch (finding) {
            case ReadTable readable -> describe(readable, node);
            case Unreadable(TableSummary table, var why) -> {
                describe(table.id(), table.type(), node);
                node.putArray("key");
                node.put("editable", false);
                node.put("reason", "unreadable");
                ObjectNode unreadable = node.putObject("unreadable");
                unreadable.put("reason", word(why.why()));
                unreadable.put("detail", why.detail());
            }
        }
    }

    private static void describe(TableId id, Table.Type type, ObjectNode node) {
        node.put("schema", id.schema());
        node.put("name", id.name());
        node.put("type", word(type));
    }

    private static void describe(ReadTable finding, ObjectNode node) {
        describe(finding.table().id(), finding.table().type(), node);
        finding.rows().ifPresent(rows -> {
            ObjectNode estimate = node.putObject("rows");
            estimate.put("number", rows.rows());
            estimate.put("precision", word(rows.precision()));
        });
        ArrayNode key = node.putArray("key");
        finding.table().rowKey().ifPresent(k -> k.columns().forEach(key::add));
        node.put("editable", finding.editable());
        finding.table().readOnlyReason().ifPresent(reason -> node.put("reason", word(reason)));
        if (finding.editable()) {
            ObjectNode guard = node.putObject("guard");
            describe(finding.guard(), guard);
            finding.proposal().ifPresent(proposal -> describe(proposal, guard.putObject("proposal")));
        }
    }

    private static void describe(TableGuard guard, ObjectNode node) {
        node.put("kind", kind(guard));
        node.put("mode", word(guard.mode()));
        guard.version().ifPresent(step -> node.put("column", step.column().name()));
        guard.doubledBecause().ifPresent(why -> node.put("digestBecause", word(why)));
        if (!guard.table().whole()) {
            node.put("readableColumnsOnly", true);
        }
        ArrayNode ignored = node.putArray("ignored");
        new TreeSet<>(guard.ignored()).forEach(ignored::add);
    }

    private static String kind(TableGuard guard) {
        if (guard.version().isEmpty()) {
            return "digest";
        }
        return guard.byDigest() ? "column-and-digest" : "column";
    }

    private static void describe(GuardProposal proposal, ObjectNode node) {
        node.put("column", proposal.column().name());
        node.put("kind", word(proposal.kind()));
        node.put("soundAlone", proposal.soundAlone());
        proposal.explanation().notAlone().ifPresent(why -> node.put("notAlone", word(why)));
        node.put("explanation", proposal.explanation().words());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
