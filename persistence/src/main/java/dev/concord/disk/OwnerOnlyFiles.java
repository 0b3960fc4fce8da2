package dev.concord.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Files that only their owner may read, from the moment they exist: by permissions where the file system has those of
 * POSIX, by an access list on Windows.
 */
public final class OwnerOnlyFiles {
    private static final System.Logger LOG = System.getLogger(OwnerOnlyFiles.class.getName());

    private OwnerOnlyFiles() {}

    /** Returns the folder a file is in. */
    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file is in a folder");
    }

    /** Creates a folder and those it is in, unless they exist. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder, permissions(folder, "rwx------", AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
    }

    /** Opens a file, which is created if need be. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE);
        return FileChannel.open(file, all, permissions(file, "rw-------"));
    }

    /**
     * Puts the names in a folder on the disk: a new or renamed file may be lost in a power cut otherwise. Does nothing where
     * the system does it by itself and lets no program ask for it, as Windows.
     */
    public static void forceFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notHere) {
            LOG.log(System.Logger.Level.DEBUG, "The names in a folder cannot be forced on this system");
        }
    }

    private static FileAttribute<?>[] permissions(Path file, String posix, AclEntryFlag... flags) throws IOException {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
            };
        }
        try {
            return views.contains("acl") ? new FileAttribute<?>[] {ownersOnly(file, flags)} : new FileAttribute<?>[] {};
        } catch (UserPrincipalNotFoundException noSuchUser) {
            // An account of a directory that does not answer: the folder of the user's data has a list of its own.
            return new FileAttribute<?>[] {};
        }
    }

    private static FileAttribute<List<AclEntry>> ownersOnly(Path file, AclEntryFlag... flags) throws IOException {
        UserPrincipal owner = file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        List<AclEntry> entries = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build());
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }
}
