package smoke;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The .deb.
 *
 * @param version as Maven writes it
 */
record DebianPackage(Path file, String version) {
    private static final List<String> PROMISED = List.of(
            "/usr/bin/concord",
            "/usr/lib/concord/lib/runtime/bin/java",
            "/usr/lib/concord/lib/app/concord.aot",
            "/usr/share/applications/concord.desktop",
            "/usr/share/icons/hicolor/scalable/apps/concord.svg",
            "/usr/share/icons/hicolor/48x48/apps/concord.png",
            "/usr/share/mime/packages/concord.xml",
            "/usr/share/man/man1/concord.1.gz",
            "/usr/share/bash-completion/completions/concord",
            "/usr/share/doc/concord/copyright");

    /** Finds it among the packages. */
    static DebianPackage in(Path packages) throws IOException, InterruptedException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(packages, "concord_*.deb")) {
            for (Path file : found) {
                String version = Command.run("dpkg-deb", "--field", file.toString(), "Version");
                return new DebianPackage(file, version.replace('~', '-'));
            }
        }
        throw new Failure("There is no .deb in " + packages + "; build it with mvn -Pinstaller package.");
    }

    /** Looks for everything a desktop expects of a program's package. */
    void hasItsFiles() throws IOException, InterruptedException {
        List<String> lines = Command.run("dpkg-deb", "--contents", file.toString()).lines().toList();
        for (String promised : PROMISED) {
            Failure.unless(
                    lines.stream().anyMatch(line -> line.endsWith("." + promised)),
                    "The package does not hold " + promised + ".");
        }
    }
}
