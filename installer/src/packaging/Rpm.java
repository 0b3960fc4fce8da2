package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The package for Fedora, openSUSE and systems based on them: {@code rpmbuild} over the same tree; see concord.spec. */
record Rpm(Build build, LinuxTree tree) {
    void make() throws IOException, InterruptedException {
        if (!Tools.has("rpmbuild")) {
            Tools.skip("the .rpm", "rpmbuild is not installed");
            return;
        }
        // The two families differ only in the folder for zsh completions of packages.
        Path debian = tree.root().resolve("usr/share/zsh/vendor-completions");
        Path fedora = tree.root().resolve("usr/share/zsh/site-functions");
        Files.move(debian, fedora);
        Path work = build.target().resolve("rpm");
        Tools.run(List.of(
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define", "_topdir " + work,
                "--define", "_rpmdir " + build.packages(),
                "--define", "_rpmfilename concord-%{version}-%{release}.%{_target_cpu}.rpm",
                "--define", "concord_version " + build.version().replace("-", "~"),
                "--define", "concord_tree " + tree.root(),
                "--define", "concord_summary " + build.description().replaceFirst("\\.$", ""),
                build.installer().resolve("linux/concord.spec").toString()));
        Files.move(fedora, debian);
        Tools.delete(work);
    }
}
