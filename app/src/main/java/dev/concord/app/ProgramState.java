package dev.concord.app;

import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.gateway.atomic.AnswerFolder;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.task.Work;
import dev.concord.database.ConnectionGuard;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.Sealing;
import dev.concord.journal.MergeJournal;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the windows of the program share, so that no window overwrites what another changed.
 *
 * @param texts in the language of the computer: what concerns no window, as the command line
 * @param settings as every window knows them; changes on the FX thread only
 * @param theme the look of every window now: what was chosen, or that of the computer; changes on the FX thread only
 * @param file where the settings are kept
 * @param guard checks each thread that asks an open database for a connection
 */
record ProgramState(
        Texts texts,
        ObjectProperty<Settings> settings,
        ObjectProperty<Theme> theme,
        SettingsFile file,
        SampleDatabase sample,
        MergeJournal journal,
        DraftArchive drafts,
        AnswerFolder answers,
        ConnectionGuard guard) {

    static ProgramState in(AppFolders folders, Texts texts) {
        return in(folders, texts, ConnectionGuard.NONE);
    }

    static ProgramState in(AppFolders folders, Texts texts, ConnectionGuard guard) {
        return new ProgramState(
                texts,
                new SimpleObjectProperty<>(Settings.DEFAULT),
                new SimpleObjectProperty<>(Theme.LIGHT),
                new SettingsFile(folders.config(), texts),
                new SampleDatabase(folders.data(), texts, guard),
                new MergeJournal(folders.merges()),
                new DraftArchive(folders.drafts(), Sealing.PLAIN),
                new AnswerFolder(folders.answers()),
                guard);
    }

    /** The texts of windows made from now on. FX thread only. */
    Texts windowTexts() {
        return texts.in(settings.get().language());
    }

    /**
     * Changes the settings: at once for every window, in the background for the file, and in the same order.
     *
     * @param work of the window that changes them
     */
    void remember(Work work, UnaryOperator<Settings> change) {
        file.plan(change);
        settings.set(change.apply(settings.get()));
        work.write(texts.get("app.job.settings"), file::write, saved -> {});
    }
}
