package dev.concord.app.gateway.describe;

import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers with the page to try the gateway with: files of the program, the same for everybody. It asks for records as every
 * client does. Nothing of another origin is loaded by it, nor may it be shown inside a page of another one.
 */
public final class TryPage implements Handler {
    /** The first segment of the addresses of its files, besides the page itself, which has none. */
    public static final String SEGMENT = "page";

    private static final String HTML = "index.html";
    /** The names of its files, besides the page itself. */
    static final Set<String> FILES = Set.of(
            "icon.svg",
            "tokens.css",
            "page.css",
            "parts.css",
            "client.js",
            "versions.js",
            "curl.js",
            "dom.js",
            "exact.js",
            "exchange.js",
            "field.js",
            "live.js",
            "merge.js",
            "page.js",
            "place.js",
            "record.js",
            "rows.js",
            "schema.js",
            "start.js",
            "tables.js");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public Answer answer(Request request) {
        String name = name(request.path());
        if (!name.equals(HTML) && !FILES.contains(name)) {
            return Answers.error(ApiError.of(404, "not-found", "Nothing is here", "The page has no such file."));
        }
        if (!AllowedMethods.reads(request)) {
            return AllowedMethods.only(AllowedMethods.READING);
        }
        String mediaType = MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
        return Answer.of(200, mediaType, new Content.Bytes(read(name)))
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer");
    }

    private static String name(List<String> path) {
        return switch (path.size()) {
            case 0 -> HTML;
            case 2 -> path.getLast();
            default -> "";
        };
    }

    private static byte[] read(String name) {
        try (InputStream file = TryPage.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
