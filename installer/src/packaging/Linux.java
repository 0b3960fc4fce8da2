package packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes Concord's packages for Linux: the runtime, the app image, and of these a .deb and an .rpm. */
final class Linux {
    private Linux() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Build build = Build.fromProperties();
        new RuntimeImage(build).link(".so", "lib");
        new SqliteLibrary(build.jars()).unpack("Linux/" + processor());
        new OldClasses(build.jars()).renew();
        Path image = new AppImage(build).make(List.of());
        new AotCache(build, image.resolve("lib/app"), image.resolve("bin/" + Build.NAME)).train();
        LinuxTree tree = new LinuxTree(build, build.target().resolve("root"));
        tree.make(image);
        Tools.delete(build.packages());
        new Deb(build, tree).make();
        new Rpm(build, tree).make();
        Checksums.write(build.packages());
    }

    /** The processor as the SQLite driver names it. */
    private static String processor() {
        return System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    }
}
