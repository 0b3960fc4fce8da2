package dev.concord.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The file the settings are kept in. A damaged file is renamed and does not keep the program from starting. Safe to
 * share between threads; never call it on the FX thread, but for {@link #plan}.
 */
public final class SettingsFile {
    private final Path file;
    private final Texts texts;
    /** Not in the file yet, oldest first. */
    private final List<UnaryOperator<Settings>> planned = Collections.synchronizedList(new ArrayList<>());

    /** Settings kept in a folder, which is made when first needed; see {@link AppFolders#config()}. */
    public SettingsFile(Path folder, Texts texts) {
        this.file = folder.resolve("settings.json");
        this.texts = texts;
    }

    /**
     * What was read.
     *
     * @param settings the settings, or the defaults
     * @param notice one sentence to tell the user; empty when there is nothing to tell
     */
    public record Loaded(Settings settings, String notice) {}

    /** Reads the settings. A file that is no settings file is renamed and the defaults are used. */
    public synchronized Loaded load() {
        try {
            return read();
        } catch (IOException e) {
            return new Loaded(Settings.DEFAULT, texts.get("settings.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /**
     * Plans a change for the next {@link #write}. Changes are made in the order in which they were planned, whichever
     * thread writes first.
     */
    public void plan(UnaryOperator<Settings> change) {
        planned.add(change);
    }

    /** Changes the settings at once; see {@link #write}. */
    public Settings update(UnaryOperator<Settings> change) throws IOException {
        plan(change);
        return write();
    }

    /**
     * Applies the planned changes to the settings as they are in the file now, so that changes of other programs are
     * kept.
     *
     * @return the settings as they are in the file then
     * @throws IOException when they cannot be read or written; the file is as it was, and the changes are still planned
     */
    public synchronized Settings write() throws IOException {
        List<UnaryOperator<Settings>> now = List.copyOf(planned);
        Settings before = read().settings();
        if (now.isEmpty()) {
            return before;
        }
        Settings changed = changed(before, now);
        replace(changed);
        now.forEach(made -> planned.removeFirst());
        return changed;
    }

    /** A change that fails is not tried again. */
    private Settings changed(Settings before, List<UnaryOperator<Settings>> changes) {
        Settings settings = before;
        for (UnaryOperator<Settings> change : changes) {
            try {
                settings = change.apply(settings);
            } catch (RuntimeException e) {
                planned.remove(change);
                throw e;
            }
        }
        return settings;
    }

    private void replace(Settings changed) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(folder, "settings", ".new");
        try {
            Files.writeString(written, SettingsJson.write(changed));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private Loaded read() throws IOException {
        try {
            return new Loaded(SettingsJson.read(Files.readString(file)), "");
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.DEFAULT, "");
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
            Path broken = file.resolveSibling(file.getFileName() + ".broken");
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            return new Loaded(Settings.DEFAULT, texts.get("settings.broken", broken));
        }
    }
}
