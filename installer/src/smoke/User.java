package smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import window.Hand;
import window.Program;
import window.Screen;
import window.Shop;

/**
 * Somebody who uses the installed program, mostly with a PATH on which no Java and nothing else is to be found.
 *
 * @param pictures where pictures of the window go
 */
record User(Installation installation, Screen screen, Path home, Path pictures) {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration STILL = Duration.ofMillis(500);
    private static final String CONFLICT = "changed while you were editing";
    private static final int CUSTOMER = 7;

    /** Returns what is printed for the version. */
    String asksForTheVersion(String version) throws IOException, InterruptedException {
        return asksForTheVersion(version, nothing());
    }

    /** On the PATH of everybody, with whatever else is installed there. */
    void asksForTheVersionOnTheUsualPath(String version) throws IOException, InterruptedException {
        asksForTheVersion(version, "/usr/bin:/bin");
    }

    private String asksForTheVersion(String version, String path) throws IOException, InterruptedException {
        String said = runs(path, "--version");
        Failure.unless(said.contains(version), "concord --version does not say " + version + " but: " + said);
        return said;
    }

    /** Has a database checked. */
    void checks(Shop shop) throws IOException, InterruptedException {
        String said = runs(nothing(), "check", shop.file().toString(), "--policies", shop.policies().toString());
        Failure.unless(
                Pattern.compile("customer +1,?000 +id +version and checksum +yes").matcher(said).find(),
                "concord check does not find the customers guarded by their version and the checksum; it says: " + said);
    }

    private String runs(String path, String... arguments) throws IOException, InterruptedException {
        try (Program program = start(path, arguments)) {
            ends(program);
            return program.said().strip();
        }
    }

    /** Starts the program without a word, and closes it. */
    void looksAtTheSample() throws IOException, InterruptedException {
        try (Program program = start(nothing())) {
            Hand hand = new Hand(screen);
            seen("sample", program, () -> {
                hand.window("Sample database", SOON);
                screen.whenStill(Screen.ALL, STILL, SOON);
                usesItsOwnJava(program);
            });
            hand.press("ctrl+q");
            ends(program);
        }
    }

    /** Edits a customer whom a colleague edits meanwhile, and decides for the own value where both did. */
    void editsWhatAColleagueChanges(Shop shop) throws IOException, InterruptedException, SQLException {
        List<byte[]> empty = screen.look(Screen.ALL);
        try (Program program = start(
                nothing(),
                "open",
                shop.file().toString(),
                "--table",
                Shop.TABLE,
                "--key",
                String.valueOf(CUSTOMER),
                "--policies",
                shop.policies().toString())) {
            Hand hand = new Hand(screen);
            seen("edited", program, () -> {
                hand.window(shop.file().getFileName().toString(), SOON);
                // A window is there some time before anything is painted in it.
                Failure.unless(screen.changes(Screen.ALL, empty, SOON), "Nothing is painted in the window.");
                List<byte[]> opened = screen.whenStill(Screen.ALL, STILL, SOON);
                // From the tables to the rows to the record's first field.
                hand.press("F6", "F6", "ctrl+a");
                hand.type("Typed by hand");
                Failure.unless(screen.changes(Screen.ALL, opened, SOON), "Typing into the form is not to be seen.");
            });
            shop.change(CUSTOMER, "Changed by a colleague", "Gdańsk");
            hand.press("ctrl+s");
            seen("conflict", program, () -> {
                hand.window(CONFLICT, SOON);
                screen.whenStill(Screen.ALL, STILL, SOON);
            });
            hand.press("ctrl+3", "ctrl+Return");
            seen("saved", program, () -> {
                hand.gone(CONFLICT, SOON);
                hand.window(shop.file().getFileName().toString(), SOON);
                screen.whenStill(Screen.ALL, STILL, SOON);
            });
            holds(shop, "name", "Typed by hand");
            holds(shop, "city", "Gdańsk");
            holds(shop, "version", "3");
            hand.press("ctrl+q");
            ends(program);
        }
    }

    private static void holds(Shop shop, String column, String expected) throws SQLException {
        String held = shop.value(CUSTOMER, column);
        Failure.unless(held.equals(expected), "After the merge, " + column + " is " + held + " and not " + expected + ".");
    }

    /** Something that happens on the screen. */
    private interface Happening {
        void happens() throws IOException, InterruptedException;
    }

    /** Takes a picture of what happened, and above all of what did not. */
    private void seen(String picture, Program program, Happening happening) throws IOException, InterruptedException {
        Path file = pictures.resolve(picture + ".png");
        try {
            happening.happens();
        } catch (IOException e) {
            throw new Failure(e.getMessage() + " What was to be seen instead is in " + file + "; the program said: "
                    + program.said().strip());
        } finally {
            screen.picture(file);
        }
    }

    /** Another Java on the computer would hide that something is missing in the one the program brings along. */
    private void usesItsOwnJava(Program program) throws IOException {
        Path own = installation.program().toRealPath();
        List<String> machines = Files.readAllLines(Path.of("/proc/" + program.handle().pid() + "/maps")).stream()
                .filter(line -> line.endsWith("/libjvm.so"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
        Failure.unless(
                machines.size() == 1 && machines.getFirst().startsWith(own.toString()),
                "The program does not run on the Java it brings along, but on " + machines + ".");
    }

    private String nothing() {
        return home.resolveSibling("nothing").toString();
    }

    private Program start(String path, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(installation.command().toString()));
        command.addAll(List.of(arguments));
        return Program.start(command, screen, home, Map.of("PATH", path));
    }

    private static void ends(Program program) throws IOException, InterruptedException {
        int code = program.end(SOON);
        Failure.unless(code == 0, "The program ended with exit code " + code + ". It said: " + program.said().strip());
    }
}
