package packaging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/**
 * What Maven tells the packaging scripts; see installer/pom.xml.
 *
 * @param installer the installer's folder
 * @param version the version as Maven writes it
 * @param time the time every packaged file gets, so that two builds of one commit are alike
 * @param modules the modules of the JDK and of JavaFX that the program needs
 * @param description one line about the program
 */
record Build(Path installer, String version, Instant time, String modules, String description) {
    static final String NAME = "concord";
    static final String MAIN_CLASS = "dev.concord.app.Main";
    static final String VENDOR = "The Concord project";
    static final String MAINTAINER = VENDOR + " <concord@localhost>";

    static Build fromProperties() {
        Properties given = System.getProperties();
        return new Build(
                Path.of(required(given, "installer")).toAbsolutePath(),
                required(given, "version"),
                Instant.parse(required(given, "time")),
                required(given, "modules"),
                required(given, "description"));
    }

    private static String required(Properties given, String name) {
        String value = given.getProperty("concord." + name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("Run this through mvn -Pinstaller package: concord." + name + " is missing.");
        }
        return value;
    }

    Path target() {
        return installer.resolve("target");
    }

    /** The jars for the class path, put there by Maven. */
    Path jars() {
        return target().resolve("lib");
    }

    /** JavaFX's modules, put there by Maven. */
    Path javafx() {
        return target().resolve("modules");
    }

    Path runtime() {
        return target().resolve("runtime");
    }

    /** Where the packages go. */
    Path packages() {
        return target().resolve("packages");
    }

    /** The third-party notices and the bill of materials; put there by Maven. */
    List<Path> notices() {
        return List.of(target().resolve("notices/THIRD-PARTY-NOTICES.txt"), target().resolve("concord-sbom.json"));
    }

    Path mainJar() {
        return jars().resolve("concord-app-" + version + ".jar");
    }

    /** Only numbers and dots: what jpackage, Windows and macOS take for a version. */
    String numbers() {
        return version.replaceFirst("-.*", "");
    }
}
