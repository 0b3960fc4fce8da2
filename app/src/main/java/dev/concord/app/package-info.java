/** Start and wiring: the architecture in a hundred lines. */
package dev.concord.app;
