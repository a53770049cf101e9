package dev.wirewalk.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private final Neighbourhood neighbourhood = new Neighbourhood(List.of());

    private boolean see(Bytes frame) {
        return neighbourhood.add("file", SeenPacket.frame(frame, 1, LinkType.ETHERNET));
    }

    private static Bytes arp(int operation, String senderMac, long sender, long target) {
        return Bytes.ethernet(0x0806)
                .hex("0001 0800 06 04")
                .u16(operation)
                .hex(senderMac)
                .u32(sender)
                .zeros(6)
                .u32(target);
    }

    @Test
    void arpTellsWhoAsksAndWhoOwnsAnAddress() {
        assertThat(see(arp(1, "0a0000000001", 5, 9))).isTrue();
        assertThat(see(arp(2, "0a0000000002", 9, 5))).isTrue();
        assertThat(see(arp(2, "0a0000000003", 9, 5))).isTrue();
        assertThat(see(arp(1, "0a0000000004", 0, 9)))
                .as("a probe claims nothing")
                .isTrue();
        assertThat(neighbourhood.messages())
                .extracting(message -> message.request() + " " + message.sender() + " " + message.target())
                .containsExactly(
                        "true 0.0.0.5 0.0.0.9",
                        "false 0.0.0.9 0.0.0.5",
                        "false 0.0.0.9 0.0.0.5",
                        "true 0.0.0.0 0.0.0.9");
        assertThat(neighbourhood.owners())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "0.0.0.5", Set.of(0x0A00_0000_0001L), "0.0.0.9", Set.of(0x0A00_0000_0002L, 0x0A00_0000_0003L)));
        assertThat(neighbourhood.talks()).isEmpty();
    }

    @Test
    void aQuestionThatIsAskedForeverIsKeptAFewTimes() {
        for (int i = 0; i < 1_000; i++) {
            see(arp(1, "0a0000000001", 5, 9));
        }
        see(arp(1, "0a0000000001", 5, 8));
        assertThat(neighbourhood.messages()).hasSize(65);
    }

    @Test
    void packetsTellWhoTalksToWhom() {
        assertThat(see(Bytes.ethernet(0x0800).ipv4(PacketView.UDP, 8).zeros(8))).isFalse();
        assertThat(neighbourhood.talks()).isEqualTo(Map.of(0x0200_0000_0001L, Set.of(0x0200_0000_0002L)));
        assertThat(neighbourhood.messages()).isEmpty();
    }
}
