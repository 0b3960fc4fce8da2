package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Parses an address that is a plain path. The file's first bytes determine its kind, not its name. */
final class FileAddress {
    private FileAddress() {}

    static Address.Reading read(String text) {
        return TypedPath.of(text)
                .map(FileAddress::recognised)
                .orElseGet(() -> Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, text));
    }

    private static Address.Reading recognised(Path path) {
        Path h2 = path.resolveSibling(path.getFileName() + H2Address.SUFFIX);
        Path file = !Files.exists(path) && Files.exists(h2) ? h2 : path;
        return FileKind.look(file, kind -> switch (kind) {
            case SQLITE -> SqliteAddress.file(file);
            case H2_OLD -> H2Format.refused(file);
            case H2, H2_ENCRYPTED -> H2Address.file(file, Map.of(), H2Address.Login.NONE);
        });
    }
}
