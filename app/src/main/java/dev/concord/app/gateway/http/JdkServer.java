package dev.concord.app.gateway.http;

import java.util.Map;

/**
 * Settings of the JDK's server that it reads once, from system properties, before the first server is made. What the
 * command line of Java says about them holds.
 */
final class JdkServer {
    private static final Map<String, String> SETTINGS = Map.of(
            // Otherwise each answer on a kept connection takes 40 ms (JDK-8294610).
            "sun.net.httpserver.nodelay", "true",
            // Connections beyond these are closed at once.
            "jdk.httpserver.maxConnections", "1024",
            "sun.net.httpserver.maxIdleConnections", "1024",
            // Seconds for a request's headers and body together.
            "sun.net.httpserver.maxReqTime", "60",
            // A request's line, and its headers with 32 bytes for each.
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "sun.net.httpserver.maxReqHeaders", "100");

    private JdkServer() {}

    static void configure() {
        Map<Object, Object> properties = System.getProperties();
        SETTINGS.forEach(properties::putIfAbsent);
    }
}
