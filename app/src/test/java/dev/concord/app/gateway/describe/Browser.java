package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window that runs what a test asks in a page, over the DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private String target = "";
    private String session = "";

    /** Returns the browser; empty where there is none. */
    static Optional<Path> program() {
        return program("chromium", "chromium-browser", "google-chrome");
    }

    /** Returns the first program of this computer that has one of the names. */
    static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it. */
    Browser(Path program, Path profile) throws Exception {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(endpoint()), new Replies())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Opens a page in a window of its own, which is the one that is asked from now on, and closes the one before. */
    void open(String address, int width, int height) throws Exception {
        if (!target.isEmpty()) {
            call("Target.closeTarget", parameters().put("targetId", target), "");
        }
        target = call("Target.createTarget", parameters().put("url", "about:blank"), "")
                .path("targetId")
                .asText();
        session = call(
                        "Target.attachToTarget",
                        parameters().put("targetId", target).put("flatten", true),
                        "")
                .path("sessionId")
                .asText();
        resize(width, height);
        call("Page.navigate", parameters().put("url", address), session);
    }

    /** Gives the page another size, in CSS pixels. */
    void resize(int width, int height) throws Exception {
        ObjectNode size = parameters().put("width", width).put("height", height);
        call(
                "Emulation.setDeviceMetricsOverride",
                size.put("deviceScaleFactor", 1).put("mobile", false),
                session);
    }

    /** Shows the page as a person sees it who prefers dark colours, or light ones. */
    void dark(boolean preferred) throws Exception {
        ObjectNode media = parameters();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", preferred ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media, session);
    }

    /** Presses a key, such as {@code Tab}. */
    void press(String key, int code) throws Exception {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    parameters()
                            .put("type", type)
                            .put("key", key)
                            .put("code", key)
                            .put("windowsVirtualKeyCode", code),
                    session);
        }
    }

    /** Returns the page as a picture, PNG. */
    byte[] picture() throws Exception {
        return call("Page.captureScreenshot", parameters().put("format", "png"), session)
                .path("data")
                .binaryValue();
    }

    private static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    private String endpoint() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                return line.substring(LISTENING.length());
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** Runs an expression in the page and returns its value; a promise is waited for. */
    JsonNode run(String expression) throws Exception {
        ObjectNode parameters = JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true)
                .put("userGesture", true);
        JsonNode result = call("Runtime.evaluate", parameters, session);
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Returns the value of an expression as soon as it is there and not false, also in the page that is just being opened. */
    JsonNode await(String expression) throws Exception {
        while (true) {
            try {
                return run(awaited(expression));
            } catch (TimeoutException e) {
                throw new AssertionError(
                        expression + " did not come; the page has\n" + run("document.body.innerText"), e);
            } catch (IllegalStateException e) {
                if (!String.valueOf(e.getMessage()).contains("Execution context was destroyed")) {
                    throw e;
                }
            }
        }
    }

    private static String awaited(String expression) {
        return """
                new Promise(resolve => {
                  const look = () => { let value; try { value = %s; } catch { value = undefined; }
                    if (value) { observer.disconnect(); resolve(value); } return value; };
                  const observer = new MutationObserver(look);
                  observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
                  if (look()) observer.disconnect();
                })""".formatted(expression);
    }

    private JsonNode call(String method, ObjectNode parameters, String inSession) throws Exception {
        int number = numbers.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
        message.set("params", parameters);
        if (!inSession.isEmpty()) {
            message.put("sessionId", inSession);
        }
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        asked.put(number, reply);
        socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        JsonNode answer = reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    private final class Replies implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    Optional.ofNullable(asked.remove(message.path("id").asInt(-1)))
                            .ifPresent(reply -> reply.complete(message));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
