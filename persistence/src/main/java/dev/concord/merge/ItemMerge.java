package dev.concord.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The merge of the items of three sides, as a set or as a list. */
interface ItemMerge {
    List<Part> parts();

    boolean both();

    /** Returns the items an answer gives a part; empty when the answer is not possible or not readable. */
    Optional<List<String>> answered(int part, PartAnswer answer);

    /** Returns the merged items; empty while an answer is missing, not possible or not readable. */
    default Optional<List<String>> items(Map<Integer, PartAnswer> answers) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < parts().size(); i++) {
            int part = i;
            Optional<List<String>> there =
                    parts().get(part).answer(answers.get(part)).flatMap(answer -> answered(part, answer));
            if (there.isEmpty()) {
                return Optional.empty();
            }
            items.addAll(there.get());
        }
        return Optional.of(items);
    }
}
