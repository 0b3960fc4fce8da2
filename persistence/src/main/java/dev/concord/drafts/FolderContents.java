package dev.concord.drafts;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists folders. */
final class FolderContents {
    private FolderContents() {}

    /** Returns what a folder holds whose name matches a pattern, by name; nothing when there is no such folder. */
    static List<Path> of(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, pattern)) {
                all.forEach(found::add);
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
