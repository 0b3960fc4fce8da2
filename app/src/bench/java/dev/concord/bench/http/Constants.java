package dev.concord.bench.http;

import com.sun.net.httpserver.HttpServer;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A server on virtual threads that answers every request alike, with as many bytes as a row has. */
final class Constants implements AutoCloseable {
    private static final byte[] ANSWER =
            ("{\"data\":{\"type\":\"part\"}}" + " ".repeat(900)).getBytes(StandardCharsets.US_ASCII);
    private static final String TYPE = "application/vnd.api+json";
    private static final String PATH = "/api/part/1";

    private final int port;
    private final Runnable server;

    private Constants(int port, Runnable server) {
        this.port = port;
        this.server = server;
    }

    /** The server of the JDK, with the settings that the gateway gives it. */
    static Constants jdk() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", TYPE);
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
        return new Constants(server.getAddress().getPort(), () -> server.stop(0));
    }

    static Constants javalin() {
        String answer = new String(ANSWER, StandardCharsets.US_ASCII);
        Javalin server = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.routes.get(PATH, context -> context.contentType(TYPE).result(answer));
                })
                .start("127.0.0.1", 0);
        return new Constants(server.port(), server::stop);
    }

    static Constants helidon() {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.get(PATH, (_, answer) -> {
                    answer.header(HeaderNames.CONTENT_TYPE, TYPE);
                    answer.send(ANSWER);
                }))
                .build()
                .start();
        return new Constants(server.port(), server::stop);
    }

    Step get() throws IOException {
        return PlainConnection.repeating(port, PlainConnection.request("GET", PATH, "", ""));
    }

    @Override
    public void close() {
        server.run();
    }
}
