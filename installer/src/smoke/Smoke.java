package smoke;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packaging.Tools;
import window.Screen;
import window.Shop;

/**
 * Tries the .deb as somebody would who has nothing else: installs it, uses it, installs it over itself and removes it again.
 * As root on the computer itself, and otherwise, or with {@code --scratch}, into a folder that dpkg takes for the root.
 */
final class Smoke {
    private final Path target;
    private final Path folder;
    private final DebianPackage deb;

    private Smoke(Path target, Path folder) throws IOException, InterruptedException {
        this.target = target;
        this.folder = folder;
        this.deb = DebianPackage.in(target.resolve("packages"));
    }

    /**
     * Tries the package in {@code target/packages}.
     *
     * @param arguments the installer's target folder, and perhaps {@code --scratch}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String program : List.of("dpkg", "Xvfb", "xdotool")) {
            if (!Tools.has(program)) {
                Tools.skip("the smoke test of the .deb", program + " is not installed");
                return;
            }
        }
        boolean scratch = Arrays.asList(arguments).contains("--scratch");
        if (!holds(Path.of(arguments[0]).toAbsolutePath(), scratch)) {
            System.exit(1);
        }
    }

    private static boolean holds(Path target, boolean scratch) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("concord-smoke");
        try {
            new Smoke(target, folder).run(scratch);
            return true;
        } catch (Failure | IOException | SQLException e) {
            System.out.println("FAILED: " + e.getMessage());
            return false;
        } finally {
            Tools.delete(folder);
        }
    }

    private void run(boolean scratch) throws IOException, InterruptedException, SQLException {
        deb.hasItsFiles();
        say("The package holds the program, its menu entry, icons, file types, manual, completions and licence.");
        try (Installation installation = Installation.of(deb, scratch, folder.resolve("root"))) {
            Set<Path> before = installation.files();
            installation.install();
            say("It is installed " + installation + ".");
            use(installation);
            installation.remove();
            installation.isGone(before);
            say("Removed, it leaves nothing behind.");
        }
    }

    private void use(Installation installation) throws IOException, InterruptedException, SQLException {
        Path home = folder.resolve("home");
        try (Screen screen = Screen.open(folder.resolve("screen"))) {
            Shop shop = Shop.make(target.resolve("lib"), folder.resolve("shop.sqlite"));
            User user = new User(installation, screen, home, target.resolve("smoke"));
            say("concord --version says " + user.asksForTheVersion(deb.version()) + ".");
            user.checks(shop);
            say("concord check says how the table is guarded.");
            user.looksAtTheSample();
            say("The window opens on the sample and closes with exit code 0.");
            user.editsWhatAColleagueChanges(shop);
            say("An edit met a colleague's: the dialog came, and both changes are in the database.");
            Map<Path, ByteBuffer> kept = Home.contents(home);
            installation.install();
            Home.isStill(home, kept);
            user.asksForTheVersionOnTheUsualPath(deb.version());
            say("Installed once more, it leaves settings and databases as they were.");
        }
        Home.holdsOnlyWhatIsAllowed(home);
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
