package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.http.FaultLog;
import dev.concord.app.gateway.http.RawClient;
import dev.concord.testing.Length;
import dev.concord.testing.LongRun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent is answered with 4xx at worst, within seconds, and leaves nothing behind. */
@LongRun
@Timeout(1800)
class MalformedRequestsTest {
    private static final int CONNECTIONS = 4;

    /** Caches that are full only after some time: less than two kilobytes for each of the fewest requests. */
    private static final long MORE_BYTES = 8_000_000;

    /** Files and threads that come and go. */
    private static final long MORE = 20;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}).*", Pattern.DOTALL);
    /**
     * Words of databases, of Java and of this computer, which no answer may have. The JDK's server names two exceptions where an
     * address or a length is malformed, and nothing else of them.
     */
    private static final Pattern REVEALING = Pattern.compile(
            "(?i)exception(?! thrown$)|\\bat dev\\.concord|java\\.|select |insert into|jdbc:|org\\.h2|/home/|/root|/work|\\.java");

    private static final String[] TABLES = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50) not null)",
        "insert into \"customer\" values (1, 'Ada')",
        "create table \"orders\" (\"id\" integer primary key, \"customer\" integer references \"customer\", \"amount\" integer)",
        "insert into \"orders\" values (1, 1, 10)",
        "create table \"pair\" (\"a\" integer, \"b\" integer, \"text\" varchar(9), primary key (\"a\", \"b\"))",
        "insert into \"pair\" values (1, 2, 'x')",
        "create table \"everything\" (\"id\" integer primary key, \"name\" varchar(5), \"amount\" decimal(9, 2), "
                + "\"moment\" timestamp, \"day\" date, \"bytes\" varbinary(20), \"yes\" boolean, \"real\" double precision, "
                + "\"uuid\" uuid, \"doc\" json, \"customer\" integer references \"customer\")",
        "insert into \"everything\" (\"id\", \"name\") values (1, 'x')"
    };

    private static final String[] EMPTY = {
        "update \"everything\" set \"customer\" = null",
        "delete from \"everything\" where \"id\" <> 1",
        "delete from \"orders\" where \"id\" <> 1",
        "delete from \"pair\" where \"a\" <> 1"
    };

    @Test
    void noneIsAnsweredWithAFaultOrNotAtAll() throws Exception {
        long seed = Long.getLong("test.seed", 20261130);
        int each = Length.of(5_000, 100_000) / CONNECTIONS;
        Map<String, Integer> statuses = new TreeMap<>();
        try (FaultLog faults = new FaultLog();
                TestGateway gateway = new TestGateway(TABLES)) {
            // What is made once and kept for good is made before: connections, statements, classes.
            sendAll(gateway, seed - CONNECTIONS, Math.min(each / 3, 1_000));
            gateway.sql(EMPTY);
            Held before = Held.now();
            sendAll(gateway, seed, each).forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            gateway.sql(EMPTY);
            Held most = before.and(MORE_BYTES, MORE);
            Held held = Held.within(most);
            assertTrue(held.isWithin(most), "before " + before + ", then " + held);
            HttpResponse<String> after = gateway.get("api/customer/1");
            assertTrue(after.statusCode() == 200 || after.statusCode() == 404, "somebody may have deleted it");
            assertEquals(List.of(), faults.messages());
            for (String status : List.of("200", "400", "404", "405", "409", "415", "422", "closed")) {
                assertTrue(statuses.getOrDefault(status, 0) > each / 500, statuses.toString());
            }
            assertTrue(gateway.gateway().stop(), "no request is still being answered");
        }
    }

    private static Map<String, Integer> sendAll(TestGateway gateway, long seed, int each) throws InterruptedException {
        Map<String, Integer> statuses = new TreeMap<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<String, Integer>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                long own = seed + i;
                all.add(clients.submit(() -> send(gateway.port(), own, each)));
            }
            for (Future<Map<String, Integer>> one : all) {
                result(one).forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            }
        }
        return statuses;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The requests were not all answered", e);
        }
    }

    private static Map<String, Integer> send(int port, long seed, int number) throws IOException {
        Malformed malformed = new Malformed(seed);
        Map<String, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < number; i++) {
            byte[] request = malformed.next();
            String answer = answer(port, request);
            var status = STATUS.matcher(answer);
            String found = status.matches() ? status.group(1) : "closed";
            statuses.merge(found, 1, Integer::sum);
            // The JDK's own answer to an encoding of the message that it does not know, as RFC 9112 has it.
            boolean encoding = found.equals("501") && answer.contains("Unsupported Transfer-Encoding");
            if ((found.startsWith("5") && !encoding)
                    || REVEALING.matcher(answer).find()) {
                throw new AssertionError("seed " + seed + ", request " + i + ":\n" + shown(request) + "\n\n" + answer);
            }
        }
        return statuses;
    }

    private static String answer(int port, byte[] request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.exchange(request);
        }
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.length() < 4000
                ? text
                : text.substring(0, 4000) + "… " + HexFormat.of().formatHex(request, 0, 100);
    }
}
