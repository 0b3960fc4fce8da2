package dev.concord.app.gateway.read;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers with one resource, or with none where a relationship leads to none.
 *
 * @param context the database
 * @param type the type of the row
 * @param address the address that was asked for, without parameters
 */
record MemberAnswer(ReadContext context, ResourceType type, String address) {

    /**
     * Answers with a row.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when a parameter is not understood
     * @throws dev.concord.outcome.StoreFault when what is related cannot be read
     */
    Answer of(Request request, Optional<Snapshot> row) {
        ReadParameters.check(request.parameters(), Set.of("include", "fields"));
        ReadParameters parameters = ReadParameters.of(request, type, context);
        boolean including = request.parameters().names().contains("include");
        Optional<String> tag = row.map(type.tags()::etag);
        // A row's tag says nothing about the rows that are related to it.
        Optional<Answer> settled = tag.flatMap(
                one -> new Conditions(one).answer(request, type.tags().proveContent() && !including));
        return settled.orElseGet(() -> {
            Answer answer = document(parameters, row, including);
            return tag.map(one -> answer.with("ETag", one)).orElse(answer);
        });
    }

    private Answer document(ReadParameters parameters, Optional<Snapshot> row, boolean including) {
        CompoundRows related = new CompoundRows(context);
        row.ifPresent(one -> related.add(List.of(one), parameters.include()));
        return Answers.document(200, json -> {
            json.writeFieldName("data");
            if (row.isPresent()) {
                parameters.writer(type, related).write(row.get(), json);
            } else {
                json.writeNull();
            }
            if (including) {
                related.write(parameters.fields(), parameters.addresses(), json);
            }
            json.writeObjectFieldStart("links");
            json.writeStringField("self", address);
            json.writeEndObject();
        });
    }
}
