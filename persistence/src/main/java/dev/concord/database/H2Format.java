package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formats of H2's files that the H2 in Concord does not read, and the version of H2 that does. The format is a number in the
 * file's first line (org.h2.mvstore.MVStore); files of the older storage begin with another word.
 */
final class H2Format {
    /** The last version that reads format 1, and the storage before it. */
    private static final String FIRST = "1.4.200";

    /** The last version that reads format 2. */
    private static final String SECOND = "2.1.214";

    private static final Pattern FORMAT = Pattern.compile("^H:2,[^\\n]*\\bformat:(?<number>\\d+)");
    private static final int HEADER = 512;

    private H2Format() {}

    /** Returns the refusal of a file of the older storage. */
    static Address.Refused refused(Path file) {
        return new Address.Refused(new OpenOutcome.Failed(Reason.OLD_FORMAT, file.toString(), FIRST));
    }

    /** Returns the version of H2 that reads a file of an older format; empty when the file is of no such format. */
    static Optional<String> versionFor(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Matcher format = FORMAT.matcher(new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1));
            if (!format.find()) {
                return Optional.empty();
            }
            return switch (format.group("number")) {
                case "1" -> Optional.of(FIRST);
                case "2" -> Optional.of(SECOND);
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
