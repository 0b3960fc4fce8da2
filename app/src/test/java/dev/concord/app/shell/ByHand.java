package dev.concord.app.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A journey made twice: by keyboard alone, and by mouse alone. */
@ParameterizedTest(name = "{0}")
@EnumSource(Hands.Way.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ByHand {}
