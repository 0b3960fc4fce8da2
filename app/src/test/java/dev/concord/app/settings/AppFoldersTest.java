package dev.concord.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxHasItsHiddenFolders() {
        assertThat(AppFolders.of(Map.of(), "Linux", HOME))
                .isEqualTo(new AppFolders(
                        HOME.resolve(".config/concord"),
                        HOME.resolve(".local/share/concord"),
                        HOME.resolve(".local/state/concord")));
    }

    @Test
    void theXdgVariablesCount() {
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_STATE_HOME", "/s");
        assertThat(AppFolders.of(environment, "Linux", HOME))
                .isEqualTo(new AppFolders(Path.of("/c/concord"), Path.of("/d/concord"), Path.of("/s/concord")));
    }

    @Test
    void onLinuxTheHomeOfTheEnvironmentComesFirst() {
        assertThat(AppFolders.of(Map.of("HOME", "/elsewhere"), "Linux", HOME))
                .isEqualTo(AppFolders.of(Map.of(), "Linux", Path.of("/elsewhere")));
    }

    @Test
    void aRelativeOrEmptyXdgFolderIsIgnored() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", "here", "XDG_DATA_HOME", "");
        assertThat(AppFolders.of(environment, "Linux", HOME)).isEqualTo(AppFolders.of(Map.of(), "Linux", HOME));
    }

    @Test
    void windowsHasItsVariables() {
        Map<String, String> environment = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        AppFolders folders = AppFolders.of(environment, "Windows 11", HOME);
        assertThat(folders.config()).isEqualTo(Path.of("/roaming/Concord"));
        assertThat(folders.data()).isEqualTo(Path.of("/local/Concord/data"));
    }

    @Test
    void aMacHasItsLibrary() {
        assertThat(AppFolders.of(Map.of(), "Mac OS X", HOME).config())
                .isEqualTo(HOME.resolve("Library/Application Support/Concord"));
    }

    @Test
    void mergesAreKeptWithTheUsersData() {
        assertThat(AppFolders.of(Map.of(), "Linux", HOME).merges())
                .isEqualTo(HOME.resolve(".local/share/concord/merges"));
    }
}
