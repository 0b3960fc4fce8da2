package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines that were replaced by others; one of them may be empty. Lines keep their line ends.
 *
 * @param beforeLine how many lines stand above it in the text before
 * @param before the lines replaced
 * @param afterLine how many lines stand above it in the text after
 * @param after the lines that replaced them
 */
public record Hunk(int beforeLine, List<String> before, int afterLine, List<String> after) {
    public Hunk {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Joins neighbouring hunks that have exactly the given lines or words between them.
     *
     * @param whole all of the text before
     */
    static List<Hunk> joined(List<String> whole, List<Hunk> hunks, List<String> separator) {
        List<Hunk> joined = new ArrayList<>();
        for (Hunk hunk : hunks) {
            Optional<Hunk> last = joined.isEmpty() ? Optional.empty() : Optional.of(joined.removeLast());
            Optional<Hunk> both = last.filter(first ->
                            whole.subList(first.beforeEnd(), hunk.beforeLine).equals(separator))
                    .map(first -> first.join(separator, hunk));
            if (both.isEmpty()) {
                last.ifPresent(joined::add);
            }
            joined.add(both.orElse(hunk));
        }
        return joined;
    }

    int beforeEnd() {
        return beforeLine + before.size();
    }

    private Hunk join(List<String> between, Hunk next) {
        return new Hunk(
                beforeLine, concat(before, between, next.before), afterLine, concat(after, between, next.after));
    }

    private static List<String> concat(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }
}
