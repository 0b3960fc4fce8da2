package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BytesTest {
    private final Bytes abc = Bytes.of(new byte[] {'a', 'b', 'c'});

    @Test
    void bytesAreEqualByContent() {
        assertThat(abc)
                .isEqualTo(Bytes.of(new byte[] {'a', 'b', 'c'}))
                .hasSameHashCodeAs(Bytes.of(new byte[] {'a', 'b', 'c'}))
                .isNotEqualTo(Bytes.of(new byte[] {'a', 'b', 'd'}))
                .isNotEqualTo("abc");
        assertThat(abc.hashCode()).isNotEqualTo(Bytes.of(new byte[] {'x'}).hashCode());
    }

    @Test
    void theFirstBytesAreAllOfThemWhereThereAreNotSoMany() {
        assertThat(abc.first(2)).isEqualTo(Bytes.of(new byte[] {'a', 'b'}));
        assertThat(abc.first(3)).isSameAs(abc);
        assertThat(abc.first(4)).isSameAs(abc);
        assertThat(abc.size()).isEqualTo(3);
    }

    @Test
    void theStreamAndTheArrayHaveTheContent() throws IOException {
        assertThat(abc.stream().readAllBytes()).isEqualTo(new byte[] {'a', 'b', 'c'});
        assertThat(abc.toArray()).isEqualTo(new byte[] {'a', 'b', 'c'});
    }

    /** The digest is that of the letters abc in FIPS 180-4's examples. */
    @Test
    void bytesAreAddedToADigestAndTakenFromOne() throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        abc.update(sha256);
        Bytes digest = Bytes.of(sha256);
        assertThat(digest.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(digest).isEqualTo(Bytes.of(HexFormat.of().parseHex(digest.hex())));
    }
}
