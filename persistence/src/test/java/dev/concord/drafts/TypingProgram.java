package dev.concord.drafts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another program with a window on the database of {@link Drafts}. Each line it is given is a number and a length: it
 * keeps a draft of that many letters, and answers {@code kept} or {@code not kept}. With the number 0 it begins to look what
 * others have left, never comes to an end with that, and answers {@code looking}.
 */
final class TypingProgram {
    private static final List<OwnerLock> LOOKED_AT = new ArrayList<>();

    private TypingProgram() {}

    /**
     * Types.
     *
     * @param arguments the folder of the drafts
     */
    public static void main(String[] arguments) throws IOException {
        DraftSession session = new DraftArchive(Path.of(arguments[0]), Sealing.PLAIN)
                .of(Drafts.DATABASE)
                .begin();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("0")) {
                    for (Path drafts : FolderContents.of(
                            Path.of(arguments[0]).resolve(Drafts.DATABASE.identity()), "*" + DraftFolder.SUFFIX)) {
                        LOOKED_AT.addAll(OwnerLock.look(drafts).stream().toList());
                    }
                    System.out.println("looking");
                    continue;
                }
                session.put(Drafts.of(Integer.parseInt(words[0]), "x".repeat(Integer.parseInt(words[1]))));
                System.out.println(flush(session));
            }
        }
    }

    private static String flush(DraftSession session) {
        try {
            session.flush();
            return "kept";
        } catch (IOException e) {
            return "not kept";
        }
    }
}
