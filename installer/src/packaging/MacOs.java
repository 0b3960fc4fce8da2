package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes Concord's packages for macOS: the app image, and of it a {@code .dmg} to drag from and a {@code .pkg} to install.
 * Reviewed against jpackage's documentation for JDK 25; it has been run on Linux only as far as both share their steps.
 * Signing needs a certificate and is left to whoever has one ({@code --mac-sign}).
 */
final class MacOs {
    private MacOs() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Build build = Build.fromProperties();
        new RuntimeImage(build).link(".dylib", "lib");
        new SqliteLibrary(build.jars()).unpack("Mac/" + processor());
        new OldClasses(build.jars()).renew();
        Path image = new AppImage(build)
                .make(List.of("--icon", icon(build), "--mac-package-identifier", "dev.concord", "--mac-package-name", "Concord"));
        new AotCache(build, image.resolve("Contents/app"), image.resolve("Contents/MacOS/" + Build.NAME)).train();
        Tools.delete(build.packages());
        Files.createDirectories(build.packages());
        for (String type : List.of("dmg", "pkg")) {
            List<String> options = new ArrayList<>(List.of(
                    "--type", type,
                    "--name", Build.NAME,
                    "--app-image", image.toString(),
                    "--app-version", macVersion(build),
                    "--vendor", Build.VENDOR,
                    "--icon", icon(build),
                    "--license-file", build.installer().resolveSibling("LICENSE").toString(),
                    "--dest", build.packages().toString()));
            Tools.jdk("jpackage", options);
        }
        Checksums.write(build.packages());
    }

    private static String icon(Build build) {
        return build.installer().resolve("icons/concord.icns").toString();
    }

    /** macOS takes no version that begins with a zero. */
    private static String macVersion(Build build) {
        return build.numbers().startsWith("0.") ? "1" + build.numbers().substring(1) : build.numbers();
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }
}
