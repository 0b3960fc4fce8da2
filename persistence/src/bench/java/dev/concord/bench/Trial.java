package dev.concord.bench;

import java.util.Map;

/**
 * One way of doing some work, to be timed.
 *
 * @param benchmark the class whose method {@code method} is annotated for JMH
 * @param method the method's name
 * @param parameters its {@code @Param} fields' values
 */
public record Trial(Class<?> benchmark, String method, Map<String, String> parameters) {
    public Trial {
        parameters = Map.copyOf(parameters);
    }
}
