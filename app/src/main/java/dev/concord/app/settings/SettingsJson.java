package dev.concord.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.store.BatchPolicy;
import dev.concord.ui.text.Language;
import dev.concord.ui.theme.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes the settings as JSON. The names are written here one by one, so that the file stays readable when names
 * in the program change. What is absent is the default; a value that is not valid is an {@link IllegalArgumentException}, but for how
 * tables are looked at, where it is left out.
 */
final class SettingsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsJson() {}

    /** Returns the settings as text a person can read. */
    static String write(Settings settings) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node(settings));
    }

    private static ObjectNode node(Settings settings) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("theme", settings.theme().name());
        root.put("language", settings.language().name());
        ObjectNode window = root.putObject("window");
        window.put("width", settings.window().width());
        window.put("height", settings.window().height());
        window.put("maximized", settings.window().maximized());
        ArrayNode panes = window.putArray("panes");
        settings.window().panes().forEach(panes::add);
        ArrayNode recents = root.putArray("recent");
        for (Recent recent : settings.recents()) {
            recents.addObject()
                    .put("address", recent.address())
                    .put("user", recent.user())
                    .put("readOnly", recent.readOnly());
        }
        root.set("policies", PoliciesJson.write(settings.policies()));
        root.set("merging", MergingJson.write(settings.merging()));
        settings.saving().ifPresent(policy -> root.put("saving", policy.name()));
        root.set("layouts", LayoutsJson.write(settings.layouts()));
        return root;
    }

    static Settings read(String text) throws JsonProcessingException {
        JsonNode root = JSON.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("Not a JSON object");
        }
        return new Settings(
                ThemeChoice.valueOf(
                        root.path("theme").asText(Settings.DEFAULT.theme().name())),
                Language.valueOf(
                        root.path("language").asText(Settings.DEFAULT.language().name())),
                window(root.path("window")),
                JsonFields.each(root.path("recent")).map(SettingsJson::recent).toList(),
                PoliciesJson.read(root.path("policies")),
                MergingJson.read(root.path("merging")),
                Optional.ofNullable(root.get("saving")).map(kept -> BatchPolicy.valueOf(kept.asText())),
                LayoutsJson.read(root.path("layouts")));
    }

    private static WindowPlace window(JsonNode window) {
        List<Double> panes = new ArrayList<>();
        JsonFields.each(window.path("panes")).forEach(pixels -> panes.add(pixels.asDouble()));
        return new WindowPlace(
                window.path("width").asDouble(WindowPlace.DEFAULT.width()),
                window.path("height").asDouble(WindowPlace.DEFAULT.height()),
                window.path("maximized").asBoolean(),
                panes);
    }

    private static Recent recent(JsonNode recent) {
        return new Recent(
                JsonFields.text(recent, "address"),
                recent.path("user").asText(""),
                recent.path("readOnly").asBoolean(true));
    }
}
