/** Measures the gateway over real connections against the store called in process, and servers against each other. */
@org.jspecify.annotations.NullMarked
package dev.concord.bench.http;
