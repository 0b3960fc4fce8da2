package dev.concord.app.gateway;

import dev.concord.app.gateway.access.AccessGate;
import dev.concord.app.gateway.access.Rights;
import dev.concord.app.gateway.atomic.AtomicHandler;
import dev.concord.app.gateway.change.ChangeHandler;
import dev.concord.app.gateway.change.OpenStreams;
import dev.concord.app.gateway.describe.OpenApi;
import dev.concord.app.gateway.describe.TryPage;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.HttpListener;
import dev.concord.app.gateway.read.ReadHandler;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.gateway.write.WriteContext;
import dev.concord.app.gateway.write.WriteHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Serves the records of one database over HTTP, from its start until it is stopped. Safe to be used by any thread. */
public final class Gateway {
    private static final String HEALTH = "health";
    private static final String METRICS = "metrics";
    /** The address without any segment. */
    private static final String PAGE = "";

    private final GatewayOptions options;
    private final RequestCounts counts = new RequestCounts();
    private final OpenStreams streams;
    private final Set<String> segments = new TreeSet<>();
    private final HttpListener listener;

    private Gateway(ServedDatabase database, GatewayOptions options, Consumer<String> log) throws IOException {
        this.options = options;
        this.streams = new OpenStreams(database.store());
        List<ResourceTypes> all = new ArrayList<>();
        Handler page = new TryPage();
        Routes open = new Routes(
                Map.of(HEALTH, new ReadOnlyAddress(_ -> health(database)), PAGE, page, TryPage.SEGMENT, page));
        segments.addAll(open.handlers().keySet());
        Map<Rights, Handler> behind = new HashMap<>();
        for (Rights rights : options.access().allRights()) {
            ResourceTypes types = ResourceTypes.of(database.store(), rights::sees, database.aliases());
            all.add(types);
            Routes routes = routes(database, types, rights);
            segments.addAll(routes.handlers().keySet());
            behind.put(rights, routes);
        }
        RequestLine line = new RequestLine(name -> all.stream().anyMatch(types -> types.listed(name)));
        this.listener = HttpListener.start(
                options.address(),
                options.tls(),
                options.limits(),
                new GatewaySite(new AccessGate(options.access(), behind, open::has, open), counts, line, log));
    }

    /**
     * Starts to serve.
     *
     * @param log is given a line for each request, on many threads
     * @throws IOException when the address cannot be had
     */
    public static Gateway start(ServedDatabase database, GatewayOptions options, Consumer<String> log)
            throws IOException {
        return new Gateway(database, options, log);
    }

    private Routes routes(ServedDatabase database, ResourceTypes types, Rights rights) {
        WriteContext context = new WriteContext(types, database.merges(), database.merging(), options.pages());
        Handler once = new AtomicHandler(context, new WriteHandler(context));
        Handler write = database.answers().map(kept -> kept.around(once)).orElse(once);
        return new Routes(Map.of(
                Addresses.ROOT,
                new ReadsAndWrites(new ReadHandler(database.store(), types, options.pages()), write),
                OpenApi.SEGMENT,
                new ReadOnlyAddress(new OpenApi(database.store(), types, rights.write())),
                ChangeHandler.SEGMENT,
                new ChangeHandler(types, database.store(), streams),
                METRICS,
                new ReadOnlyAddress(_ -> counts.answer(inFlight()))));
    }

    private static Answer health(ServedDatabase database) {
        boolean reachable = database.store().reachable();
        return Answer.of(
                reachable ? 200 : 503,
                "application/json",
                Content.text(reachable ? "{\"status\":\"up\"}" : "{\"status\":\"database unreachable\"}"));
    }

    /** The address of the gateway for programs on this computer, such as {@code http://localhost:5656/}. */
    public String address() {
        InetAddress bound = options.address().getAddress();
        String host = bound.isAnyLocalAddress() || bound.isLoopbackAddress()
                ? "localhost"
                : options.address().getHostString();
        return (options.tls().isPresent() ? "https" : "http") + "://" + host + ":" + listener.port() + "/";
    }

    /** The first segments of all addresses; the empty text for the address without any. */
    Set<String> segments() {
        return segments;
    }

    /** How many requests are being answered now. */
    public int inFlight() {
        return listener.inFlight();
    }

    /**
     * Stops: what was begun is finished, as long as it does not take longer than the options allow.
     *
     * @return whether all was finished
     */
    public boolean stop() {
        streams.stop();
        return listener.stop(options.patience());
    }
}
