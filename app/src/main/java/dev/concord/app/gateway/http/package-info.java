/** The JDK's HTTP server behind one small adapter: requests and answers as values, with limits. */
@NullMarked
package dev.concord.app.gateway.http;

import org.jspecify.annotations.NullMarked;
