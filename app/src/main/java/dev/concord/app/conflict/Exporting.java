package dev.concord.app.conflict;

import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes values into files in the background, and says what became of that. FX thread only. */
final class Exporting {
    private final Work work;
    private final Texts texts;
    private final Findings findings;

    Exporting(Work work, Texts texts, Findings findings) {
        this.work = work;
        this.texts = texts;
        this.findings = findings;
    }

    void export(BothFiles files, Path folder) {
        work.write(texts.get("conflict.save-both"), () -> written(files, folder), findings::say);
    }

    /** A full disk is nothing the program can do anything about: it is told, and the merge goes on. */
    private String written(BothFiles files, Path folder) {
        try {
            List<Path> paths = files.into(folder);
            return texts.get(
                    "conflict.save-both.done",
                    paths.getFirst().getFileName(),
                    paths.getLast().getFileName(),
                    folder);
        } catch (IOException e) {
            return texts.get("conflict.save-both.failed", folder, String.valueOf(e.getMessage()));
        }
    }
}
