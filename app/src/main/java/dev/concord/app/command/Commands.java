package dev.concord.app.command;

import dev.concord.app.gateway.resource.AliasReader;
import dev.concord.app.gateway.resource.AliasReading;
import dev.concord.app.gateway.resource.Aliases;
import dev.concord.app.task.ProgramEnd;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.dialect.FaultText;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.File;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs what was typed. Every failure is one sentence on the error stream and an exit code; never a stack trace. */
public final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());

    private final Terminal terminal;
    private final Texts texts;
    private final Window window;
    private final Function<DatabaseSettings, Policies> confirmed;
    private final KeptForServing kept;
    private final Consumer<Runnable> untilEnd;

    /**
     * The commands.
     *
     * @param confirmed what a person confirmed in the window for a database's tables
     */
    public Commands(Terminal terminal, Texts texts, Window window, Function<DatabaseSettings, Policies> confirmed) {
        this(terminal, texts, window, confirmed, KeptForServing.NOTHING, ProgramEnd::await);
    }

    /**
     * The commands of a program of their own.
     *
     * @param kept what is kept for a database that is served
     * @param untilEnd blocks until the program is asked to end, and runs the task then
     */
    public Commands(
            Terminal terminal,
            Texts texts,
            Window window,
            Function<DatabaseSettings, Policies> confirmed,
            KeptForServing kept,
            Consumer<Runnable> untilEnd) {
        this.terminal = terminal;
        this.texts = texts;
        this.window = window;
        this.confirmed = confirmed;
        this.kept = kept;
        this.untilEnd = untilEnd;
    }

    /** Runs one command line to its end. No arguments open the sample database. */
    public ExitCode run(String... arguments) {
        try {
            return parse(arguments);
        } catch (RuntimeException | Error fault) {
            LOG.log(Level.ERROR, "The command failed: {0}", FaultText.of(fault));
            return fail(
                    ExitCode.FAULT,
                    texts.get("command.fault", Sentence.of(String.valueOf(fault.getMessage())), Logs.file()));
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private ExitCode parse(String... arguments) {
        if (List.of(arguments).equals(List.of(Syntax.VERSION))) {
            // Scripts and packaging ask for the version; building the whole syntax would make them wait.
            return version();
        }
        if (arguments.length == 0) {
            // The usual start; there is nothing to parse, so the syntax is not built.
            return sample();
        }
        CommandLine syntax = Syntax.of(texts);
        ParseResult typed;
        try {
            typed = syntax.parseArgs(openingAFileAlone(syntax, arguments));
        } catch (UnmatchedArgumentException e) {
            return fail(
                    ExitCode.USAGE,
                    texts.get("command.usage.unknown", shown(e.getUnmatched().getFirst())));
        } catch (ParameterException e) {
            return fail(
                    ExitCode.USAGE, texts.get("command.usage", Sentence.withoutStop(String.valueOf(e.getMessage()))));
        }
        ParseResult command = typed.hasSubcommand() ? typed.subcommand() : typed;
        if (command.isUsageHelpRequested()) {
            command.commandSpec().commandLine().usage(terminal.out());
            return ExitCode.OK;
        }
        if (typed.isVersionHelpRequested()) {
            return version();
        }
        return switch (command.commandSpec().name()) {
            case Syntax.CHECK -> check(command);
            case Syntax.CHECKSUM -> checksum(command);
            case Syntax.SERVE -> serve(command);
            default -> open(command);
        };
    }

    private ExitCode version() {
        terminal.out().println(texts.get("command.version", texts.get("app.name"), Version.current()));
        return ExitCode.OK;
    }

    private ExitCode sample() {
        return guarded(
                new GuardingOptions(texts).ofEnvironment(terminal),
                guarding -> show(OpenRequest.SAMPLE.guardedBy(guarding), window));
    }

    /** Adds the command for a file alone, which is how a desktop such as Windows opens a file with a program. */
    private String[] openingAFileAlone(CommandLine syntax, String... arguments) {
        boolean fileAlone =
                arguments.length == 1 && !syntax.getSubcommands().containsKey(arguments[0]) && isFile(arguments[0]);
        return fileAlone ? new String[] {Syntax.OPEN, arguments[0]} : arguments;
    }

    private boolean isFile(String typed) {
        File file = new File(typed);
        return (file.isAbsolute() ? file : new File(terminal.directory().toFile(), typed)).isFile();
    }

    /** Returns what may be printed of an argument, which may be a password or an address with one. */
    private static String shown(String argument) {
        return argument.startsWith("-")
                ? argument.replaceFirst("=.*", "")
                : DatabaseSettings.of(argument).safeAddress();
    }

    private ExitCode check(ParseResult typed) {
        return guarded(
                typed,
                guarding -> connected(address(typed), typed, guarding, connected -> {
                    try (var database = connected.database()) {
                        Inspection inspection = Inspection.of(database, policies(connected, guarding));
                        boolean json = typed.hasMatchedOption(Syntax.JSON);
                        terminal.out()
                                .print(json ? new JsonReport().of(inspection) : new TextReport(texts).of(inspection));
                    }
                    return ExitCode.OK;
                }));
    }

    private ExitCode checksum(ParseResult typed) {
        String table = typed.matchedPositionalValue(1, "");
        List<String> key = typed.matchedPositionalValue(2, List.of());
        return guarded(
                typed,
                guarding -> connected(address(typed), typed, guarding, connected -> {
                    try (var database = connected.database()) {
                        return switch (new Checksum(database, policies(connected, guarding), texts).of(table, key)) {
                            case Checksum.Computed computed -> {
                                terminal.out().println(computed.digits());
                                yield ExitCode.OK;
                            }
                            case Checksum.Refused refused -> fail(refused.code(), refused.sentence());
                        };
                    }
                }));
    }

    private ExitCode serve(ParseResult typed) {
        return guarded(typed, guarding -> switch (new ServeOptions(texts).read(typed, terminal)) {
            case ServeOptions.Impossible(String sentence) -> fail(ExitCode.USAGE, sentence);
            case ServeOptions.Possible possible ->
                connected(address(typed), typed, guarding, connected -> serve(connected, guarding, possible));
        });
    }

    private ExitCode serve(CommandDatabase.Connected connected, RunPolicies guarding, ServeOptions.Possible said) {
        Database database = connected.database();
        RecordStore store = new RecordStore(database, new Catalog(database), policies(connected, guarding));
        Optional<String> unknown = TokenTables.unknown(said.options().access().tokens(), store, texts);
        if (unknown.isPresent()) {
            database.close();
            return fail(ExitCode.USAGE, unknown.get());
        }
        return switch (AliasReader.read(said.aliases(), store)) {
            case AliasReading.Read(Aliases aliases) ->
                new Serve(terminal, texts, untilEnd)
                        .run(
                                kept.of(connected.settings(), store).with(aliases),
                                database.label(),
                                said.options(),
                                database::close);
            case AliasReading.Refused refused -> {
                database.close();
                yield fail(ExitCode.USAGE, new AliasSentence(texts).of(refused));
            }
        };
    }

    private ExitCode open(ParseResult typed) {
        Optional<String> table = Optional.ofNullable(typed.matchedOptionValue(Syntax.TABLE, null));
        Optional<String> key = Optional.ofNullable(typed.matchedOptionValue(Syntax.KEY, null));
        if (key.isPresent() && table.isEmpty()) {
            return fail(ExitCode.USAGE, texts.get("command.usage.key-without-table"));
        }
        Optional<OpenRequest.Where> where = where(typed);
        if (where.isEmpty()) {
            String word = typed.matchedOptionValue(Syntax.WINDOW, "");
            return fail(ExitCode.USAGE, texts.get("command.usage.window", word));
        }
        return guarded(
                typed,
                guarding -> show(
                        new OpenRequest(Optional.empty(), table, key, guarding, where.get()),
                        request -> typed.hasMatchedPositional(0)
                                ? connected(address(typed), typed, guarding, connected -> open(connected, request))
                                : window.open(request)));
    }

    private ExitCode show(OpenRequest request, Window shown) {
        return terminal.hasDisplay() ? shown.open(request) : fail(ExitCode.NO_DISPLAY, texts.get("command.no-display"));
    }

    /**
     * Returns in which window to show the request; without any argument, in the one that is open. Empty when the word
     * is unknown.
     */
    private static Optional<OpenRequest.Where> where(ParseResult typed) {
        boolean nothing = typed.matchedArgs().isEmpty();
        return switch (typed.matchedOptionValue(Syntax.WINDOW, "")) {
            case "" -> Optional.of(nothing ? OpenRequest.Where.FRONT : OpenRequest.Where.NEW);
            case "new" -> Optional.of(OpenRequest.Where.NEW);
            case "same" -> Optional.of(OpenRequest.Where.SAME);
            default -> Optional.empty();
        };
    }

    private ExitCode open(CommandDatabase.Connected connected, OpenRequest request) {
        return window.open(request.on(new OpenRequest.Target(connected.settings(), connected.database())));
    }

    private ExitCode guarded(ParseResult typed, Function<RunPolicies, ExitCode> command) {
        return guarded(new GuardingOptions(texts).read(typed, terminal), command);
    }

    /**
     * Runs a command with what the options, the environment and the policies file say about checking, if that is valid.
     */
    private ExitCode guarded(GuardingOptions.Answer said, Function<RunPolicies, ExitCode> command) {
        return switch (said) {
            case GuardingOptions.NotUnderstood(String sentence) -> fail(ExitCode.USAGE, sentence);
            case GuardingOptions.Understood(RunPolicies guarding) -> command.apply(guarding);
        };
    }

    /**
     * Opens the database and runs a command. A table that does not exist is an error, because the setting of a misspelt
     * name would be ignored.
     */
    private ExitCode connected(
            String address,
            ParseResult typed,
            RunPolicies guarding,
            Function<CommandDatabase.Connected, ExitCode> command) {
        return switch (connector().open(settings(address, typed))) {
            case CommandDatabase.Connected connected -> {
                Optional<String> unknown = unknownTable(connected, guarding);
                if (unknown.isEmpty()) {
                    yield command.apply(connected);
                }
                connected.database().close();
                yield fail(ExitCode.USAGE, texts.get("command.usage.no-table", unknown.get()));
            }
            case CommandDatabase.Refused refused -> fail(ExitCode.CANNOT_OPEN, refused.sentence());
        };
    }

    private static Optional<String> unknownTable(CommandDatabase.Connected connected, RunPolicies guarding) {
        return guarding.namesTables()
                ? guarding
                        .namesOfNone(new Catalog(connected.database())
                                .tables().stream().map(TableSummary::id).toList())
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the policies the window would use on this computer. */
    private Policies policies(CommandDatabase.Connected connected, RunPolicies guarding) {
        return guarding.over(confirmed.apply(connected.settings()));
    }

    private static String address(ParseResult typed) {
        return typed.matchedPositionalValue(0, "");
    }

    private DatabaseSettings settings(String address, ParseResult typed) {
        String user = typed.matchedOptionValue(Syntax.USER, "");
        Secret password = new Secret(terminal.environment().getOrDefault("CONCORD_PASSWORD", ""));
        return new DatabaseSettings(address, user, password, false).typedIn(terminal.directory());
    }

    private CommandDatabase connector() {
        return new CommandDatabase(terminal, texts);
    }

    private ExitCode fail(ExitCode code, String sentence) {
        terminal.err().println(sentence);
        return code;
    }
}
