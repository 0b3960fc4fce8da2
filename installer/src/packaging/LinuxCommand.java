package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command {@code concord} of an installed Concord. It does what jpackage's launcher does, with the options and the class
 * path that one reads from its configuration; but that one first asks dpkg and rpm which package it belongs to, at every
 * start, which takes a fifth of a second and has rpm make a database in the user's home.
 */
record LinuxCommand(Path configuration) {

    /** Writes the command from a template. */
    void write(Path template, Path command) throws IOException {
        Files.createDirectories(command.getParent());
        Files.writeString(
                command,
                Files.readString(template)
                        .replace("@OPTIONS@", all("java-options=", " "))
                        .replace("@CLASSPATH@", all("app.classpath=", ":"))
                        .replace("@MAIN@", all("app.mainclass=", "")));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String all(String setting, String between) throws IOException {
        List<String> lines = Files.readAllLines(configuration);
        return lines.stream()
                .filter(line -> line.startsWith(setting))
                .map(line -> quoted(line.substring(setting.length()), between))
                .collect(Collectors.joining(between));
    }

    /** Options stand alone in the command, the class path stands between quotes already. */
    private static String quoted(String value, String between) {
        String text = value.replace("$APPDIR", "$app");
        return between.equals(" ") && text.contains("$") ? '"' + text + '"' : text;
    }
}
