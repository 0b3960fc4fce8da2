package window;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody does in their first minutes, by keyboard, so that the JVM learns what will be needed. Every step must be
 * seen to do something: a cache that was trained before an error message would be of little use to anybody.
 */
public record Training(Screen screen, Hand hand, Path home, Shop shop, List<String> command) {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration STILL = Duration.ofMillis(300);
    /** Between what the user does and what a colleague does, nothing is painted. */
    private static final Duration COLLEAGUE = Duration.ofMillis(1500);
    private static final String SAMPLE = "Sample database";
    private static final String CONFLICT = "changed while you were editing";
    private static final String CONNECT = "Connect to your database";

    /**
     * Prepares a training.
     *
     * @param jars the packages' jars
     * @param command starts the program once more
     */
    public static Training on(Screen screen, Path home, Path jars, List<String> command) throws IOException {
        try {
            Shop shop = Shop.make(jars, home.resolve("shop.sqlite"));
            return new Training(screen, new Hand(screen), home, shop, command);
        } catch (SQLException e) {
            throw new IOException("The database for the training could not be made.", e);
        }
    }

    /** Uses the program, which is starting, and asks it to end. */
    public void go() throws IOException, InterruptedException {
        try {
            hand.window(SAMPLE, SOON);
            still();
            lookAround();
            edit();
            decide();
            changeLooks();
            startAgain();
            connect();
            serve();
            hand.press("ctrl+q");
        } catch (IOException e) {
            Path picture = home.resolveSibling("concord-training.png");
            screen.picture(picture);
            throw new IOException("The training failed: " + e.getMessage() + " See " + picture + ".", e);
        }
    }

    private void lookAround() throws IOException, InterruptedException {
        press("a table looked for by its name", "ctrl+k", "p", "r", "o", "d");
        press("the window without the palette", "Escape");
        press("all keys", "F1");
        press("the window again", "Escape");
        press("a search among the tables", "ctrl+t", "p", "r", "o", "d");
        press("the table found", "Return");
        press("all tables again", "ctrl+t", "Escape");
        openFirst();
        press("a search for the customers", "ctrl+t", "c", "u", "s", "t");
        press("the customers", "Return");
        openFirst();
        press("a record further down", "Page_Down", "Page_Down");
        press("the last row", "End");
        press("the first row again", "Home");
    }

    private void openFirst() throws IOException, InterruptedException {
        // The first Down only shows where the keyboard is.
        press("a record", "F6", "Down", "Down");
    }

    private void edit() throws IOException, InterruptedException {
        press("the record's first field", "F6", "End");
        List<byte[]> before = still();
        hand.type(" (new)");
        changed("typing into a field", before);
        press("the record saved", "ctrl+s");
    }

    private void decide() throws IOException, InterruptedException {
        press("the practice conflict", "ctrl+t", "shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "space");
        screen.whenStill(Screen.ALL, COLLEAGUE, SOON);
        hand.press("ctrl+s");
        hand.window(CONFLICT, SOON);
        still();
        press("a decision for the own value", "ctrl+3");
        press("another for the database's value", "F7", "ctrl+2");
        hand.press("ctrl+Return");
        hand.gone(CONFLICT, SOON);
        hand.window(SAMPLE, SOON);
    }

    private void changeLooks() throws IOException, InterruptedException {
        press("another theme", "ctrl+t", "shift+Tab", "space");
        press("a third theme", "space");
        press("the first theme again", "space");
    }

    /** The program that runs takes over what the second start asks for. */
    private void startAgain() throws IOException, InterruptedException {
        List<String> open = new ArrayList<>(command);
        open.addAll(List.of("open", shop.file().toString()));
        String file = shop.file().getFileName().toString();
        try (Program second = Program.start(open, screen, home, Map.of())) {
            if (second.end(SOON) != 0) {
                throw new IOException("The second start said: " + second.said());
            }
        }
        hand.window(file, SOON);
        still();
        hand.press("ctrl+w");
        hand.gone(file, SOON);
        hand.window(SAMPLE, SOON);
        still();
    }

    private void connect() throws IOException, InterruptedException {
        hand.press("ctrl+o");
        hand.window(CONNECT, SOON);
        List<byte[]> before = still();
        // Nobody listens there: most of the driver is needed to find that out.
        hand.type("postgresql://localhost:1/nothing");
        changed("an address of a server", before);
        press("a sentence about a server that does not answer", "Return");
        hand.press("ctrl+a");
        hand.type(shop.file().toString());
        hand.press("Return");
        hand.gone(CONNECT, SOON);
        hand.window(shop.file().getFileName().toString(), SOON);
        still();
        openFirst();
    }

    /** What {@code concord serve} needs is learned as well: where the window serves, it is the same gateway. */
    private void serve() throws IOException, InterruptedException {
        press("the button that serves the records", "ctrl+t", "shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab");
        press("the records served", "space");
        still();
        // Without the window's secret most is refused, which takes most of the gateway.
        for (String path : List.of("health", "page/", "openapi.json", "api/" + Shop.TABLE + "/1")) {
            answer(path);
        }
    }

    private static void answer(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://localhost:5656/" + path).toURL().openConnection();
        if (connection.getResponseCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
            throw new IOException("The gateway answered " + connection.getResponseCode() + ".");
        }
        connection.disconnect();
    }

    private void press(String what, String... keys) throws IOException, InterruptedException {
        List<byte[]> before = screen.look(Screen.ALL);
        hand.press(keys);
        changed(what, before);
    }

    private void changed(String what, List<byte[]> before) throws IOException, InterruptedException {
        if (!screen.changes(Screen.ALL, before, SOON)) {
            throw new IOException("Waited in vain for " + what + ".");
        }
    }

    private List<byte[]> still() throws InterruptedException {
        return screen.whenStill(Screen.ALL, STILL, SOON);
    }
}
