package dev.concord.app.gateway;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes requests that are wrong in one way or several, the same ones for the same seed. */
final class Malformed {
    private static final List<String> METHODS = List.of(
            "GET", "GET", "HEAD", "POST", "POST", "PATCH", "PATCH", "PUT", "DELETE", "OPTIONS", "TRACE", "G\u0000T");
    private static final List<String> PATHS = List.of(
            "",
            "api",
            "api/customer",
            "api/customer/1",
            "api/everything",
            "api/everything",
            "api/pair",
            "api/customer/1/",
            "api/customer/1/relationships/orders",
            "api/customer/1/orders",
            "api/orders/1/increment",
            "api/everything/1",
            "api/operations",
            "api/pair/1_2",
            "api/nothing",
            "health",
            "metrics",
            "openapi.json",
            "changes/nothing",
            "api//customer",
            "api/customer/..",
            "api/../etc/passwd");
    private static final List<String> PARAMETERS = List.of(
            "include",
            "fields[customer]",
            "fields[]",
            "sort",
            "page[limit]",
            "page[offset]",
            "page[size]",
            "page[after]",
            "page[before]",
            "page[number]",
            "filter[name]",
            "filter[id]",
            "filter[amount]",
            "filter",
            "filter[moment]",
            "[",
            "a]b[",
            "customQuery");
    private static final List<String> NASTY = List.of(
            "",
            "-1",
            "0",
            "1e999999999",
            "99999999999999999999999999",
            "NaN",
            "null",
            "'; drop table \"customer\"; --",
            "\" or 1=1",
            "\u0000",
            "\uD800",
            "\uFFFF",
            "x".repeat(5000),
            "a..b",
            "..",
            ">=",
            "<>",
            "a;b;;",
            "=\"",
            "../../etc/passwd",
            "%",
            "%%",
            "%zz",
            "1_2_3",
            "~~",
            "name,-name,,id",
            "orders.customer.orders.customer",
            "*",
            "{}",
            "[]",
            "2026-13-45",
            "\"\"",
            "W/\"x\"",
            "\"a\", \"b\"",
            "\"",
            "a,b",
            "1\r\nX: y",
            "ä",
            "日本",
            "🙂");
    private static final List<String> HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "Prefer",
            "Idempotency-Key",
            "Accept",
            "Content-Type",
            "Authorization",
            "Origin",
            "Expect",
            "Range",
            "Transfer-Encoding",
            "Content-Encoding",
            "Connection",
            "Host",
            "X",
            "Content-Length");
    private static final String ATOMIC = "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"";
    private static final List<String> TYPES = List.of(
            "application/vnd.api+json",
            "application/vnd.api+json",
            "application/json",
            ATOMIC,
            "application/vnd.api+json; a=b",
            "text/plain",
            "");
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "1",
            "-0",
            "1e400",
            "1E-400",
            "9".repeat(2000),
            "\"x\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[]]",
            "{\"id\":1}",
            "\"2026-99-99\"",
            "01",
            "NaN",
            "+1",
            ".5",
            "'x'",
            "\"" + "y".repeat(300) + "\"",
            "\"\t\"",
            "/**/1");
    private static final List<String> RIGHT = List.of(
            "\"ok\"",
            "5",
            "1.25",
            "null",
            "true",
            "\"2026-01-31T12:00:00\"",
            "\"2026-01-31\"",
            "\"AAEC\"",
            "\"123e4567-e89b-12d3-a456-426614174000\"",
            "{\"a\":1}");
    private static final List<String> MEMBERS = List.of(
            "data",
            "type",
            "id",
            "lid",
            "attributes",
            "relationships",
            "meta",
            "base",
            "links",
            "name",
            "amount",
            "moment",
            "bytes",
            "S_CheckSum",
            "customer",
            "atomic:operations",
            "op",
            "ref",
            "href",
            "by",
            "column",
            "jsonapi",
            "included");
    private static final int DEEP = 5000;

    private final Random random;

    Malformed(long seed) {
        this.random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean rarely() {
        return random.nextInt(30) == 0;
    }

    /** Returns what to send, the end of the connection included. */
    byte[] next() {
        byte[] request = request();
        return switch (random.nextInt(20)) {
            case 0 -> flipped(request);
            case 1 -> Arrays.copyOf(request, random.nextInt(request.length + 1));
            case 2 -> twice(request);
            case 3 -> noise();
            case 4 -> request("GET", path() + "?" + one(PARAMETERS) + "=" + one(NASTY), new byte[0]);
            default -> request;
        };
    }

    /** Half of the requests are for something that exists, and are wrong in little. */
    private byte[] request() {
        if (random.nextBoolean()) {
            return request(one(METHODS), path() + query(), body());
        }
        String type = one(List.of("everything", "everything", "customer", "orders", "pair"));
        String id = type.equals("pair") ? "1_2" : "1";
        return switch (random.nextInt(5)) {
            case 4 -> request("POST", "api/operations", bytes(operations(type, id)), ATOMIC);
            case 0 -> request("GET", "api/" + type + (rarely() ? "/" + id : "") + query(), new byte[0]);
            case 1 ->
                request("POST", "api/" + type, bytes(document(type, Integer.toString(random.nextInt(1_000_000)))));
            case 2 -> request("POST", "api/orders/1/increment", bytes(value(2)));
            default -> request(one(List.of("PATCH", "PUT")), "api/" + type + "/" + id, bytes(document(type, id)));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String operations(String type, String id) {
        List<String> operations = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String op = one(List.of("add", "update", "remove", "other"));
            String ref = random.nextBoolean() ? "" : ",\"ref\":{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}";
            String document = document(type, id);
            operations.add("{\"op\":\"" + op + "\"" + ref + "," + document.substring(1));
        }
        return "{\"atomic:operations\":[" + String.join(",", operations) + "]}";
    }

    private byte[] request(String method, String address, byte[] body) {
        return request(method, address, body, random.nextInt(8) == 0 ? one(TYPES) : TYPES.getFirst());
    }

    private byte[] request(String method, String address, byte[] body, String contentType) {
        StringBuilder head = new StringBuilder(method).append(" /").append(address);
        head.append(rarely() ? one(List.of("", " HTTP/1.0", " HTTP/9.9", " http/1.1", " HTTP/1.1 x")) : " HTTP/1.1")
                .append("\r\n");
        if (!rarely()) {
            head.append("Host: localhost\r\n");
        }
        if (!rarely()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        for (int i = Math.max(0, random.nextInt(8) - 5); i > 0; i--) {
            head.append(one(HEADERS))
                    .append(rarely() ? "" : ": ")
                    .append(one(NASTY))
                    .append("\r\n");
        }
        boolean chunked = rarely();
        head.append(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + (rarely() ? one(NASTY) : body.length))
                .append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        if (chunked) {
            String size = rarely() ? one(NASTY) : Integer.toHexString(body.length);
            all.writeBytes((size + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes(body);
        if (chunked) {
            all.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return all.toByteArray();
    }

    private String path() {
        return rarely() ? one(PATHS) + "/" + escaped(one(NASTY)) : one(PATHS);
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = Math.max(0, random.nextInt(6) - 3); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(escaped(one(PARAMETERS)))
                    .append('=')
                    .append(escaped(one(NASTY)));
        }
        return query.toString();
    }

    private String escaped(String text) {
        return rarely() ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] body() {
        String text =
                switch (random.nextInt(12)) {
                    case 0 -> "";
                    case 1 -> "[".repeat(DEEP) + "]".repeat(DEEP);
                    case 2 -> "{\"data\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
                    case 3 -> one(JSON);
                    case 4, 5 -> value(4);
                    default -> document(one(List.of("everything", "customer", "nothing")), one(NASTY));
                };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return rarely() ? flipped(bytes) : bytes;
    }

    /** A document that is right but for some of its values. */
    private String document(String type, String id) {
        List<String> attributes = new ArrayList<>();
        for (String name : List.of(
                "name", "amount", "moment", "day", "bytes", "yes", "real", "uuid", "doc", "S_CheckSum", "other")) {
            if (random.nextInt(4) == 0) {
                attributes.add("\"" + name + "\":" + one(random.nextBoolean() ? RIGHT : JSON));
            }
        }
        String linkage = one(List.of("{\"type\":\"customer\",\"id\":\"1\"}", "null", one(JSON)));
        return "{\"data\":{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"attributes\":{"
                + String.join(",", attributes) + "}"
                + (random.nextBoolean() ? "" : ",\"relationships\":{\"customer\":{\"data\":" + linkage + "}}")
                + "}" + (random.nextInt(4) == 0 ? ",\"meta\":{\"base\":" + value(2) + "}" : "") + "}";
    }

    private String value(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return one(JSON);
        }
        StringBuilder text = new StringBuilder();
        boolean object = random.nextInt(3) > 0;
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(object ? "\"" + one(MEMBERS) + "\":" : "")
                    .append(value(depth - 1));
        }
        return object ? "{" + text + "}" : "[" + text + "]";
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] twice(byte[] bytes) {
        byte[] both = Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return both;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(2000)];
        random.nextBytes(noise);
        return noise;
    }
}
