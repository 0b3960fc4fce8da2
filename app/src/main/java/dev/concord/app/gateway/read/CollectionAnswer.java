package dev.concord.app.gateway.read;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.Documents;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.DocumentIds;
import dev.concord.app.gateway.resource.RelatedKeys;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceWriter;
import dev.concord.outcome.StoreFault;
import dev.concord.query.ColumnCondition;
import dev.concord.record.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers with a part of a collection. What fits into one read is sent as a whole; more is sent while it is read, so that the memory it
 * takes does not grow with it. Related rows are kept in memory, and limited.
 *
 * @param context the database
 * @param type the type of the rows
 * @param address the collection's address, without parameters
 * @param always conditions that rows meet besides those asked for
 */
record CollectionAnswer(ReadContext context, ResourceType type, String address, List<ColumnCondition> always) {

    /** Writes a row into the document's data. */
    @FunctionalInterface
    interface RowWriting {
        void write(Snapshot row, JsonGenerator out) throws IOException;
    }

    /**
     * Answers with the rows as resources.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when a parameter is not understood
     * @throws StoreFault when the database cannot be read
     */
    Answer of(Request request) {
        ReadParameters.check(request.parameters(), Set.of("include", "fields", "sort", "filter", "page"));
        ReadParameters parameters = ReadParameters.of(request, type, context);
        CollectionPart part = CollectionPart.of(request, type, address, always, context);
        if (!request.parameters().names().contains("include")) {
            ResourceWriter writer = parameters.writer(type, RelatedKeys.OF_ROW);
            DocumentIds ids = new DocumentIds(type);
            return streamed(part, (row, json) -> writer.write(row, ids.next(row), json), _ -> {});
        }
        return compound(part, parameters);
    }

    private Answer compound(CollectionPart part, ReadParameters parameters) {
        List<Snapshot> rows = new ArrayList<>();
        while (!part.rows().done()) {
            rows.addAll(part.rows().some());
        }
        CompoundRows related = new CompoundRows(context);
        related.add(rows, parameters.include());
        ResourceWriter writer = parameters.writer(type, related);
        DocumentIds ids = new DocumentIds(type);
        return Answers.document(200, json -> {
            json.writeArrayFieldStart("data");
            for (Snapshot row : rows) {
                writer.write(row, ids.next(row), json);
            }
            json.writeEndArray();
            related.write(parameters.fields(), parameters.addresses(), json);
            end(part, _ -> {}, json);
        });
    }

    /**
     * Answers with rows as they are written one by one.
     *
     * @param part whose rows were not read yet
     * @param links writes more members of the document's links
     */
    static Answer streamed(CollectionPart part, RowWriting writing, Documents.Members links) {
        List<Snapshot> first = part.rows().some();
        Documents.Members document = json -> {
            json.writeArrayFieldStart("data");
            List<Snapshot> rows = first;
            while (!rows.isEmpty()) {
                for (Snapshot row : rows) {
                    writing.write(row, json);
                }
                rows = next(part.rows());
            }
            json.writeEndArray();
            end(part, links, json);
        };
        return part.rows().done()
                ? Answers.document(200, document)
                : Answer.of(200, JsonApi.MEDIA_TYPE, new Content.Streamed(out -> Documents.write(out, document)))
                        .with("Vary", "Accept");
    }

    /** In the middle of an answer nothing can be said any more: the connection is closed. */
    private static List<Snapshot> next(RowPages rows) throws IOException {
        try {
            return rows.some();
        } catch (StoreFault fault) {
            throw new IOException("The database could not be read on", fault);
        }
    }

    private static void end(CollectionPart part, Documents.Members links, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("links");
        part.links(json);
        links.writeTo(json);
        json.writeEndObject();
        json.writeObjectFieldStart("meta");
        part.meta(json);
        json.writeEndObject();
    }
}
