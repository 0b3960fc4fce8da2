package dev.concord.app.conflict;

import dev.concord.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks the person for a folder. */
@FunctionalInterface
interface FolderQuestion {

    /** Returns the folder; empty when the person cancelled. */
    Optional<Path> ask(Window owner);

    /** Asks with the system's own dialog. */
    static FolderQuestion ofTheSystem(Texts texts) {
        return owner -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("conflict.save-both"));
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        };
    }
}
