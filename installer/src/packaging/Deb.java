package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** The package for Debian, Ubuntu and systems based on them: {@code dpkg-deb} over a tree, with no scripts in it. */
record Deb(Build build, LinuxTree tree) {
    void make() throws IOException, InterruptedException {
        if (!Tools.has("dpkg-deb")) {
            Tools.skip("the .deb", "dpkg-deb is not installed");
            return;
        }
        Path control = tree.root().resolve("DEBIAN");
        Files.createDirectories(control);
        Files.writeString(
                control.resolve("control"),
                """
                Package: concord
                Version: %s
                Architecture: %s
                Maintainer: %s
                Installed-Size: %d
                Section: database
                Priority: optional
                Depends: libc6 (>= 2.17), libgtk-3-0 | libgtk-3-0t64, libxtst6, libgl1, libxxf86vm1
                Recommends: desktop-file-utils, shared-mime-info
                Description: %s
                 Concord opens H2, PostgreSQL, MariaDB, MySQL and SQLite databases as they are and
                 checks every save against the version the row was read with. When somebody else was
                 faster, both changes are merged, side by side where a person has to decide. Nothing
                 typed is lost, and nobody is overwritten unseen.
                """
                        .formatted(
                                version(),
                                architecture(),
                                Build.MAINTAINER,
                                tree.kibibytes(),
                                build.description().replaceFirst("^A ", "").replaceFirst("\\.$", "")));
        Files.setLastModifiedTime(control.resolve("control"), FileTime.from(build.time()));
        Files.setLastModifiedTime(control, FileTime.from(build.time()));
        Files.createDirectories(build.packages());
        Tools.run(List.of(
                "dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree.root().toString(), file().toString()));
        Tools.delete(control);
    }

    private Path file() {
        return build.packages().resolve("concord_" + version() + "_" + architecture() + ".deb");
    }

    /** A snapshot comes before the version it becomes, which Debian writes with a tilde. */
    private String version() {
        return build.version().replace("-", "~");
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> throw new IllegalStateException("No .deb is made for " + System.getProperty("os.arch") + " yet.");
        };
    }
}
