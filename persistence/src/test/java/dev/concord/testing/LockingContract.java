package dev.concord.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * On every test class with a case of {@code docs/locking-cases.md}: together they are the contract of guarded writes,
 * run alone by {@code mvn -pl persistence/tests -am test -Dgroups=locking-contract}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("locking-contract")
@net.jqwik.api.Tag("locking-contract")
public @interface LockingContract {}
