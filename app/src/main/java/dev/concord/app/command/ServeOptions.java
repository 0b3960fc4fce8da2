package dev.concord.app.command;

import dev.concord.app.command.ServeSettings.Invalid;
import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.access.AccessPolicy;
import dev.concord.app.gateway.access.Exposure;
import dev.concord.app.gateway.access.Rights;
import dev.concord.app.gateway.access.TlsKey;
import dev.concord.app.gateway.access.Token;
import dev.concord.app.gateway.http.HttpLimits;
import dev.concord.app.gateway.read.PageLimits;
import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.dialect.FaultText;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code serve}, combined with the environment and the file into how the gateway serves. */
final class ServeOptions {
    private static final String PORT = "port";
    private static final String HOST = "host";
    private static final String READ_ONLY = "read-only";
    private static final String CERTIFICATE = "tls.certificate";
    private static final String KEY = "tls.key";
    private static final String HOSTS = "hosts";
    private static final String ORIGINS = "origins";
    private static final String BODY_BYTES = "body-bytes";
    private static final String BODY_SECONDS = "body-seconds";
    private static final String STALL_SECONDS = "stall-seconds";
    private static final String REQUESTS = "requests";
    private static final String PAGE_ROWS = "page-rows";
    private static final String PATIENCE = "patience-seconds";

    private static final Set<String> NAMES = Set.of(
            PORT,
            HOST,
            READ_ONLY,
            CERTIFICATE,
            KEY,
            HOSTS,
            ORIGINS,
            BODY_BYTES,
            BODY_SECONDS,
            STALL_SECONDS,
            REQUESTS,
            PAGE_ROWS,
            PATIENCE);
    /** The variable with the secret of a client that may do everything. */
    private static final String TOKEN = "CONCORD_TOKEN";

    /** Ends the line that says which tables a token is for. */
    static final String TABLES = ".tables";

    private static final String RIGHTS = ".rights";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_PORT = 65_535;
    private static final int MOST_BYTES = 1024 * 1024 * 1024;
    private static final int MOST_REQUESTS = 100_000;
    private static final int MOST_ROWS = 1_000_000;
    private static final int HOUR = 3600;

    private static final System.Logger LOG = System.getLogger(ServeOptions.class.getName());

    private final Texts texts;

    ServeOptions(Texts texts) {
        this.texts = texts;
    }

    /** The result of the options. */
    sealed interface Serving {}

    /** They are valid, except that the database has to have what the aliases name. */
    record Possible(GatewayOptions options, List<AliasLine> aliases) implements Serving {}

    /** The gateway may not serve so; the sentence says why. */
    record Impossible(String sentence) implements Serving {}

    CommandSpec addTo(CommandSpec command) {
        return command.addOption(option(PORT, "NUMBER", "command.about.serve.port"))
                .addOption(option(HOST, "NAME", "command.about.serve.host"))
                .addOption(option(CERTIFICATE, "FILE", "command.about.serve.certificate"))
                .addOption(option(KEY, "FILE", "command.about.serve.key"))
                .addOption(OptionSpec.builder(typed(READ_ONLY))
                        .type(boolean.class)
                        .description(texts.get("command.about.serve.read-only"))
                        .build());
    }

    private OptionSpec option(String setting, String label, String about) {
        return OptionSpec.builder(typed(setting))
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(texts.get(about))
                .build();
    }

    private static String typed(String setting) {
        return "--" + setting.replace('.', '-');
    }

    Serving read(ParseResult typed, Terminal terminal) {
        Map<String, String> options = new HashMap<>();
        for (String setting : List.of(PORT, HOST, CERTIFICATE, KEY)) {
            Optional.<String>ofNullable(typed.matchedOptionValue(typed(setting), null))
                    .ifPresent(value -> options.put(setting, value));
        }
        if (typed.hasMatchedOption(typed(READ_ONLY))) {
            options.put(READ_ONLY, "true");
        }
        Properties file = GuardingOptions.file(typed, terminal)
                .flatMap(PropertiesFile::read)
                .orElseGet(Properties::new);
        return read(new ServeSettings(options, terminal.environment(), file), terminal.directory());
    }

    /** @param directory the folder that names of files are relative to */
    Serving read(ServeSettings settings, Path directory) {
        try {
            settings.checkNames(NAMES);
            return checked(settings, tls(settings, directory));
        } catch (Invalid e) {
            return new Impossible(texts.get("command.serve.invalid", e.setting()));
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(Level.WARNING, "The certificate or its key cannot be used: {0}", FaultText.of(e));
            return new Impossible(texts.get("command.serve.tls"));
        }
    }

    private Serving checked(ServeSettings settings, Optional<SSLContext> tls) throws Invalid {
        String host = settings.text(HOST).orElse("localhost");
        InetSocketAddress address =
                new InetSocketAddress(host, settings.number(PORT, GatewayOptions.PORT, 0, MOST_PORT));
        if (address.isUnresolved()) {
            return new Impossible(texts.get("command.failed.unknown-host", host));
        }
        Set<String> hosts = new HashSet<>(settings.words(HOSTS).orElse(List.of()));
        if (!address.getAddress().isAnyLocalAddress()) {
            hosts.add(host);
        }
        AccessPolicy access = new AccessPolicy(
                tokens(settings),
                hosts,
                Set.copyOf(settings.words(ORIGINS).orElse(List.of())),
                settings.yes(READ_ONLY));
        Optional<Exposure> missing = Exposure.of(address, tls.isPresent(), access, hosts);
        if (missing.isPresent()) {
            return new Impossible(
                    switch (missing.get()) {
                        case NO_TOKEN -> texts.get("command.serve.no-token", host);
                        case NO_TLS -> texts.get("command.serve.no-tls", host);
                        case NO_HOST -> texts.get("command.serve.no-host", host);
                    });
        }
        return new Possible(
                new GatewayOptions(
                        address,
                        tls,
                        access,
                        limits(settings),
                        pages(settings),
                        seconds(settings, PATIENCE, GatewayOptions.PATIENCE)),
                settings.aliases());
    }

    private static HttpLimits limits(ServeSettings settings) throws Invalid {
        HttpLimits usual = HttpLimits.DEFAULT;
        return new HttpLimits(
                settings.number(BODY_BYTES, usual.bodyBytes(), 1, MOST_BYTES),
                settings.number(REQUESTS, usual.requests(), 1, MOST_REQUESTS),
                seconds(settings, BODY_SECONDS, usual.bodyTime()),
                seconds(settings, STALL_SECONDS, usual.stall()));
    }

    private static PageLimits pages(ServeSettings settings) throws Invalid {
        PageLimits usual = PageLimits.DEFAULT;
        int most = settings.number(PAGE_ROWS, usual.most(), 1, MOST_ROWS);
        return new PageLimits(Math.min(usual.usual(), most), most, most);
    }

    private static Duration seconds(ServeSettings settings, String name, Duration otherwise) throws Invalid {
        return Duration.ofSeconds(settings.number(name, Math.toIntExact(otherwise.toSeconds()), 1, HOUR));
    }

    private static Optional<SSLContext> tls(ServeSettings settings, Path directory)
            throws Invalid, IOException, GeneralSecurityException {
        Optional<Path> certificate = settings.text(CERTIFICATE).map(directory::resolve);
        Optional<Path> key = settings.text(KEY).map(directory::resolve);
        if (certificate.isPresent() != key.isPresent()) {
            throw new Invalid(ServeSettings.PREFIX + (key.isPresent() ? CERTIFICATE : KEY));
        }
        return certificate.isPresent()
                ? Optional.of(TlsKey.read(certificate.get(), key.orElseThrow()))
                : Optional.empty();
    }

    private static List<Token> tokens(ServeSettings settings) throws Invalid {
        List<Token> tokens = new ArrayList<>();
        for (String name : settings.tokens()) {
            tokens.add(token(name, settings));
        }
        String secret = settings.environment().getOrDefault(TOKEN, "").strip();
        if (!secret.isEmpty()) {
            tokens.add(Token.ofSecret(TOKEN, secret, Rights.ALL).orElseThrow(() -> new Invalid(TOKEN)));
        }
        return tokens;
    }

    private static Token token(String name, ServeSettings settings) throws Invalid {
        String setting = ServeSettings.TOKEN + name;
        String digest = settings.text(setting).orElse("");
        if (!SHA256.matcher(digest).matches()) {
            throw new Invalid(ServeSettings.PREFIX + setting);
        }
        boolean write =
                switch (settings.text(setting + RIGHTS).orElse("read")) {
                    case "read" -> false;
                    case "write" -> true;
                    default -> throw new Invalid(ServeSettings.PREFIX + setting + RIGHTS);
                };
        return new Token(
                name, digest, new Rights(write, settings.words(setting + TABLES).map(Set::copyOf)));
    }
}
