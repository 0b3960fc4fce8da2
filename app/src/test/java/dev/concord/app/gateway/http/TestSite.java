package dev.concord.app.gateway.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener for a test's handler on a free port, and what became of its requests. */
final class TestSite implements Site, AutoCloseable {
    private final Handler handler;
    private final List<Served> served = new CopyOnWriteArrayList<>();
    private final FaultLog faults = new FaultLog();
    private final HttpListener listener;
    private final HttpClient client = HttpClient.newHttpClient();

    TestSite(HttpLimits limits, Handler handler) throws IOException {
        this.handler = handler;
        this.listener = HttpListener.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(), limits, this);
    }

    TestSite(Handler handler) throws IOException {
        this(HttpLimits.DEFAULT, handler);
    }

    /** Refuses what asks for an address that begins with this. */
    static final String REFUSED = "refused";

    @Override
    public Optional<Answer> answerToHead(Request head) {
        return head.path().contains(REFUSED)
                ? Optional.of(Answer.of(401, "text/plain", Content.text(REFUSED + head.body().length)))
                : Optional.empty();
    }

    @Override
    public Answer answer(Request request) {
        return handler.answer(request);
    }

    @Override
    public Answer refusal(int status, String code, String detail) {
        return Answer.of(status, "text/plain", Content.text(code));
    }

    @Override
    public void served(Served one) {
        served.add(one);
    }

    List<Served> served() {
        return served;
    }

    /** Returns what the program's log calls a fault. */
    List<String> faults() {
        return faults.messages();
    }

    HttpListener listener() {
        return listener;
    }

    RawClient connect() throws IOException {
        return new RawClient(listener.port());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + listener.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        listener.stop(Duration.ZERO);
        faults.close();
    }
}
