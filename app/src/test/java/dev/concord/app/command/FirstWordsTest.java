package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstWordsTest {
    @Test
    void aWindowIsAskedForByNothingByOpenAndByAFileAlone() {
        assertThat(FirstWords.askForWindow()).isTrue();
        assertThat(FirstWords.askForWindow("open")).isTrue();
        assertThat(FirstWords.askForWindow("open", "shop.sqlite", "--table", "check"))
                .isTrue();
        assertThat(FirstWords.askForWindow("shop.sqlite")).isTrue();
    }

    @Test
    void everythingElseIsDoneInTheTerminal() {
        assertThat(FirstWords.askForWindow("check", "shop.sqlite")).isFalse();
        assertThat(FirstWords.askForWindow("checksum", "shop.sqlite", "customer", "1"))
                .isFalse();
        assertThat(FirstWords.askForWindow("--version")).isFalse();
        assertThat(FirstWords.askForWindow("-V")).isFalse();
        assertThat(FirstWords.askForWindow("open", "--help")).isFalse();
    }
}
