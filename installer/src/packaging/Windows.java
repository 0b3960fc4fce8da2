package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes Concord's package for Windows: the app image, and of it an {@code .msi} with a menu entry, which also installs later
 * versions over itself. Reviewed against jpackage's documentation for JDK 25; it has been run on Linux only as far as both
 * share their steps. jpackage needs the WiX Toolset for it.
 */
final class Windows {
    /** One for all versions: by it an installer knows what it replaces. */
    private static final String UPGRADES = "6f1d5c1e-6c0b-4d0f-9a3e-7a4f0f2b5c11";

    private Windows() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Build build = Build.fromProperties();
        new RuntimeImage(build).link(".dll", "bin");
        new SqliteLibrary(build.jars()).unpack("Windows/" + processor());
        new OldClasses(build.jars()).renew();
        Path icon = build.installer().resolve("icons/concord.ico");
        Path image = new AppImage(build).make(List.of("--icon", icon.toString()));
        new AotCache(build, image.resolve("app"), image.resolve(Build.NAME + ".exe")).train();
        Tools.delete(build.packages());
        if (!Tools.has("wix.exe") && !Tools.has("light.exe")) {
            Tools.skip("the .msi", "the WiX Toolset is not on the PATH");
            return;
        }
        Files.createDirectories(build.packages());
        Tools.jdk(
                "jpackage",
                List.of(
                        "--type", "msi",
                        "--name", Build.NAME,
                        "--app-image", image.toString(),
                        "--app-version", build.numbers(),
                        "--vendor", Build.VENDOR,
                        "--description", build.description(),
                        "--license-file", build.installer().resolveSibling("LICENSE").toString(),
                        "--file-associations", build.installer().resolve("windows/sqlite.properties").toString(),
                        "--file-associations", build.installer().resolve("windows/db.properties").toString(),
                        "--win-menu",
                        "--win-menu-group", "Concord",
                        "--win-shortcut-prompt",
                        "--win-dir-chooser",
                        "--win-per-user-install",
                        "--win-upgrade-uuid", UPGRADES,
                        "--dest", build.packages().toString()));
        Checksums.write(build.packages());
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }
}
