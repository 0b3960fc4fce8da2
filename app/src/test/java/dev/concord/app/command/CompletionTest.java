package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.text.Texts;
import dev.concord.version.LockingMode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the shells offer when Tab is pressed is what the program understands. */
class CompletionTest {
    private static final Path SHELLS = Path.of("..", "installer", "linux");
    /** Bash calls the function with the words typed so far; what it offers is printed. */
    private static final String ASK =
            ". \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _concord; " + "printf '%s\\n' \"${COMPREPLY[@]}\"";

    private final CommandLine syntax = Syntax.of(Texts.of(Locale.ENGLISH));

    @Test
    @EnabledOnOs(OS.LINUX)
    void bashOffersTheCommandsFirst() throws IOException {
        assertThat(offered("concord", ""))
                .containsExactlyInAnyOrderElementsOf(syntax.getSubcommands().keySet());
        assertThat(offered("concord", "-")).containsExactlyInAnyOrderElementsOf(options(syntax));
    }

    @ParameterizedTest
    @MethodSource("dev.concord.app.command.ManPageTest#commands")
    @EnabledOnOs(OS.LINUX)
    void bashOffersTheOptionsOfACommand(CommandLine command) throws IOException {
        assertThat(offered("concord", command.getCommandName(), "-"))
                .containsExactlyInAnyOrderElementsOf(options(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--locking ", "--locking =", "--locking-table customer ="})
    @EnabledOnOs(OS.LINUX)
    void bashOffersTheModes(String typed) throws IOException {
        List<String> words = new ArrayList<>(List.of("concord", "open"));
        words.addAll(List.of(typed.split(" ", -1)));

        assertThat(offered(words.toArray(String[]::new)))
                .containsExactlyElementsOf(Stream.of(LockingMode.values())
                        .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"_concord, --([a-z-]+)", "concord.fish, complete .* -l ([a-z-]+)"})
    void theOtherShellsKnowTheSameOptions(String file, String option) throws IOException {
        Set<String> known = new TreeSet<>();
        Pattern.compile(option)
                .matcher(Files.readString(SHELLS.resolve(file)))
                .results()
                .forEach(found -> known.add("--" + found.group(1)));
        Set<String> understood = new TreeSet<>(options(syntax));
        syntax.getSubcommands().values().forEach(command -> understood.addAll(options(command)));
        understood.removeIf(name -> !name.startsWith("--"));

        assertThat(known).isEqualTo(understood);
    }

    private static List<String> offered(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", ASK));
        command.add(SHELLS.resolve("concord.bash-completion").toString());
        command.addAll(List.of(words));
        Process bash =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
    }
}
