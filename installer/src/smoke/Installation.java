package smoke;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import packaging.Tools;

/** The package, installed by dpkg: on this computer, or in a folder with a package database of its own. */
final class Installation implements AutoCloseable {
    /** Where packages put files. */
    private static final List<String> PLACES = List.of("usr", "etc", "opt", "var/lib/dpkg/info");
    /** What other packages write when a menu entry, an icon or a type of files comes or goes. */
    private static final List<String> OTHERS = List.of(".cache", "-old");

    private final DebianPackage deb;
    private final Path root;
    private final List<String> options;
    private boolean installed;

    private Installation(DebianPackage deb, Path root, List<String> options) {
        this.deb = deb;
        this.root = root;
        this.options = options;
    }

    /** Installs on the computer where that is allowed and harmless, and says why where it is not. */
    static Installation of(DebianPackage deb, boolean scratch, Path folder) throws IOException, InterruptedException {
        if (scratch) {
            return inScratch(deb, folder);
        }
        if (!Command.run("id", "-u").equals("0")) {
            Tools.skip("installing on the computer itself", "only root may; a folder takes its place");
            return inScratch(deb, folder);
        }
        if (Files.exists(Path.of("/var/lib/dpkg/info/concord.list"))) {
            Tools.skip("installing on the computer itself", "Concord is installed already; a folder takes its place");
            return inScratch(deb, folder);
        }
        return new Installation(deb, Path.of("/"), List.of());
    }

    private static Installation inScratch(DebianPackage deb, Path folder) throws IOException {
        Path database = folder.resolve("var/lib/dpkg");
        for (String part : List.of("info", "updates", "triggers")) {
            Files.createDirectories(database.resolve(part));
        }
        Files.createFile(database.resolve("status"));
        Files.writeString(database.resolve("info/format"), "1\n");
        return new Installation(
                deb,
                folder,
                List.of(
                        "--root=" + folder,
                        "--log=" + folder.resolve("dpkg.log"),
                        "--force-not-root",
                        // What only root's PATH has is for packages with scripts.
                        "--force-bad-path",
                        // What the package depends on is the computer's and not the folder's.
                        "--force-depends"));
    }

    /** Installs it, also over itself. */
    void install() throws IOException, InterruptedException {
        installed = true;
        dpkg("--install", deb.file().toString());
    }

    /** Removes it with all the package system knows of it. */
    void remove() throws IOException, InterruptedException {
        dpkg("--purge", "concord");
        installed = false;
    }

    /** The command as somebody types it. */
    Path command() {
        return root.resolve("usr/bin/concord");
    }

    /** The program's own folder. */
    Path program() {
        return root.resolve("usr/lib/concord");
    }

    /** Everything there is where packages put files. */
    Set<Path> files() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (String place : PLACES) {
            if (Files.exists(root.resolve(place))) {
                Files.walkFileTree(root.resolve(place), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        found.add(folder);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        found.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        }
        found.removeIf(path -> OTHERS.stream().anyMatch(path.toString()::endsWith));
        return found;
    }

    /** Fails where a file is there that was not there before. */
    void isGone(Set<Path> before) throws IOException {
        Set<Path> left = files();
        left.removeAll(before);
        Failure.unless(left.isEmpty(), "Removed, it left behind " + left + ".");
    }

    private void dpkg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dpkg"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        Command.run(command);
    }

    /** Whatever went wrong before, nothing stays installed. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (installed) {
            remove();
        }
    }

    @Override
    public String toString() {
        return options.isEmpty() ? "on this computer" : "in a folder";
    }
}
