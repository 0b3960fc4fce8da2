/** The only code that knows threads. */
package dev.concord.app.task;
