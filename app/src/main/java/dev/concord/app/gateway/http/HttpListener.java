package dev.concord.app.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.concord.dialect.FaultText;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * Listens on one address and answers with what a {@link Site} says, each request on a virtual thread of its own. Safe to
 * be used by any thread.
 */
public final class HttpListener {
    /** How long the rest of what cannot be handled is read, so that the client sees the answer before the connection closes. */
    private static final Duration REST = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());

    private final Site site;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TransferWatch watch = new TransferWatch();
    private final InFlight inFlight;
    private final RequestReader reader;
    private final AnswerWriter writer;
    private final int restBytes;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private HttpListener(HttpServer server, String scheme, HttpLimits limits, Site site) {
        this.site = site;
        this.server = server;
        this.inFlight = new InFlight(limits.requests());
        this.reader = new RequestReader(scheme, limits, watch);
        this.writer = new AnswerWriter(watch, limits.stall());
        this.restBytes = limits.bodyBytes();
    }

    /**
     * Starts to listen.
     *
     * @param address port 0 for any that is free
     * @param tls with the key to prove who answers; empty for connections that are not encrypted
     * @throws IOException when the address cannot be had, for example because another program listens there
     */
    public static HttpListener start(InetSocketAddress address, Optional<SSLContext> tls, HttpLimits limits, Site site)
            throws IOException {
        JdkServer.configure();
        HttpServer server = tls.isPresent() ? https(address, tls.get()) : HttpServer.create(address, 0);
        HttpListener listener = new HttpListener(server, tls.isPresent() ? "https" : "http", limits, site);
        server.setExecutor(listener.threads);
        server.createContext("/", listener::handle);
        server.start();
        return listener;
    }

    private static HttpServer https(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** How many requests are being answered now. */
    public int inFlight() {
        return inFlight.running();
    }

    /**
     * Stops: what was begun is finished, what comes meanwhile is answered 503, then all connections are closed.
     *
     * @param patience how long to wait for what was begun; what takes longer is cut off
     * @return whether all was finished
     */
    public boolean stop(Duration patience) {
        boolean finished = inFlight.stop(patience);
        if (!stopped.getAndSet(true)) {
            // A second call would wake up a selector that is closed.
            server.stop(0);
            threads.shutdown();
            watch.close();
        }
        return finished;
    }

    private void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        InFlight.Entry entry = inFlight.enter();
        try {
            AnswerWriter.Sending sending = new AnswerWriter.Sending(exchange);
            List<String> path = List.of();
            try {
                switch (entry) {
                    case ENTERED -> path = answer(sending);
                    case FULL ->
                        writer.send(unavailable("busy", "Too many requests at a time; send it again."), sending);
                    case STOPPING -> writer.sendLast(unavailable("stopping", "The server is stopping."), sending);
                }
            } catch (RuntimeException | Error fault) {
                LOG.log(Level.ERROR, "An answer was broken off: {0}", FaultText.of(fault));
                throw fault;
            } finally {
                site.served(new Served(
                        sending.method(),
                        path,
                        sending.status(),
                        sending.bytes(),
                        Duration.ofNanos(System.nanoTime() - start),
                        sending.whole()));
            }
        } finally {
            if (entry == InFlight.Entry.ENTERED) {
                inFlight.leave();
            }
        }
    }

    private Answer unavailable(String code, String detail) {
        return site.refusal(503, code, detail).with("Retry-After", "1");
    }

    private List<String> answer(AnswerWriter.Sending sending) throws IOException {
        return switch (reader.head(sending.exchange())) {
            case RequestReader.Received(Request head) -> {
                answer(head, sending);
                yield head.path();
            }
            case RequestReader.Refused refused -> {
                refuse(refused, sending);
                yield List.of();
            }
        };
    }

    private void answer(Request head, AnswerWriter.Sending sending) throws IOException {
        Optional<Answer> early = saidOfFault(() -> site.answerToHead(head), Optional::of);
        if (early.isPresent() && head.announcesBody()) {
            sendLast(early.get(), sending);
        } else if (early.isPresent()) {
            writer.send(early.get(), sending);
        } else {
            switch (reader.whole(head, sending.exchange())) {
                case RequestReader.Received(Request whole) ->
                    writer.send(saidOfFault(() -> site.answer(whole), UnaryOperator.identity()), sending);
                case RequestReader.Refused refused -> refuse(refused, sending);
            }
        }
    }

    private void refuse(RequestReader.Refused refused, AnswerWriter.Sending sending) throws IOException {
        sendLast(site.refusal(refused.status(), refused.code(), refused.detail()), sending);
    }

    /** Sends an answer to a request whose body was not read. */
    private void sendLast(Answer answer, AnswerWriter.Sending sending) throws IOException {
        InputStream rest = sending.exchange().getRequestBody();
        writer.sendLast(answer, sending, () -> watch.within(REST, () -> RequestReader.passOver(restBytes, rest)));
    }

    private <T> T saidOfFault(Supplier<T> answer, Function<Answer, T> said) {
        try {
            return answer.get();
        } catch (RuntimeException | Error fault) {
            LOG.log(Level.ERROR, "A request could not be answered: {0}", FaultText.of(fault));
            return said.apply(site.refusal(500, "fault", "The server could not answer; its log says why."));
        }
    }
}
