package dev.concord.version;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of checking that one source gives, as text that is not parsed yet.
 *
 * @param source where they were given
 * @param mode for every table
 * @param attribute the name of the attribute that carries a token
 * @param tables a mode for one table, by its name with or without its schema
 */
public record LockingInput(Source source, Optional<Word> mode, Optional<Word> attribute, Map<String, Word> tables) {

    /** The environment variable with the mode for every table. */
    public static final String MODE_VARIABLE = "OPT_LOCKING";

    /** The environment variable with the name of the attribute that carries a token. */
    public static final String ATTRIBUTE_VARIABLE = "OPT_LOCKING_ATTR";

    /** Where a setting can be given, the source that is followed first before the others. */
    public enum Source {
        COMMAND_LINE,
        ENVIRONMENT,
        FILE,
        DEFAULT
    }

    /**
     * One setting as it was given.
     *
     * @param written all of it, for a message: {@code OPT_LOCKING=sometimes}
     * @param value the part to be parsed: {@code sometimes}
     */
    public record Word(String written, String value) {}

    public LockingInput {
        tables = Map.copyOf(tables);
    }

    /** Returns a source without settings. */
    public static LockingInput silent(Source source) {
        return new LockingInput(source, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Returns the settings of the environment; an empty variable is no setting. */
    public static LockingInput ofEnvironment(Map<String, String> environment) {
        return new LockingInput(
                Source.ENVIRONMENT,
                variable(MODE_VARIABLE, environment),
                variable(ATTRIBUTE_VARIABLE, environment),
                Map.of());
    }

    private static Optional<Word> variable(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(value -> new Word(name + "=" + value, value));
    }
}
