package dev.concord.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Moves insertions and removals to the last of the positions that give the same text, as JGit and Git do. When a line
 * is repeated, the second one counts as added, on both sides of a merge.
 */
final class EditSliding {
    private EditSliding() {}

    /** Returns the edits, given and returned in order, each moved down as far as the next one allows. */
    static List<Edit> down(List<Edit> edits, int[] old, int[] now) {
        List<Edit> slid = new ArrayList<>(edits.size());
        int limit = old.length;
        for (Edit edit : edits.reversed()) {
            Edit last = edit.moved(room(edit, limit - edit.end(), old, now));
            slid.add(last);
            limit = last.start();
        }
        Collections.reverse(slid);
        return slid;
    }

    /**
     * Returns how far an edit can be moved.
     *
     * @param most how many tokens stand between it and the next edit, or the end; they are the same on both sides
     */
    private static int room(Edit edit, int most, int[] old, int[] now) {
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
