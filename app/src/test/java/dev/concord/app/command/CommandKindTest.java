package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandKindTest {
    @Test
    void aWindowIsAskedForByNothingByOpenAndByAFileAlone() {
        assertThat(CommandKind.askForWindow()).isTrue();
        assertThat(CommandKind.askForWindow("open")).isTrue();
        assertThat(CommandKind.askForWindow("open", "shop.sqlite", "--table", "check"))
                .isTrue();
        assertThat(CommandKind.askForWindow("shop.sqlite")).isTrue();
    }

    @Test
    void everythingElseIsDoneInTheTerminal() {
        assertThat(CommandKind.askForWindow("check", "shop.sqlite")).isFalse();
        assertThat(CommandKind.askForWindow("checksum", "shop.sqlite", "customer", "1"))
                .isFalse();
        assertThat(CommandKind.askForWindow("--version")).isFalse();
        assertThat(CommandKind.askForWindow("-V")).isFalse();
        assertThat(CommandKind.askForWindow("open", "--help")).isFalse();
    }
}
