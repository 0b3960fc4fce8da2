package dev.concord.app.handover;

import dev.concord.app.settings.AppFolders;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Where a program that shows a window is found by one started later: a Unix domain socket, which Linux, macOS and
 * Windows 10 have. Who may connect is decided by the folder alone: on POSIX systems it belongs to this user and nobody
 * else may enter it, or the place is not used, neither to listen nor to ask; on Windows it is in the user's own profile.
 * Immutable; whatever looks at files is not for the FX thread.
 *
 * @param folder where the socket is; need not exist
 * @param name tells programs apart that must not answer for each other
 */
public record MeetingPlace(Path folder, String name) {
    /** Bytes in a socket's path: macOS has room for 104 with the zero at the end, Linux and Windows for 108. */
    private static final int LONGEST_PATH = 100;

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /**
     * Returns where a user's programs on one display meet, as long as they keep their files in the same folders. Empty
     * where the path is too long for a socket: then nothing is handed over.
     *
     * @param environment the environment variables
     * @param system the operating system as Java names it in {@code os.name}
     * @param folders the user's folders; used where the environment names no {@code XDG_RUNTIME_DIR}
     */
    public static Optional<MeetingPlace> of(Map<String, String> environment, String system, AppFolders folders) {
        Path folder = AppFolders.folder(environment, "XDG_RUNTIME_DIR")
                .map(runtime -> runtime.resolve("concord"))
                .orElse(folders.state().resolve("handover"));
        List<String> same = new ArrayList<>();
        if (system.startsWith("Linux")) {
            same.add(environment.getOrDefault("DISPLAY", ""));
            same.add(environment.getOrDefault("WAYLAND_DISPLAY", ""));
        }
        same.addAll(List.of(
                folders.config().toString(),
                folders.data().toString(),
                folders.state().toString()));
        CRC32C sum = new CRC32C();
        sum.update(String.join("\n", same).getBytes(StandardCharsets.UTF_8));
        MeetingPlace place = new MeetingPlace(folder, "window-" + Long.toHexString(sum.getValue()));
        int length = place.socket().toString().getBytes(StandardCharsets.UTF_8).length;
        return length > LONGEST_PATH ? Optional.empty() : Optional.of(place);
    }

    /** The socket's file; there as long as a program listens, and left over by one that crashed. */
    public Path socket() {
        return folder.resolve(name + ".sock");
    }

    /** Held by the program that listens for as long as it lives; the system lets go of it when a program crashes. */
    Path lock() {
        return folder.resolve(name + ".lock");
    }

    UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(socket());
    }

    void makeFolder() throws IOException {
        Files.createDirectories(folder, permissions());
    }

    private FileAttribute<?>[] permissions() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
                : new FileAttribute<?>[] {};
    }

    /** Whether the folder is there and nobody but this user may enter it; a link to such a folder is not. */
    boolean isOurs() {
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (view == null) {
                return Files.isDirectory(folder);
            }
            PosixFileAttributes found = view.readAttributes();
            // The system's word on who runs this program, which no variable of the environment can change.
            var user = folder.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
            return found.isDirectory() && found.owner().equals(user) && OWNERS.containsAll(found.permissions());
        } catch (IOException unknown) {
            return false;
        }
    }
}
