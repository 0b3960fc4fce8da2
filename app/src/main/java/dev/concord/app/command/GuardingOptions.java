package dev.concord.app.command;

import dev.concord.ui.text.Texts;
import dev.concord.version.InvalidSetting;
import dev.concord.version.LockingInput;
import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingInput.Word;
import dev.concord.version.LockingSettings;
import dev.concord.version.PolicyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how tables are checked, combined with the environment and the policies file. */
final class GuardingOptions {
    private static final String MODE = "--locking";
    private static final String ATTRIBUTE = "--locking-attribute";
    /** The same two as API Logic Server names them. */
    private static final String OTHER_MODE = "--opt-locking";

    private static final String OTHER_ATTRIBUTE = "--opt-locking-attr";
    private static final String TABLE_MODE = "--locking-table";
    private static final String POLICIES = "--policies";
    private static final String CONFIG = "--config";

    private final Texts texts;

    GuardingOptions(Texts texts) {
        this.texts = texts;
    }

    /** The result of the options. */
    sealed interface Answer {}

    /** They are valid. */
    record Understood(RunPolicies guarding) implements Answer {}

    /** One is not valid; the sentence says which. */
    record NotUnderstood(String sentence) implements Answer {}

    CommandSpec addTo(CommandSpec command) {
        return command.addOption(option("MODE", "command.about.locking", MODE, OTHER_MODE))
                .addOption(OptionSpec.builder(TABLE_MODE)
                        .paramLabel("TABLE=MODE")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(texts.get("command.about.locking-table"))
                        .build())
                .addOption(option("NAME", "command.about.locking-attribute", ATTRIBUTE, OTHER_ATTRIBUTE))
                .addOption(option("FILE", "command.about.policies", POLICIES, CONFIG));
    }

    private OptionSpec option(String label, String about, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(texts.get(about))
                .build();
    }

    /** Returns the result without options. */
    Answer ofEnvironment(Terminal terminal) {
        return resolved(PolicyFile.NONE, LockingInput.silent(Source.COMMAND_LINE), terminal.environment());
    }

    Answer read(ParseResult typed, Terminal terminal) {
        Map<String, String> environment = terminal.environment();
        Map<String, Word> tables = new TreeMap<>();
        for (String pair : typed.<List<String>>matchedOptionValue(TABLE_MODE, List.of())) {
            int sign = pair.lastIndexOf('=');
            if (sign < 1) {
                return new NotUnderstood(texts.get("command.usage.locking-table", pair));
            }
            tables.put(pair.substring(0, sign), word(TABLE_MODE, pair, pair.substring(sign + 1)));
        }
        LockingInput words = new LockingInput(Source.COMMAND_LINE, word(MODE, typed), word(ATTRIBUTE, typed), tables);
        Optional<Path> file = file(typed, terminal);
        if (file.isEmpty()) {
            return resolved(PolicyFile.NONE, words, environment);
        }
        String named = typed.matchedOptionValue(POLICIES, "");
        Optional<Properties> lines = PropertiesFile.read(file.get());
        if (lines.isEmpty()) {
            return new NotUnderstood(texts.get("command.usage.policies", named));
        }
        lines.get().keySet().removeIf(key -> key.toString().startsWith(ServeSettings.PREFIX));
        return switch (PolicyFile.read(lines.get())) {
            case PolicyFile.Read(PolicyFile policies) -> resolved(policies, words, environment);
            case InvalidSetting(String sentence) -> new NotUnderstood(usage(named + ": " + sentence));
        };
    }

    /** Returns the file that was named, which has the settings of {@code serve} in it, too. */
    static Optional<Path> file(ParseResult typed, Terminal terminal) {
        return Optional.<String>ofNullable(typed.matchedOptionValue(POLICIES, null))
                .map(terminal.directory()::resolve);
    }

    private Answer resolved(PolicyFile file, LockingInput typed, Map<String, String> environment) {
        return switch (LockingSettings.resolve(typed, LockingInput.ofEnvironment(environment), file.words())) {
            case LockingSettings.Resolved(LockingSettings settings) ->
                new Understood(new RunPolicies(settings, file.rules()));
            case InvalidSetting(String sentence) -> new NotUnderstood(usage(sentence));
        };
    }

    private String usage(String sentence) {
        return texts.get("command.usage", Sentence.withoutStop(sentence));
    }

    private static Optional<Word> word(String option, ParseResult typed) {
        return Optional.<String>ofNullable(typed.matchedOptionValue(option, null))
                .map(value -> word(option, value, value));
    }

    private static Word word(String option, String written, String value) {
        return new Word(option + " " + written, value);
    }
}
