package dev.concord.app.conflict;

import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes values to files in the background, and reports the result. FX thread only. */
final class FileExport {
    private final Work work;
    private final Texts texts;
    private final Findings findings;

    FileExport(Work work, Texts texts, Findings findings) {
        this.work = work;
        this.texts = texts;
        this.findings = findings;
    }

    void export(SideFiles files, Path folder) {
        work.write(texts.get("conflict.save-both"), () -> written(files, folder), findings::say);
    }

    /** Writes the files. An error, such as a full disk, is reported in a sentence, and the merge continues. */
    private String written(SideFiles files, Path folder) {
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
