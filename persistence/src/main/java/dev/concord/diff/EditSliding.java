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
