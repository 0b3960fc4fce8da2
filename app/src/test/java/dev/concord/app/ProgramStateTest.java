package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.WindowPlace;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings changed in a window, and written in the background when it comes to that. */
class ProgramStateTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Work work = Work.of(background::add, Runnable::run, fault -> {
        throw new IllegalStateException(fault);
    });

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private ProgramState shared;

    @BeforeEach
    void open(@TempDir Path folder) {
        shared = ProgramState.in(new AppFolders(folder, folder, folder), Texts.of(Locale.UK));
    }

    @Test
    void theLastChangeHoldsWhicheverThreadWritesFirst() {
        shared.remember(work, settings -> settings.withTheme(ThemeChoice.DARK));
        shared.remember(work, settings -> settings.withTheme(ThemeChoice.HIGH_CONTRAST));
        background.removeLast().run();
        background.remove().run();
        assertThat(theme()).isEqualTo(ThemeChoice.HIGH_CONTRAST);
    }

    @Test
    void whatWasChangedBeforeTheWindowClosesIsWrittenWithItsPlace() throws IOException {
        shared.remember(work, settings -> settings.withTheme(ThemeChoice.DARK));
        shared.file().update(settings -> settings.withWindow(WindowPlace.DEFAULT));
        assertThat(theme()).isEqualTo(ThemeChoice.DARK);
    }

    private ThemeChoice theme() {
        return shared.file().load().settings().theme();
    }
}
