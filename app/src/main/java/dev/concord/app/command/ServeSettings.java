package dev.concord.app.command;

import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.app.gateway.resource.AliasLine.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings of {@code serve} as they were written: an option comes before the environment's variable, that before the file's
 * line. The variable of {@code serve.body-bytes} is {@code CONCORD_SERVE_BODY_BYTES}.
 *
 * @param options by their settings' names, without {@link #PREFIX}
 * @param environment the environment's variables
 * @param file the lines of the file; others than those of {@code serve} are not looked at
 */
record ServeSettings(Map<String, String> options, Map<String, String> environment, Properties file) {
    /** Begins every line of {@code serve} in the file. */
    static final String PREFIX = "serve.";

    /** Begins the lines about tokens. */
    static final String TOKEN = "token.";

    /** Begins the lines with other names of tables. */
    static final String TYPE = "type.";

    /** Begins the lines with other names of columns. */
    static final String ATTRIBUTE = "attribute.";

    /** What the file says about a token besides its digest. */
    private static final Set<String> TOKEN_LINES = Set.of("rights", "tables");

    private static final String VARIABLE = "CONCORD_";

    /** A setting that is not valid. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        private final String setting;

        Invalid(String setting) {
            super(setting, null, false, false);
            this.setting = setting;
        }

        /** Returns its name. */
        String setting() {
            return setting;
        }
    }

    /** Checks that the file has no line of {@code serve} that means nothing. */
    void checkNames(Set<String> known) throws Invalid {
        for (String key : new TreeSet<>(file.stringPropertyNames())) {
            String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : "";
            boolean free = Stream.of(TYPE, ATTRIBUTE).anyMatch(name::startsWith)
                    || (name.startsWith(TOKEN) && ofToken(name.substring(TOKEN.length())));
            if (!name.isEmpty() && !known.contains(name) && !free) {
                throw new Invalid(key);
            }
        }
    }

    /** Whether a line is about a token that the file has: one that is misspelt would leave the token with other rights than meant. */
    private boolean ofToken(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                || (TOKEN_LINES.contains(name.substring(dot + 1))
                        && file.containsKey(PREFIX + TOKEN + name.substring(0, dot)));
    }

    /** Returns a setting's name as whoever wrote it knows it: the option, the variable, or the line of the file. */
    private String written(String name) {
        if (options.containsKey(name)) {
            return "--" + name.replace('.', '-');
        }
        return environment.containsKey(variable(name)) ? variable(name) : PREFIX + name;
    }

    private static String variable(String name) {
        return VARIABLE
                + (PREFIX + name).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns a setting; empty when nothing or nothing visible was written. */
    Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name))
                .or(() -> Optional.ofNullable(environment.get(variable(name))))
                .or(() -> Optional.ofNullable(file.getProperty(PREFIX + name)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Returns the words of a setting, which have commas between them. */
    Optional<List<String>> words(String name) {
        return text(name).map(text -> Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    int number(String name, int otherwise, int least, int most) throws Invalid {
        Optional<String> written = text(name);
        if (written.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(written.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new Invalid(written(name));
        }
        throw new Invalid(written(name));
    }

    boolean yes(String name) throws Invalid {
        return switch (text(name).orElse("false").toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new Invalid(written(name));
        };
    }

    /** Returns the lines with other names of tables and columns, in order. */
    List<AliasLine> aliases() {
        List<AliasLine> lines = new ArrayList<>();
        for (String key : new TreeSet<>(file.stringPropertyNames())) {
            String name = file.getProperty(key, "").strip();
            if (key.startsWith(PREFIX + TYPE)) {
                lines.add(new AliasLine(key, Kind.TYPE, key.substring((PREFIX + TYPE).length()), name));
            } else if (key.startsWith(PREFIX + ATTRIBUTE)) {
                lines.add(new AliasLine(key, Kind.ATTRIBUTE, key.substring((PREFIX + ATTRIBUTE).length()), name));
            }
        }
        return lines;
    }

    /** Returns the names of the tokens that the file describes, in order. */
    List<String> tokens() {
        String prefix = PREFIX + TOKEN;
        return new TreeSet<>(file.stringPropertyNames())
                .stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(prefix.length()))
                        .filter(name -> name.indexOf('.') < 0)
                        .toList();
    }
}
