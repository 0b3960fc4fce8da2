package bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import window.Program;
import window.Screen;
import window.Shop;

/**
 * How long it takes from a start to rows on the screen, and how much memory that costs: Concord as its package installs it,
 * a window with one label, and DB Browser for SQLite, in turns on the same screen. See docs/performance.md.
 */
final class StartUp {
    /** As Concord's own command sets it; DB Browser does not look at it. */
    static final Map<String, String> ENVIRONMENT = Files.exists(Path.of("/dev/dri"))
            ? Map.of("MALLOC_ARENA_MAX", "2")
            : Map.of("MALLOC_ARENA_MAX", "2", "GDK_GL", "disable");

    private static final int ROUNDS = 11;
    /** The first of as many as there are rounds. */
    private static final int PORT = 5670;
    private static final Duration STILL = Duration.ofSeconds(2);
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    /** Where the rows are: of a window of 1280 by 800 in the middle of the screen. */
    private static final Rectangle ROWS = new Rectangle(280, 230, 340, 500);

    private static final Rectangle SECOND_ROWS = new Rectangle(312, 262, 340, 500);
    private static final Rectangle LABEL = new Rectangle(100, 200, 1000, 500);
    private static final Rectangle BROWSER_ROWS = new Rectangle(130, 195, 340, 440);

    private final Path target;
    private final Path folder;
    private final Screen screen;
    private final Figures figures = new Figures();

    private StartUp(Path target, Path folder, Screen screen) {
        this.target = target;
        this.folder = folder;
        this.screen = screen;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        if (!Files.isExecutable(target.resolve("root/usr/bin/concord"))) {
            System.out.println("SKIPPED: the start-up, because there is no package: mvn -Pinstaller,bench verify makes it.");
            return;
        }
        // Short, because the path of the socket where a second start finds the first may have no more than 100 bytes.
        Path folder = Files.createTempDirectory("cb");
        try (Screen screen = Screen.open(folder.resolve("screen"))) {
            new StartUp(target, folder, screen).measure(Path.of(arguments[1]));
        }
    }

    private void measure(Path table) throws IOException, InterruptedException, SQLException {
        Path million = Shop.make(target.resolve("lib"), folder.resolve("million.sqlite"), 1_000_000).file();
        String concord = target.resolve("root/usr/bin/concord").toString();
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        candidates.put("label", new Candidate(Peer.make(target, "OneLabel", folder, screen, home("label")), LABEL));
        candidates.put("table", new Candidate(Peer.make(target, "OneTable", folder, screen, home("table")), LABEL));
        candidates.put("sample", new Candidate(List.of(concord), ROWS));
        candidates.put(
                "million", new Candidate(List.of(concord, "open", million.toString(), "--table", "customer"), ROWS));
        Path browser = Path.of("/usr/bin/sqlitebrowser");
        if (Files.isExecutable(browser)) {
            candidates.put(
                    "browser",
                    new Candidate(List.of(browser.toString(), "-t", "customer", million.toString()), BROWSER_ROWS));
        } else {
            System.out.println("SKIPPED: DB Browser for SQLite, because it is not installed.");
        }
        System.out.println("| name | ours ms | peer ms | ratio | goal | reached |");
        System.out.println("|---|---|---|---|---|---|");
        starts(candidates);
        memory(candidates);
        second(candidates.get("million"), concord);
        commands(concord, million);
        size();
        figures.write(table);
    }

    /** A program, and the part of the screen its rows are in. */
    private record Candidate(List<String> command, Rectangle part) {}

    private void starts(Map<String, Candidate> candidates) throws IOException, InterruptedException {
        Map<String, List<byte[]>> looks = new LinkedHashMap<>();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (var candidate : candidates.entrySet()) {
            looks.put(candidate.getKey(), finalLook(candidate.getKey(), candidate.getValue()));
            times.put(candidate.getKey(), new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var candidate : candidates.entrySet()) {
                String name = candidate.getKey();
                times.get(name).add(start(name, candidate.getValue(), looks.get(name)));
            }
        }
        double label = Figures.median(times.get("label"));
        figures.against("start to rows of the sample / one label", Figures.median(times.get("sample")), label, 1.4);
        figures.against("start to a million rows / one label", Figures.median(times.get("million")), label, 1.4);
        double table = Figures.median(times.get("table"));
        figures.against("start to rows of the sample / JavaFX's bare table", Figures.median(times.get("sample")), table, 1.3);
        figures.against("start to a million rows / JavaFX's bare table", Figures.median(times.get("million")), table, 1.3);
        figures.compare("for comparison: JavaFX's bare table of constants / one label", table, label);
        if (times.containsKey("browser")) {
            figures.against(
                    "start to a million rows / DB Browser",
                    Figures.median(times.get("million")),
                    Figures.median(times.get("browser")),
                    1.2);
        }
    }

    /** How the rows look in the end; they are there when they first look so. */
    private List<byte[]> finalLook(String name, Candidate candidate) throws IOException, InterruptedException {
        // The first start of all makes what later ones find, and may take longer than a picture is to stand still.
        try (Program first = run(name, candidate.command())) {
            TimeUnit.SECONDS.sleep(5);
            first.stop();
        }
        List<byte[]> empty = screen.look(candidate.part());
        try (Program program = run(name, candidate.command())) {
            screen.changes(candidate.part(), empty, AT_MOST);
            List<byte[]> look = screen.whenStill(candidate.part(), STILL, AT_MOST);
            program.stop();
            return look;
        }
    }

    private double start(String name, Candidate candidate, List<byte[]> look) throws IOException, InterruptedException {
        long from = System.nanoTime();
        try (Program program = run(name, candidate.command())) {
            double time = until(candidate.part(), look, from);
            // What a program still does in the background belongs to its own turn.
            TimeUnit.MILLISECONDS.sleep(1000);
            program.stop();
            return time;
        }
    }

    private double until(Rectangle part, List<byte[]> look, long from) throws InterruptedException, IOException {
        while (!screen.looks(part, look)) {
            if (System.nanoTime() - from > AT_MOST.toNanos()) {
                throw new IOException("The rows never came.");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private void memory(Map<String, Candidate> candidates) throws IOException, InterruptedException {
        if (!candidates.containsKey("browser")) {
            return;
        }
        figures.against(
                "resident memory with a million rows (MB) / DB Browser",
                resident("million", candidates.get("million")),
                resident("browser", candidates.get("browser")),
                1.5);
    }

    /** In megabytes, the median of five, ten seconds after the start: what a start took has been given back by then. */
    private double resident(String name, Candidate candidate) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (Program program = run(name, candidate.command())) {
                TimeUnit.SECONDS.sleep(10);
                try (Stream<String> lines =
                        Files.lines(Path.of("/proc/" + program.handle().pid() + "/smaps_rollup"))) {
                    all.add(lines.filter(line -> line.startsWith("Rss:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                            .orElseThrow());
                }
                program.stop();
            }
        }
        return Figures.median(all);
    }

    /** Somebody starts Concord again while it runs: another file in a window beside the first, or nothing but the window. */
    private void second(Candidate first, String concord) throws IOException, InterruptedException, SQLException {
        Path other = Shop.make(target.resolve("lib"), folder.resolve("other.sqlite")).file();
        List<String> open = List.of(concord, "open", other.toString(), "--table", "customer");
        List<Double> beside = new ArrayList<>();
        List<Double> front = new ArrayList<>();
        List<byte[]> look = List.of();
        for (int round = 0; round <= ROUNDS; round++) {
            List<byte[]> empty = screen.look(first.part());
            try (Program running = run("million", first.command())) {
                screen.changes(first.part(), empty, AT_MOST);
                screen.whenStill(Screen.ALL, STILL, AT_MOST);
                long from = System.nanoTime();
                run("million", List.of(concord)).end(AT_MOST);
                front.add((System.nanoTime() - from) / 1e6);
                List<byte[]> before = screen.look(SECOND_ROWS);
                from = System.nanoTime();
                try (Program again = run("million", open)) {
                    if (round == 0) {
                        screen.changes(SECOND_ROWS, before, AT_MOST);
                        look = screen.whenStill(SECOND_ROWS, STILL, AT_MOST);
                    } else {
                        beside.add(until(SECOND_ROWS, look, from));
                    }
                    again.end(AT_MOST);
                }
                running.stop();
            }
        }
        figures.alone("second start: handed over, the window comes to the front (ms)", Figures.median(front), 500);
        figures.alone("second start: another file's rows in a window beside (ms)", Figures.median(beside), 500);
    }

    private void commands(String concord, Path million) throws IOException, InterruptedException {
        figures.alone("concord --version (ms)", whole(List.of(concord, "--version")), 300);
        figures.alone("concord check FILE (ms)", whole(List.of(concord, "check", million.toString())), 1000);
        figures.alone("concord serve FILE: first answer with a row (ms)", served(concord, million), 600);
    }

    private double served(String concord, Path million) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String port = Integer.toString(PORT + i);
            URL row = URI.create("http://localhost:" + port + "/api/customer/1").toURL();
            long from = System.nanoTime();
            try (Program serving = run("commands", List.of(concord, "serve", million.toString(), "--port", port))) {
                while (!answers(row)) {
                    if (System.nanoTime() - from > AT_MOST.toNanos()) {
                        throw new IOException("Nothing is served: " + serving.said());
                    }
                    TimeUnit.MILLISECONDS.sleep(2);
                }
                all.add((System.nanoTime() - from) / 1e6);
                serving.stop();
            }
        }
        return Figures.median(all);
    }

    private static boolean answers(URL row) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) row.openConnection();
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private double whole(List<String> command) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            run("commands", command).end(AT_MOST);
            all.add((System.nanoTime() - from) / 1e6);
        }
        return Figures.median(all);
    }

    private void size() throws IOException {
        try (Stream<Path> packages = Files.list(target.resolve("packages"))) {
            for (Path file : (Iterable<Path>) packages.filter(path -> path.toString().endsWith(".deb"))::iterator) {
                figures.alone("size of the .deb (MB)", Files.size(file) / 1e6, 80);
            }
        }
    }

    private Program run(String name, List<String> command) throws IOException {
        return Program.start(command, screen, home(name), ENVIRONMENT);
    }

    private Path home(String name) {
        return folder.resolve(name);
    }
}
