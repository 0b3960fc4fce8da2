package dev.concord.app.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.settings.AppFolders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingPlaceTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();
    private static final AppFolders FOLDERS = folders("ana");

    @Test
    void itIsInTheFolderOfTheSessionAndElseWithTheStateOfTheProgram() {
        String run = ROOT.resolve("run").toString();
        assertThat(place(Map.of("XDG_RUNTIME_DIR", run)).folder()).isEqualTo(ROOT.resolve("run/concord"));
        assertThat(place(Map.of("XDG_RUNTIME_DIR", "run")).folder()).isEqualTo(ROOT.resolve("ana/state/handover"));
        assertThat(place(Map.of()).folder()).isEqualTo(ROOT.resolve("ana/state/handover"));
    }

    @Test
    void aProgramOnAnotherDisplayIsAnother() {
        MeetingPlace here = place(Map.of("DISPLAY", ":0"));
        assertThat(place(Map.of("DISPLAY", ":0"))).isEqualTo(here);
        assertThat(place(Map.of("DISPLAY", ":1"))).isNotEqualTo(here);
        assertThat(place(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")))
                .isNotEqualTo(here);
        assertThat(place(Map.of("WAYLAND_DISPLAY", ":0"))).isNotEqualTo(here);
    }

    @Test
    void whereThereIsOneDisplayItsNameDoesNotMatter() {
        assertThat(MeetingPlace.of(Map.of("DISPLAY", ":0"), "Mac OS X", FOLDERS))
                .isEqualTo(MeetingPlace.of(Map.of(), "Mac OS X", FOLDERS));
    }

    @Test
    void aProgramWithOtherFoldersIsAnother() {
        Map<String, String> session =
                Map.of("XDG_RUNTIME_DIR", ROOT.resolve("run").toString());
        assertThat(MeetingPlace.of(session, "Linux", folders("ben"))).isNotEqualTo(Optional.of(place(session)));
    }

    @Test
    void whereThePathIsTooLongForASocketNothingIsHandedOver() {
        String longest = ROOT.resolve("r".repeat(70)).toString();
        assertThat(MeetingPlace.of(Map.of("XDG_RUNTIME_DIR", longest + "é".repeat(10)), "Linux", FOLDERS))
                .isEmpty();
    }

    private static MeetingPlace place(Map<String, String> environment) {
        return MeetingPlace.of(environment, "Linux", FOLDERS).orElseThrow();
    }

    private static AppFolders folders(String user) {
        Path home = ROOT.resolve(user);
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("state"));
    }
}
