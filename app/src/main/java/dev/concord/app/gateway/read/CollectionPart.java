package dev.concord.app.gateway.read;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.catalog.Table;
import dev.concord.query.ColumnCondition;
import dev.concord.query.PageRequest;
import dev.concord.query.RowFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a collection that a request asks for: its rows, to be read, and then what the answer says of it.
 *
 * @param table the table
 * @param rows the rows
 * @param total the number of all rows that meet the conditions; empty where it is not asked for
 * @param links the links to itself and its neighbours
 */
record CollectionPart(Table table, RowPages rows, Optional<Long> total, PageLinks links) {

    /**
     * Reads {@code sort}, {@code filter[…]} and {@code page[…]}, and finds the beginning.
     *
     * @param address the collection's address, without parameters
     * @param always conditions that rows meet besides those asked for
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when one is not understood
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    static CollectionPart of(
            Request request, ResourceType type, String address, List<ColumnCondition> always, ReadContext context) {
        SortOrder order = SortOrder.of(ReadParameters.single(request.parameters(), "sort"), type);
        List<ColumnCondition> conditions = new ArrayList<>(always);
        conditions.addAll(FilterParameters.of(request.parameters(), type, context));
        PageSelection page = PageSelection.of(request.parameters(), order, type.table(), context.limits());
        PageRequest all = PageRequest.first(type.table().id(), order.sorts(), page.limit())
                .where(new RowFilter(conditions, ""));
        return new CollectionPart(
                type.table(),
                RowPages.of(context.store(), all, page),
                page.total() ? Optional.of(context.store().places().count(all)) : Optional.empty(),
                new PageLinks(address, request.parameters(), page.limit()));
    }

    /** Writes the members of the document's links, after the last row was read. */
    void links(JsonGenerator out) throws IOException {
        links.write(rows, table, total, out);
    }

    /** Writes how many rows there are here, in all, and at most, after the last row was read. */
    void meta(JsonGenerator out) throws IOException {
        out.writeNumberField("count", rows.count());
        if (total.isPresent()) {
            out.writeNumberField("total", total.get());
        }
        out.writeNumberField("limit", links.limit());
    }
}
