/** Who may ask what: tokens and their rights, hosts and origins, TLS. */
@NullMarked
package dev.concord.app.gateway.access;

import org.jspecify.annotations.NullMarked;
