import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/**
 * Parses every stylesheet of a folder once, at build time: {@code concord.css} gets a {@code concord.bss} beside it, which
 * JavaFX prefers. What a stylesheet imports is in its {@code .bss}, too.
 */
final class ParseStylesheets {
    private ParseStylesheets() {}

    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> sheets = Files.newDirectoryStream(Path.of(arguments[0]), "*.css")) {
            for (Path sheet : sheets) {
                Path parsed = Path.of(sheet.toString().replaceFirst("css$", "bss"));
                Stylesheet.convertToBinary(sheet.toFile(), parsed.toFile());
            }
        }
    }
}
