package dev.wirewalk.filter;

/**
 * The chain of headers behind the IP header as libpcap's {@code protochain} walks it: over hop-by-hop, destination options,
 * routing and fragment headers (RFC 8200) of IPv6, and over authentication headers (RFC 4302) of both families. A
 * fragment header counts as 8 bytes by its reserved field of zero.
 */
final class HeaderChain {
    private static final int NO_NEXT_HEADER = 59;
    private static final int AUTHENTICATION = 51;
    /** No real chain is longer; libpcap would walk until the packet ends. */
    private static final int LONGEST = 1000;

    private HeaderChain() {}

    static boolean contains(PacketHeaders packet, int number) {
        boolean six = packet.network() == Network.IPV6;
        Layer layer = six ? Layer.IP6 : Layer.IP;
        long next = packet.load(layer, six ? 6 : 9, 1);
        long at = six ? 40 : (packet.load(layer, 0, 1) & 0x0F) * 4;
        for (int walked = 0; walked < LONGEST && next >= 0; walked++) {
            if (next == number) {
                return true;
            }
            boolean authentication = next == AUTHENTICATION;
            if (next == NO_NEXT_HEADER || !authentication && !(six && isExtension(next))) {
                return false;
            }
            long words = packet.load(layer, (int) at + 1, 1);
            next = words < 0 ? -1 : packet.load(layer, (int) at, 1);
            at += authentication ? (words + 2) * 4 : (words + 1) * 8;
        }
        return false;
    }

    private static boolean isExtension(long header) {
        return header == 0 || header == 60 || header == 43 || header == 44;
    }
}
