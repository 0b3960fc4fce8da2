/** Light, dark and high contrast: values of one set of colour tokens. */
package dev.concord.ui.theme;
