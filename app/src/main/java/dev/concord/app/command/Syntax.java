package dev.concord.app.command;

import dev.concord.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The syntax of the command line for picocli, with descriptions from the bundle. */
final class Syntax {
    static final String OPEN = "open";
    static final String CHECK = "check";
    static final String CHECKSUM = "checksum";
    static final String SERVE = "serve";
    /** The commands that run in the terminal, without a window. */
    static final List<String> IN_TERMINAL = List.of(CHECK, CHECKSUM, SERVE);

    static final String VERSION = "--version";
    static final String USER = "--user";
    static final String TABLE = "--table";
    static final String KEY = "--key";
    static final String WINDOW = "--window";
    static final String JSON = "--json";

    private Syntax() {}

    static CommandLine of(Texts texts) {
        CommandSpec root = command("concord", "command.about", texts)
                .addOption(OptionSpec.builder("-V", VERSION)
                        .versionHelp(true)
                        .description(texts.get("command.about.version"))
                        .build())
                .addSubcommand(OPEN, open(texts))
                .addSubcommand(CHECK, check(texts))
                .addSubcommand(CHECKSUM, checksum(texts))
                .addSubcommand(SERVE, serve(texts));
        root.usageMessage().exitCodeListHeading("%n" + texts.get("command.about.exit-codes") + "%n");
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.code()), texts.get("command.exit." + code.code()));
        }
        root.usageMessage().exitCodeList(codes);
        // A key may begin with @; it is not the name of a file with arguments.
        return new CommandLine(root).setExpandAtFiles(false);
    }

    private static CommandSpec open(Texts texts) {
        return new GuardingOptions(texts)
                .addTo(command(OPEN, "command.about.open", texts)
                        .addPositional(address(texts, "0..1"))
                        .addOption(option(USER, "NAME", "command.about.user", texts))
                        .addOption(option(TABLE, "TABLE", "command.about.table", texts))
                        .addOption(option(KEY, "KEY", "command.about.key", texts))
                        .addOption(option(WINDOW, "new|same", "command.about.window", texts)));
    }

    private static CommandSpec check(Texts texts) {
        return new GuardingOptions(texts)
                .addTo(command(CHECK, "command.about.check", texts)
                        .addPositional(address(texts, "1"))
                        .addOption(option(USER, "NAME", "command.about.user", texts))
                        .addOption(OptionSpec.builder(JSON)
                                .type(boolean.class)
                                .description(texts.get("command.about.json"))
                                .build()));
    }

    private static CommandSpec checksum(Texts texts) {
        return new GuardingOptions(texts)
                .addTo(command(CHECKSUM, "command.about.checksum", texts)
                        .addPositional(address(texts, "1"))
                        .addPositional(PositionalParamSpec.builder()
                                .paramLabel("TABLE")
                                .index("1")
                                .arity("1")
                                .required(true)
                                .type(String.class)
                                .description(texts.get("command.about.checksum.table"))
                                .build())
                        .addPositional(PositionalParamSpec.builder()
                                .paramLabel("KEY")
                                .index("2..*")
                                .arity("1..*")
                                .required(true)
                                .type(List.class)
                                .auxiliaryTypes(String.class)
                                .description(texts.get("command.about.checksum.key"))
                                .build())
                        .addOption(option(USER, "NAME", "command.about.user", texts)));
    }

    private static CommandSpec serve(Texts texts) {
        CommandSpec command = command(SERVE, "command.about.serve", texts)
                .addPositional(address(texts, "1"))
                .addOption(option(USER, "NAME", "command.about.user", texts));
        return new GuardingOptions(texts).addTo(new ServeOptions(texts).addTo(command));
    }

    private static CommandSpec command(String name, String about, Texts texts) {
        CommandSpec command = CommandSpec.create()
                .name(name)
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(texts.get("command.about.help"))
                        .build());
        command.usageMessage().description(texts.get(about));
        return command;
    }

    private static PositionalParamSpec address(Texts texts, String arity) {
        return PositionalParamSpec.builder()
                .paramLabel("URL|FILE")
                .index("0")
                .arity(arity)
                .required(arity.equals("1"))
                .type(String.class)
                .description(texts.get("command.about.address"))
                .build();
    }

    private static OptionSpec option(String name, String label, String about, Texts texts) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(texts.get(about))
                .build();
    }
}
