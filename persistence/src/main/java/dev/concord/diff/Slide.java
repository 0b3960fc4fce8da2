package dev.concord.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Of the places where the same insertion or removal may stand, takes the last, as JGit and Git do: who repeats a line
 * has added the second, on either side of a merge.
 */
final class Slide {
    private Slide() {}

    /** Returns the edits, given in order, each as far down as the next one lets it. */
    static List<Edit> down(List<Edit> edits, int[] old, int[] now) {
        List<Edit> slid = new ArrayList<>(edits.size());
        int limit = old.length;
        int newLimit = now.length;
        for (Edit edit : edits.reversed()) {
            Edit last = edit.moved(room(edit, old, limit, now, newLimit));
            slid.add(last);
            limit = last.start();
            newLimit = last.newStart();
        }
        Collections.reverse(slid);
        return slid;
    }

    private static int room(Edit edit, int[] old, int limit, int[] now, int newLimit) {
        int most = Math.min(limit - edit.end(), newLimit - edit.newEnd());
        int room = 0;
        if (edit.isInsertion()) {
            while (room < most && now[edit.newStart() + room] == now[edit.newEnd() + room]) {
                room++;
            }
        } else if (edit.isDeletion()) {
            while (room < most && old[edit.start() + room] == old[edit.end() + room]) {
                room++;
            }
        }
        return room;
    }
}
