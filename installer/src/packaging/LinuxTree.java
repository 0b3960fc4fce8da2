package packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Everything an installed Concord is on Linux, laid out below a root as the Filesystem Hierarchy Standard wants it. Both
 * packages are made of it, so that every file belongs to its package and none is written by a script.
 */
record LinuxTree(Build build, Path root) {
    private static final List<Integer> ICONS = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    /** Lays out the tree around an app image. */
    void make(Path image) throws IOException {
        Tools.delete(root);
        Path share = root.resolve("usr/share");
        Path linux = build.installer().resolve("linux");
        Path icons = build.installer().resolve("icons");
        Path documents = share.resolve("doc/concord");

        Tools.copy(image, root.resolve("usr/lib/concord"));
        new LinuxCommand(image.resolve("lib/app/concord.cfg"))
                .write(linux.resolve("concord.sh"), root.resolve("usr/bin/concord"));

        Tools.place(linux.resolve("concord.desktop"), share.resolve("applications/concord.desktop"));
        Tools.place(linux.resolve("concord-mime.xml"), share.resolve("mime/packages/concord.xml"));
        Tools.place(
                linux.resolve("dev.concord.Concord.metainfo.xml"),
                share.resolve("metainfo/dev.concord.Concord.metainfo.xml"));
        for (int size : ICONS) {
            Tools.place(
                    icons.resolve("concord-" + size + ".png"),
                    share.resolve("icons/hicolor/" + size + "x" + size + "/apps/concord.png"));
        }
        Tools.place(icons.resolve("concord.svg"), share.resolve("icons/hicolor/scalable/apps/concord.svg"));
        compress(linux.resolve("concord.1"), share.resolve("man/man1/concord.1.gz"));
        Tools.place(linux.resolve("concord.bash-completion"), share.resolve("bash-completion/completions/concord"));
        Tools.place(linux.resolve("_concord"), share.resolve("zsh/vendor-completions/_concord"));
        Tools.place(linux.resolve("concord.fish"), share.resolve("fish/vendor_completions.d/concord.fish"));
        Tools.place(linux.resolve("copyright"), documents.resolve("copyright"));
        compress(build.installer().resolveSibling("CHANGELOG.md"), documents.resolve("changelog.gz"));
        for (Path notice : build.notices()) {
            if (!Files.exists(notice)) {
                Tools.skip(notice.getFileName().toString(), "Maven makes it only where it is online");
                continue;
            }
            compress(notice, documents.resolve(notice.getFileName() + ".gz"));
        }
        settle();
    }

    private static void compress(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        // Java's writes neither a name nor a time into the header, as gzip -n does.
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(file, out);
        }
    }

    /** The same modes and times on every machine, whatever its umask. */
    private void settle() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all.sorted(java.util.Comparator.reverseOrder())::iterator) {
                if (!Files.isSymbolicLink(path)) {
                    boolean runs = Files.isDirectory(path) || Files.isExecutable(path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                    Files.setLastModifiedTime(path, FileTime.from(build.time()));
                }
            }
        }
    }

    /** The size of all files, in kibibytes. */
    long kibibytes() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            long bytes = 0;
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(path);
            }
            return bytes / 1024;
        }
    }
}
