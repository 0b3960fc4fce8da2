package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program in a folder of its own, ready to run: jpackage's launcher, the runtime, and the jars beside it. */
record AppImage(Build build) {
    /** The JVM's options; an AOT cache is only good for the options it was trained with. */
    private static final List<String> JVM = List.of(
            // A window's heap is small: one collector thread will do, and it begins with little, most of it for what is young.
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmn20m",
            // Returns the memory that compiling the first methods needed.
            "-XX:TrimNativeHeapInterval=5000",
            // Maps the AOT cache at the address it was made for; at another one, all of it is read and changed at every start.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // The second compiler is for what is done a hundred thousand times, such as looking through a large table, and stays
            // out of the way of a start: twenty times its usual thresholds.
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000",
            // Neither is what ran often in the training compiled at once (JEP 515): nearly all of it is needed later, or once.
            "-XX:-AOTReplayTraining",
            "-Dorg.sqlite.lib.path=$APPDIR",
            "-Dorg.sqlite.lib.name=" + System.mapLibraryName("sqlitejdbc"),
            "--enable-native-access=ALL-UNNAMED,javafx.graphics");

    /**
     * Makes the image.
     *
     * @param options jpackage's options for this system
     * @return the image's folder
     */
    Path make(List<String> options) throws IOException {
        Path destination = build.target().resolve("image");
        Tools.delete(destination);
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", Build.NAME,
                "--app-version", build.numbers(),
                "--vendor", Build.VENDOR,
                "--description", build.description(),
                "--runtime-image", build.runtime().toString(),
                "--input", build.jars().toString(),
                "--main-jar", build.mainJar().getFileName().toString(),
                "--main-class", Build.MAIN_CLASS,
                "--dest", destination.toString()));
        for (String option : JVM) {
            arguments.add("--java-options");
            arguments.add(option);
        }
        arguments.addAll(options);
        Tools.jdk("jpackage", arguments);
        try (Stream<Path> made = Files.list(destination)) {
            Path image = made.findFirst().orElseThrow();
            setTimes(image);
            return image;
        }
    }

    /** The cache is only used with jars of the very time it was trained with, and packages of one commit are to be alike. */
    private void setTimes(Path image) throws IOException {
        try (Stream<Path> all = Files.walk(image)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (!Files.isSymbolicLink(path)) {
                    Files.setLastModifiedTime(path, FileTime.from(build.time()));
                }
            }
        }
    }
}
