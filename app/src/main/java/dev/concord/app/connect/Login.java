package dev.concord.app.connect;

import dev.concord.database.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address separated from its user and password, so that a pasted password is moved to the password field, which
 * hides it, and is never stored in the list of recent databases.
 *
 * @param address the address without them
 * @param user empty when the address names none
 * @param password {@link Secret#NONE} when the address has none
 */
record Login(String address, String user, Secret password) {
    private static final Pattern USER_INFO = Pattern.compile("^(?<scheme>(?i:jdbc:)?[A-Za-z][A-Za-z0-9]*://)"
            + "(?<user>[^:@/?#\\s]*)(?::(?<password>[^@/?#\\s]*))?@(?<rest>.*)$");

    /** Replaces a password that was not stored. */
    private static final String STARS = "***";

    /** Whether the address contained a user or a password. */
    boolean found() {
        return !user.isEmpty() || !password.equals(Secret.NONE);
    }

    static Login in(String written) {
        String address = written.strip();
        Login settings = address.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:")
                ? settings(address, ";", ";")
                : settings(address, "?", "&");
        Matcher info = USER_INFO.matcher(settings.address);
        if (!info.matches()) {
            return settings;
        }
        String before = info.group("password") == null ? "" : info.group("password");
        return new Login(
                info.group("scheme") + info.group("rest"),
                settings.user.isEmpty() ? decoded(info.group("user")) : settings.user,
                settings.password.equals(Secret.NONE) ? secret(decoded(before)) : settings.password);
    }

    private static Login settings(String address, String start, String between) {
        int at = address.indexOf(start);
        if (at < 0) {
            return new Login(address, "", Secret.NONE);
        }
        boolean encoded = start.equals("?");
        String user = "";
        Secret password = Secret.NONE;
        List<String> kept = new ArrayList<>();
        for (String setting : address.substring(at + 1).split(Pattern.quote(between), -1)) {
            int equals = setting.indexOf('=');
            String name = (equals < 0 ? setting : setting.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            switch (name) {
                case "user" -> user = encoded ? decoded(value) : value;
                case "password" -> password = secret(encoded ? decoded(value) : value);
                default -> kept.add(setting);
            }
        }
        String rest = String.join(between, kept);
        return new Login(address.substring(0, at) + (rest.isEmpty() ? "" : start + rest), user, password);
    }

    private static Secret secret(String password) {
        return password.isEmpty() || password.equals(STARS) ? Secret.NONE : new Secret(password);
    }

    /** Decodes percent escapes; text with an incomplete one is returned as it is. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
