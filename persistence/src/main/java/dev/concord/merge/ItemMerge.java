package dev.concord.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items of three sides, merged in one way or another. */
interface ItemMerge {
    List<Part> parts();

    boolean both();

    /** The items of one part as answered; empty when that is not possible or not readable. */
    Optional<List<String>> answered(int part, Answer answer);

    /** The items put together; empty while an answer is missing, not possible or not readable. */
    default Optional<List<String>> items(Map<Integer, Answer> answers) {
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
