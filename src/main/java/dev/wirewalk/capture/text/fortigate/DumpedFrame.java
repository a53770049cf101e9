package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.packet.LinkType;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out what the bytes of a dump begin with. Verbosity 2 and 5 dump from the network header on; 3 and 6 with an Ethernet header,
 * which on the interface {@code any} is made up, and on some builds lacks its type.
 */
final class DumpedFrame {
    private static final int ETHERNET = 14;
    private static final int COOKED = 16;

    private final byte[] bytes;
    private final SnifferPacket head;

    DumpedFrame(byte[] bytes, SnifferPacket head) {
        this.bytes = bytes;
        this.head = head;
    }

    /** @return false when the bytes are not those of the packet that the head line shows; the sketch then stays as it is */
    boolean into(PacketSketch sketch) {
        int network = behindTags();
        int type = network <= bytes.length ? u16(network - 2) : -1;
        boolean ethernetIp = (type == 0x0800 || type == 0x86DD) && ipAt(network);
        if (isBareArp()) {
            arp(sketch);
        } else if (ethernetIp || type == 0x0806 || isOther(type)) {
            sketch.frame(LinkType.ETHERNET, bytes, ethernetIp ? network + ipLength(network) : 0);
        } else if (ipAt(0)) {
            sketch.frame(LinkType.RAW, bytes, ipLength(0));
        } else if (ipAt(COOKED) && u16(2) == 1) {
            sketch.frame(LinkType.LINUX_COOKED, bytes, COOKED + ipLength(COOKED));
        } else if (ipAt(ETHERNET)) {
            sketch.frame(LinkType.RAW, Arrays.copyOfRange(bytes, ETHERNET, bytes.length), ipLength(ETHERNET));
        } else {
            return false;
        }
        return true;
    }

    /** ARP for IPv4 over Ethernet without its link header, as verbosity 2 and 5 show it. */
    private boolean isBareArp() {
        return head.source().isEmpty() && bytes.length >= 28 && u16(0) == 1 && u16(2) == 0x0800 && u16(4) == 0x0604;
    }

    private int behindTags() {
        int at = ETHERNET;
        while (at + 4 <= bytes.length && (u16(at - 2) == 0x8100 || u16(at - 2) == 0x88A8)) {
            at += 4;
        }
        return at;
    }

    /** Frames that the sniffer shows without addresses: the head line tells nothing that could contradict. */
    private boolean isOther(int type) {
        return head.source().isEmpty() && bytes.length >= ETHERNET && type >= 0 && (type < 0x0600 || type >= 0x8000);
    }

    /** Whether an IP header stands here, of the very packet that the head line shows. */
    private boolean ipAt(int at) {
        if (at + 20 > bytes.length) {
            return false;
        }
        int version = bytes[at] >> 4 & 0xF;
        if (version == 4) {
            return fits(head.source(), v4(at + 12)) && fits(head.destination(), v4(at + 16));
        }
        return version == 6
                && at + 40 <= bytes.length
                && fits(head.source(), v6(at + 8))
                && fits(head.destination(), v6(at + 24));
    }

    /** Masked addresses of the head line are stand-ins from 0.0.0.0/8, which fit any. */
    private static boolean fits(Optional<IpAddress> shown, IpAddress dumped) {
        return shown.map(address ->
                        address.equals(dumped) || (address.version().bits() == 32 && address.low() >>> 24 == 0))
                .orElse(true);
    }

    /** What the IP header says of its packet's length, in bytes. */
    private int ipLength(int at) {
        return (bytes[at] >> 4 & 0xF) == 4 ? u16(at + 2) : 40 + u16(at + 4);
    }

    private void arp(PacketSketch sketch) {
        sketch.arp(u16(6), mac(8), mac(18)).addresses(v4(14), v4(14)).target(v4(24));
    }

    private long mac(int at) {
        return (long) u16(at) << 32 | (long) u16(at + 2) << 16 | u16(at + 4);
    }

    private IpAddress v4(int at) {
        return IpAddress.v4((long) u16(at) << 16 | u16(at + 2));
    }

    private IpAddress v6(int at) {
        return IpAddress.v6(u64(at), u64(at + 8));
    }

    private long u64(int at) {
        return (long) u16(at) << 48 | (long) u16(at + 2) << 32 | (long) u16(at + 4) << 16 | u16(at + 6);
    }

    private int u16(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
