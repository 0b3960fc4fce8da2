package dev.concord.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/concord/ui/theme");
    private static final Set<String> VALUES = Set.of("light.css", "dark.css", "high-contrast.css");
    private static final Pattern COLOUR_NUMBER = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");
    private static final Pattern ROLE = Pattern.compile("(-concord-[a-z-]+)\\s*:\\s*(#[0-9a-f]{6})");

    @Test
    void colourNumbersStandOnlyInTheThemesValues() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> !VALUES.contains(f.getFileName().toString()))
                    .toList()) {
                assertThat(COLOUR_NUMBER
                                .matcher(Files.readString(file))
                                .results()
                                .map(m -> m.group()))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark.css", "high-contrast.css"})
    void everyThemeGivesEveryRoleAValue(String file) throws IOException {
        assertThat(roles(file).keySet()).isEqualTo(roles("light.css").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css", "high-contrast.css"})
    void textOfARoleIsReadableOnItsOwnBackground(String file) throws IOException {
        Map<String, String> roles = roles(file);
        for (String role : roles.keySet()) {
            if (role.endsWith("-bg")) {
                String name = role.substring(0, role.length() - "-bg".length());
                String text = roles.getOrDefault(name + "-fg", roles.getOrDefault(name, ""));
                assertThat(contrast(text, roles.get(role)))
                        .as(file + " " + name)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static Map<String, String> roles(String file) throws IOException {
        return ROLE.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> b, TreeMap::new));
    }

    /** Contrast ratio as WCAG 2.2 defines it. */
    private static double contrast(String first, String second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear((rgb >> 16) & 255) + 0.7152 * linear((rgb >> 8) & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
