package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of results: printed, and written as CSV. */
final class Figures {
    private final List<String> lines = new ArrayList<>(List.of("name,ours,peer,ratio,goal,reached"));

    /** Adds a figure against a peer's; the goal is the largest ratio. */
    void against(String name, double ours, double peer, double goal) {
        double ratio = ours / peer;
        add(name, ours, peer, "<= " + goal, ratio <= goal ? "yes" : "no");
    }

    /** Adds two figures without a goal. */
    void compare(String name, double ours, double peer) {
        add(name, ours, peer, "", "");
    }

    /** Adds a figure with a goal of its own. */
    void alone(String name, double ours, double goal) {
        add(name, "%.0f".formatted(ours), "", "", "< %.0f".formatted(goal), ours < goal ? "yes" : "no");
    }

    private void add(String name, double ours, double peer, String goal, String reached) {
        add(name, "%.0f".formatted(ours), "%.0f".formatted(peer), "%.2f".formatted(ours / peer), goal, reached);
    }

    private void add(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
        lines.add(String.join(",", cells));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    static {
        Locale.setDefault(Locale.ROOT);
    }
}
