/** The command line. */
package dev.concord.app.command;
