package dev.concord.ui.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The sample database as H2 scripts: a small wholesaler with customers, orders, products, articles and settings; one
 * table for each kind of guard, and one without a key.
 */
public final class SampleScripts {
    private static final List<String> FILES = List.of(
            "schema.sql",
            "data-people.sql",
            "data-products.sql",
            "data-orders.sql",
            "data-articles.sql",
            "data-settings.sql");

    private SampleScripts() {}

    /** Returns the scripts' texts in the order they must run. Reads resources: not for the FX thread. */
    public static List<String> inOrder() {
        return FILES.stream().map(SampleScripts::read).toList();
    }

    private static String read(String file) {
        try (InputStream in = SampleScripts.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
