package dev.concord.database;

import java.util.regex.Pattern;

/** Removes passwords from text that is displayed, logged or stored. */
final class Passwords {
    private static final Pattern SETTING =
            Pattern.compile("(?i)([a-z_]*(?:password|passwd|pwd|passphrase)[a-z_]*\\s*=)[^;&\\s]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:?;\\s]*:)[^/@\\s]*(@)");
    private static final int SHORTEST_TO_SEARCH = 4;

    private Passwords() {}

    /** Replaces every {@code password=…} and {@code //user:…@} of an address by stars. */
    static String mask(String address) {
        String masked = SETTING.matcher(address).replaceAll("$1***");
        return USER_INFO.matcher(masked).replaceAll("$1***$2");
    }

    /** Masks the passwords in a driver's message, and the given password wherever it appears. */
    static String mask(String message, Secret password) {
        String secret = password.reveal();
        String masked = mask(message);
        return secret.length() < SHORTEST_TO_SEARCH ? masked : masked.replace(secret, "***");
    }
}
