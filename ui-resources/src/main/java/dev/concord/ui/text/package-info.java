/** Every word on the screen, from one bundle. */
package dev.concord.ui.text;
