package dev.concord.app.conflict;

import dev.concord.app.control.BinaryType;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes both sides of a binary value to files, so that other programs can show them.
 *
 * @param field a field with bytes on both sides
 */
record SideFiles(FieldMerge field) {

    /** The files of a field to decide that holds bytes on both sides; empty for any other field. */
    static Optional<SideFiles> of(FieldMerge field) {
        return field.change() == Change.DECISION
                        && field.theirs() instanceof Value.Binary
                        && field.mine() instanceof Value.Binary
                ? Optional.of(new SideFiles(field))
                : Optional.empty();
    }

    /** Writes both files, under names no file has yet: a number is added where necessary. Called in the background. */
    List<Path> into(Path folder) throws IOException {
        return List.of(write(folder, "database", field.theirs()), write(folder, "yours", field.mine()));
    }

    private Path write(Path folder, String side, Value value) throws IOException {
        Bytes bytes = ((Value.Binary) value).bytes();
        String ending = BinaryType.of(bytes).map(BinaryType::ending).orElse(".bin");
        String name = field.name().replaceAll("[^\\p{L}\\p{N}_-]", "_") + "-" + side;
        Path file = folder.resolve(name + ending);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ending);
        }
        try (InputStream content = bytes.stream()) {
            Files.copy(content, file);
        }
        return file;
    }
}
