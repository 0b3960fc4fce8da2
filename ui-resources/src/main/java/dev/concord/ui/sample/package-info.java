/** The sample database, as SQL. */
package dev.concord.ui.sample;
