package dev.concord.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code texts.get("key", …)} in a source.
 *
 * @param key the message asked for
 * @param arguments how many arguments it is given
 */
record MessageUse(String key, int arguments) {
    private static final Pattern CALL = Pattern.compile("texts\\.get\\(\\s*\"([a-z0-9.-]+)\"\\s*([,)])");

    /** Finds the uses with the whole key in the call; others cannot be counted by reading. */
    static List<MessageUse> in(String source) {
        List<MessageUse> uses = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            uses.add(new MessageUse(call.group(1), call.group(2).equals(")") ? 0 : count(source, call.end())));
        }
        return uses;
    }

    private static int count(String source, int from) {
        int arguments = 1;
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < source.length(); at++) {
            boolean quote = source.charAt(at) == '"' && source.charAt(at - 1) != '\\';
            quoted = quoted != quote;
            char c = quoted || quote ? ' ' : source.charAt(at);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == '}' || (c == ')' && depth > 0)) {
                depth--;
            } else if (c == ')') {
                return arguments;
            } else if (c == ',' && depth == 0) {
                arguments++;
            }
        }
        throw new IllegalArgumentException("The call never ends");
    }
}
