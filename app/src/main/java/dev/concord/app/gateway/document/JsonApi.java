package dev.concord.app.gateway.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The media types of JSON:API 1.1, and how a client and the gateway agree on them. */
public final class JsonApi {
    /** The media type of every document that the gateway sends. */
    public static final String MEDIA_TYPE = "application/vnd.api+json";

    /** The version of the specification. */
    public static final String VERSION = "1.1";

    /** The address that names the extension for atomic operations. */
    public static final String ATOMIC = "https://jsonapi.org/ext/atomic";

    private static final String PLAIN_JSON = "application/json";
    private static final String EXTENSIONS = "ext";
    private static final Set<String> ALLOWED = Set.of(EXTENSIONS, "profile");

    private JsonApi() {}

    /** Returns the media type of a document that uses an extension. */
    public static String mediaType(String extension) {
        return MEDIA_TYPE + "; ext=\"" + extension + "\"";
    }

    /**
     * Checks that a body may be read: it is JSON:API with extensions that this address understands, or plain JSON, which
     * programs written for API Logic Server send.
     *
     * @param contentType the header; empty when there is none
     * @param extensions those the address understands
     * @return the extensions that the body uses
     * @throws RequestRefused with 415
     */
    public static List<String> checkBody(Optional<String> contentType, Set<String> extensions) {
        Optional<MediaType> type = contentType
                .flatMap(MediaType::list)
                .filter(list -> list.size() == 1)
                .map(List::getFirst);
        if (type.isEmpty()) {
            throw unsupported("Content-Type has to be " + MEDIA_TYPE + " or " + PLAIN_JSON + ".");
        }
        return switch (type.get().name()) {
            case MEDIA_TYPE -> extensionsOf(type.get(), extensions);
            case PLAIN_JSON -> plain(type.get());
            default -> throw unsupported("Content-Type has to be " + MEDIA_TYPE + " or " + PLAIN_JSON + ".");
        };
    }

    private static List<String> extensionsOf(MediaType type, Set<String> understood) {
        if (!ALLOWED.containsAll(type.parameters().keySet())) {
            throw unsupported("Only the parameters ext and profile are allowed after " + MEDIA_TYPE + ".");
        }
        List<String> used = type.addresses(EXTENSIONS);
        if (!understood.containsAll(used)) {
            throw unsupported("An extension in Content-Type is not understood at this address.");
        }
        return used;
    }

    private static List<String> plain(MediaType type) {
        String charset = type.parameters().getOrDefault("charset", "utf-8");
        if (!charset.equalsIgnoreCase("utf-8")) {
            throw unsupported("The body has to be UTF-8.");
        }
        return List.of();
    }

    /**
     * Checks that the client takes JSON:API: it need not say so, but where it names the media type, one has to be without
     * parameters of its own and without extensions that are not understood.
     *
     * @param accept the headers, in order; without any everything is taken
     * @param extensions those the address understands
     * @throws RequestRefused with 406
     */
    public static void checkAccept(List<String> accept, Set<String> extensions) {
        List<MediaType> named = accept.stream()
                .flatMap(header -> MediaType.list(header).stream())
                .flatMap(List::stream)
                .filter(type -> type.name().equals(MEDIA_TYPE))
                .toList();
        if (!named.isEmpty() && named.stream().noneMatch(type -> understood(type, extensions))) {
            throw new RequestRefused(ApiError.of(
                            406,
                            "not-acceptable",
                            "No acceptable media type",
                            "Accept names " + MEDIA_TYPE + " only with parameters that are not understood here.")
                    .atHeader("Accept"));
        }
    }

    /** Quality values are parameters of the list and not of the media type. */
    private static boolean understood(MediaType type, Set<String> extensions) {
        return type.parameters().keySet().stream().allMatch(name -> ALLOWED.contains(name) || name.equals("q"))
                && extensions.containsAll(type.addresses(EXTENSIONS));
    }

    private static RequestRefused unsupported(String detail) {
        return new RequestRefused(
                ApiError.of(415, "unsupported-media-type", "The body's media type is not supported", detail)
                        .atHeader("Content-Type"));
    }
}
