package dev.concord.app.gateway.read;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.catalog.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The links of a part of a collection to itself and to its neighbours, with the parameters of the request. They go on by offset where the
 * client began so, and else by cursor.
 *
 * @param address the collection's address, without parameters
 * @param parameters the request's
 * @param limit the most rows of a part
 */
record PageLinks(String address, Parameters parameters, int limit) {

    /** Writes the members of a document's links; a neighbour that is not there is null. */
    void write(RowPages pages, Table table, Optional<Long> total, JsonGenerator out) throws IOException {
        boolean byOffset = PageSelection.byOffset(parameters);
        write("self", Optional.of(with(List.of())), out);
        write("first", Optional.of(withPage(byOffset ? "page[offset]=0" : "")), out);
        if (byOffset && total.isPresent()) {
            long last = total.get() == 0 ? 0 : (total.get() - 1) / limit * limit;
            write("last", Optional.of(withPage("page[offset]=" + last)), out);
        }
        long before = Math.max(0, pages.offset() - limit);
        write(
                "prev",
                pages.previous()
                        .map(cursor ->
                                withPage(byOffset ? "page[offset]=" + before : "page[before]=" + cursor.text(table))),
                out);
        write(
                "next",
                pages.next()
                        .map(cursor -> withPage(
                                byOffset
                                        ? "page[offset]=" + (pages.offset() + pages.count())
                                        : "page[after]=" + cursor.text(table))),
                out);
    }

    private static void write(String name, Optional<String> link, JsonGenerator out) throws IOException {
        if (link.isPresent()) {
            out.writeStringField(name, link.get());
        } else {
            out.writeNullField(name);
        }
    }

    /** Returns the address with another beginning, and the rest of the parameters as they are. */
    private String withPage(String start) {
        List<String> query = new ArrayList<>(parameters.names().stream()
                .filter(name ->
                        !List.of("page[offset]", "page[after]", "page[before]").contains(name))
                .flatMap(name -> encoded(name).stream())
                .toList());
        if (!start.isEmpty()) {
            int equals = start.indexOf('=');
            query.add(encoded(start.substring(0, equals), start.substring(equals + 1)));
        }
        return address(query);
    }

    /** Returns the address with the parameters as they are. */
    private String with(List<String> more) {
        List<String> query = new ArrayList<>(parameters.names().stream()
                .flatMap(name -> encoded(name).stream())
                .toList());
        query.addAll(more);
        return address(query);
    }

    private String address(List<String> query) {
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private List<String> encoded(String name) {
        return parameters.all(name).stream().map(value -> encoded(name, value)).toList();
    }

    private static String encoded(String name, String value) {
        return Addresses.segment(name) + "=" + Addresses.segment(value);
    }
}
