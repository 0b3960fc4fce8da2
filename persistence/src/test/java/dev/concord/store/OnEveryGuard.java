package dev.concord.store;

import dev.concord.testing.Engine;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test that takes a {@link Shop} with items, once for each guard on each engine. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(OnEveryGuard.Shops.class)
public @interface OnEveryGuard {

    Guard.ByColumn COUNTER = new Guard.ByColumn("version", VersionKind.INTEGER);
    Guard.ByColumn TIME = new Guard.ByColumn("updated_at", VersionKind.TIMESTAMP);
    Guard.ByColumn UUID = new Guard.ByColumn("row_version", VersionKind.UUID);
    Guard DIGEST = new Guard.ByDigest();
    Guard BOTH = new Guard.ByBoth(COUNTER);

    /** Makes the shops; JUnit closes each after its test. */
    final class Shops implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return Stream.of(Engine.values()).flatMap(engine -> Stream.of(COUNTER, TIME, UUID, DIGEST, BOTH)
                    .map(guard -> Arguments.of(Shop.withItems(engine, guard))));
        }
    }
}
