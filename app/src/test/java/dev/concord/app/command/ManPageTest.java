package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.text.Texts;
import dev.concord.version.LockingInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The man page names every command, option and exit code there is, and none that is not. */
class ManPageTest {
    private static final Path PAGE = Path.of("..", "installer", "linux", "concord.1");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\.SS concord (\\w+)$");
    private static final Pattern OPTIONS = Pattern.compile("(?m)^\\.TP\\n\\.[BRI]+ (-.*)$");
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--?\\w[\\w-]*");
    private static final Pattern CODE = Pattern.compile("(?m)^\\.TP\\n\\.B (\\d+)\\n(.*)$");

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final CommandLine syntax = Syntax.of(texts);

    static Collection<CommandLine> commands() {
        return Syntax.of(Texts.of(Locale.ENGLISH)).getSubcommands().values();
    }

    @Test
    void everyCommandHasAPart() throws IOException {
        assertThat(COMMAND.matcher(page()).results().map(part -> part.group(1)))
                .containsExactlyElementsOf(syntax.getSubcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandTakesTheOptionsOfItsPartAndThoseOfEveryCommand(CommandLine command) throws IOException {
        Set<String> documented = options(part("concord " + command.getCommandName()));
        documented.addAll(options(part("Of every command")));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(optionsOf(command));
    }

    @Test
    void concordAloneTakesTheOptionsOfItsPart() throws IOException {
        Set<String> documented = options(part("Of concord alone"));
        documented.addAll(List.of("-h", "--help"));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(optionsOf(syntax));
    }

    @Test
    void theExitCodesAreTheProgramsOwn() throws IOException {
        assertThat(CODE.matcher(page()).results().map(code -> code.group(1) + " " + code.group(2)))
                .containsExactlyElementsOf(Stream.of(ExitCode.values())
                        .map(code -> code.code() + " " + texts.get("command.exit." + code.code()))
                        .toList());
    }

    @Test
    void theEnvironmentIsNamedAsItIsRead() throws IOException {
        assertThat(page())
                .contains(
                        "\n.B " + LockingInput.MODE_VARIABLE + "\n", "\n.B " + LockingInput.ATTRIBUTE_VARIABLE + "\n");
    }

    /** What stands between the heading and the next one. */
    private static String part(String heading) throws IOException {
        return Pattern.compile("(?ms)^\\.SS " + heading + "$(.*?)(?=^\\.S[SH])")
                .matcher(page())
                .results()
                .map(part -> part.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no part " + heading));
    }

    private static Set<String> options(String part) {
        Set<String> options = new TreeSet<>();
        OPTIONS.matcher(part)
                .results()
                .flatMap(line -> OPTION.matcher(line.group(1)).results())
                .map(MatchResult::group)
                .forEach(options::add);
        return options;
    }

    private static List<String> optionsOf(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
    }

    /** The page without the marks of its typesetting. */
    private static String page() throws IOException {
        return Files.readString(PAGE).replace("\r\n", "\n").replace("\\-", "-").replace("\\~", " ");
    }
}
