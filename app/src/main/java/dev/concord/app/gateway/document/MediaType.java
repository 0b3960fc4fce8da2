package dev.concord.app.gateway.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One media type of a {@code Content-Type} or {@code Accept} header (RFC 9110, 8.3.1).
 *
 * @param name type and subtype in lower case, such as {@code application/json}
 * @param parameters by name in lower case
 */
record MediaType(String name, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern NAME = Pattern.compile("[ \t]*(" + TOKEN + "/" + TOKEN + ")[ \t]*");
    private static final Pattern PARAMETER =
            Pattern.compile(";[ \t]*(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*+)\"))?[ \t]*");
    private static final Pattern COMMA = Pattern.compile(",[ \t]*");

    MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** Returns the media types of a list; empty when one of them is malformed. */
    static Optional<List<MediaType>> list(String header) {
        List<MediaType> types = new ArrayList<>();
        int at = 0;
        while (at < header.length()) {
            Matcher name = from(NAME, header, at);
            if (!name.lookingAt()) {
                return Optional.empty();
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            at = name.end();
            for (Matcher next = from(PARAMETER, header, at); next.lookingAt(); next = from(PARAMETER, header, at)) {
                at = next.end();
                if (next.group(1) != null && parameters.put(lower(next.group(1)), value(next)) != null) {
                    return Optional.empty();
                }
            }
            types.add(new MediaType(lower(name.group(1)), parameters));
            Matcher comma = from(COMMA, header, at);
            if (at < header.length() && !comma.lookingAt()) {
                return Optional.empty();
            }
            at = at < header.length() ? comma.end() : at;
        }
        return types.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(types));
    }

    /** Returns the addresses in a parameter that lists some, such as {@code ext}; none when it is not there. */
    List<String> addresses(String parameter) {
        return Optional.ofNullable(parameters.get(parameter)).stream()
                .flatMap(list -> Pattern.compile(" +").splitAsStream(list.strip()))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static Matcher from(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length());
    }

    private static String value(Matcher parameter) {
        String token = parameter.group(2);
        return token != null ? token : parameter.group(3).replaceAll("\\\\(.)", "$1");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
