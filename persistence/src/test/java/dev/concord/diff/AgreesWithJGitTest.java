package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreesWithJGitTest {

    @ParameterizedTest(name = "{0} lines, {1} different, {2} edits a side")
    @CsvSource({"1000, 1000, 20", "200, 60, 6", "60, 20, 4", "30, 5, 3", "12, 3, 2", "300, 3, 3"})
    void whereBothAreCleanTheResultIsTheSame(int lines, int different, int edits) {
        Random random = new Random(4711L + lines);
        int clean = 0;
        for (int i = 0; i < 200; i++) {
            List<String> text = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                text.add(line(random, different));
            }
            String base = String.join("", text);
            String theirs = edited(text, random, different, edits);
            String mine = edited(text, random, different, edits);
            Optional<String> expected = JGitMerge.merged(base, theirs, mine);
            Optional<String> merged = TextMerge.of(base, theirs, mine).merged();
            if (expected.isPresent() && merged.isPresent()) {
                clean++;
                assertThat(merged.get())
                        .as("base\n%s\ntheirs\n%s\nmine\n%s", base, theirs, mine)
                        .isEqualTo(expected.get());
            }
        }
        assertThat(clean).isGreaterThan(100);
    }

    private static String edited(List<String> text, Random random, int different, int edits) {
        List<String> edited = new ArrayList<>(text);
        for (int i = random.nextInt(edits + 1); i > 0; i--) {
            int at = random.nextInt(edited.size());
            switch (random.nextInt(4)) {
                case 0 -> edited.set(at, line(random, different));
                case 1 -> edited.add(at, line(random, different));
                case 2 -> edited.remove(at);
                default -> edited.add(random.nextInt(edited.size()), edited.remove(at));
            }
            if (edited.isEmpty()) {
                edited.add(line(random, different));
            }
        }
        return String.join("", edited);
    }

    private static String line(Random random, int different) {
        return "line " + random.nextInt(different) + (different > 10 ? "x" : "") + "\n";
    }
}
