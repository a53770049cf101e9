package dev.wirewalk.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.topology.draft.PathDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathLinkTest {
    @Test
    void aLinkHoldsThePathWithoutItsFiles() {
        Path path = PathFile.parse("path", """
                flow: {protocol: udp, client: "2001:db8::1", server: "2001:db8::53", port: 53}
                points:
                  - {name: "a:eth0", device: a, interface: eth0, tool: tcpdump, files: [secret.pcap], addresses: ["2001:db8::1/64"]}
                  - {name: 'b "quoted" ü', device: b, files: [], vlan: 7}
                nat:
                  - {device: a, source: {to: "2001:db8::99"}}
                """, java.nio.file.Path.of("/captures"));

        String link = PathLink.write(path);

        assertThat(link).matches("[A-Za-z0-9_-]+");
        assertThat(PathLink.read(link))
                .isEqualTo(PathDraft.of(path).checked().path().orElseThrow());
    }

    @Test
    void aLinkHoldsWhatWasAnsweredByHand() {
        Path path = new Path(
                Optional.empty(),
                PathFile.parse("path", "points: [{name: a, device: b, files: []}]", java.nio.file.Path.of(""))
                        .points(),
                List.of(),
                List.of(),
                List.of(new ToldAnswer("syn-leaves", "a", true)));

        assertThat(PathLink.read(PathLink.write(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA", "eNo", "eJwDAAAAAAE"})
    void aDamagedLinkIsSaidAndNotFollowed(String link) {
        assertThatThrownBy(() -> PathLink.read(link)).isInstanceOf(PathFileException.class);
    }

    @Test
    void aLinkThatUnpacksToGigabytesIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            // Its beginning alone would be a path.
            deflater.write("points: [{name: a, device: a, files: []}]\n".getBytes(StandardCharsets.US_ASCII));
            byte[] comment = "#".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 512; i++) {
                deflater.write(comment);
            }
        }
        String link = Base64.getUrlEncoder().encodeToString(packed.toByteArray());

        assertThatThrownBy(() -> PathLink.read(link)).isInstanceOf(PathFileException.class);
    }
}
