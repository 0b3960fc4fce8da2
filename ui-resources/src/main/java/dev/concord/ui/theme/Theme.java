package dev.concord.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/** The looks of the window. A theme is AtlantaFX's stylesheet plus one file of colour tokens; nothing else differs. */
public enum Theme {
    LIGHT("light.css"),
    DARK("dark.css"),
    HIGH_CONTRAST("high-contrast.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /** Returns the stylesheet every control starts from, for {@code Application.setUserAgentStylesheet}. */
    public String userAgentStylesheet() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }

    /** Returns the stylesheets to put on every scene, in order: Concord's roles, then this theme's values of them. */
    public List<String> stylesheets() {
        return List.of(url("concord.css"), url(tokens));
    }

    private static String url(String file) {
        URL resource = Theme.class.getResource(file);
        return Objects.requireNonNull(resource, file).toExternalForm();
    }
}
