package dev.concord.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folders in which a program keeps its files on this system: the XDG folders on Linux, {@code %APPDATA%} and
 * {@code %LOCALAPPDATA%} on Windows, {@code Library/Application Support} on a Mac. Immutable; the folders need not
 * exist.
 *
 * @param config what the user chose
 * @param data what belongs to the user, such as the sample database and the journal of merges
 * @param state what may be lost without harm to anything but comfort, such as logs
 */
public record AppFolders(Path config, Path data, Path state) {

    /** Returns the folder of the journal of merges; it belongs to the data, because it has what the user entered. */
    public Path merges() {
        return data.resolve("merges");
    }

    /** Returns the folder of answers that the gateway keeps for requests that are sent again. */
    public Path answers() {
        return data.resolve("answers");
    }

    /** Returns the folder of unsaved work; it belongs to the data, because it has what the user entered. */
    public Path drafts() {
        return data.resolve("drafts");
    }

    /** Returns the folders of the user running this program. */
    public static AppFolders current() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /**
     * Returns the folders of a user.
     *
     * @param environment the environment variables
     * @param system the operating system as Java names it in {@code os.name}
     * @param home the user's home folder as Java knows it; on Linux {@code HOME} comes first
     */
    public static AppFolders of(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
            return new AppFolders(
                    roaming.resolve("Concord"), local.resolve("Concord/data"), local.resolve("Concord/state"));
        }
        if (name.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Concord");
            return new AppFolders(support, support.resolve("data"), support.resolve("state"));
        }
        // The XDG specification uses $HOME; Java does not, its home folder is that of the system's list of users.
        Path below = folder(environment, "HOME").orElse(home);
        return new AppFolders(
                folder(environment, "XDG_CONFIG_HOME")
                        .orElse(below.resolve(".config"))
                        .resolve("concord"),
                folder(environment, "XDG_DATA_HOME")
                        .orElse(below.resolve(".local/share"))
                        .resolve("concord"),
                folder(environment, "XDG_STATE_HOME")
                        .orElse(below.resolve(".local/state"))
                        .resolve("concord"));
    }

    /**
     * Returns a folder the environment names, if it does. The XDG specification requires that a relative path is
     * ignored; other systems do not set one.
     */
    public static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
