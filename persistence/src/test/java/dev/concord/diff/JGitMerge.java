package dev.concord.diff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** JGit's merge of three texts. */
public final class JGitMerge {
    private JGitMerge() {}

    /** The merged text; empty when there are conflicts. */
    public static Optional<String> merged(String base, String theirs, String mine) {
        MergeResult<RawText> result = of(raw(base), raw(theirs), raw(mine));
        if (result.containsConflicts()) {
            return Optional.empty();
        }
        var merged = new ByteArrayOutputStream();
        try {
            new MergeFormatter().formatMerge(merged, result, List.of("base", "theirs", "mine"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(merged.toString(StandardCharsets.UTF_8));
    }

    /** The merge alone, of texts cut into lines already. */
    public static MergeResult<RawText> of(RawText base, RawText theirs, RawText mine) {
        return new MergeAlgorithm().merge(RawTextComparator.DEFAULT, base, theirs, mine);
    }

    /** A text cut into lines. */
    public static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }
}
