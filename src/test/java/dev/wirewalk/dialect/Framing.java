package dev.wirewalk.dialect;

import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.TestPacket;
import java.nio.ByteBuffer;
import org.pcap4j.packet.namednumber.DataLinkType;

/** How a tool hands over what an Ethernet frame carries. */
enum Framing {
    ETHERNET(1) {
        @Override
        byte[] frame(TestPacket packet) {
            return packet.frame();
        }
    },
    /** Linux cooked capture, version 2 (LINKTYPE_LINUX_SLL2). */
    COOKED(276) {
        @Override
        byte[] frame(TestPacket packet) {
            byte[] ethernet = packet.frame();
            return ByteBuffer.allocate(20 + ethernet.length - 14)
                    .put(ethernet, 12, 2)
                    .putShort((short) 0)
                    .putInt(2)
                    .putShort((short) 1)
                    .put((byte) 0)
                    .put((byte) 6)
                    .put(ethernet, 6, 6)
                    .putShort((short) 0)
                    .put(ethernet, 14, ethernet.length - 14)
                    .array();
        }
    },
    /** OpenBSD's pflog, whose header says its length without padding and the address family, in the numbers of the host that compiles the filter. */
    FIREWALL_LOG(117) {
        @Override
        byte[] frame(TestPacket packet) {
            byte[] ethernet = packet.frame();
            return ByteBuffer.allocate(64 + ethernet.length - 14)
                    .put(0, (byte) 61)
                    .put(1, (byte) (packet.network() == Network.IPV4 ? 2 : 10))
                    .position(64)
                    .put(ethernet, 14, ethernet.length - 14)
                    .array();
        }
    };

    private final int number;

    Framing(int number) {
        this.number = number;
    }

    DataLinkType linkType() {
        return DataLinkType.getInstance(number);
    }

    abstract byte[] frame(TestPacket packet);
}
