package packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Writes the sheets that a window loads in JavaFX's binary form, beside them; the sheets they import are in it. Two builds write the
 * same bytes. Run with JavaFX on the class path.
 */
final class BinarySheets {
    private static final List<String> LOADED = List.of("concord", "light", "dark", "high-contrast");

    /** JavaFX writes several pseudo-classes of one selector in an order that is another one in each JVM. */
    private static final Pattern TWO_STATES = Pattern.compile(":[a-z-]+:[a-z-]+");

    private BinarySheets() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Stream<Path> sheets = Files.list(folder)) {
            sheets.filter(sheet -> sheet.toString().endsWith(".css")).forEach(BinarySheets::check);
        }
        for (String name : LOADED) {
            Stylesheet.convertToBinary(
                    folder.resolve(name + ".css").toFile(), folder.resolve(name + ".bss").toFile());
        }
    }

    private static void check(Path sheet) {
        try {
            Matcher two = TWO_STATES.matcher(Files.readString(sheet));
            if (two.find()) {
                throw new IllegalStateException(sheet.getFileName() + " has " + two.group()
                        + ": of two pseudo-classes in one selector, make one a style class, or two builds differ.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
