package dev.concord.app.command;

import dev.concord.dialect.FaultText;
import java.io.IOException;
import java.io.Reader;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Reads a file of settings as a person writes it. */
final class PropertiesFile {
    private static final System.Logger LOG = System.getLogger(PropertiesFile.class.getName());

    private PropertiesFile() {}

    /** Returns the settings; empty when there is no such file, it may not be read, or it is not text. */
    static Optional<Properties> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(properties);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "A file of settings cannot be read: {0}", FaultText.of(e));
            return Optional.empty();
        }
    }
}
