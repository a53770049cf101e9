package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The packets at one point that are encrypted as a whole: those of a VPN. Another packet may travel inside, right after it came to
 * the box that encrypts it, and is never shorter than what it travels in. Holds 16 bytes for each, up to {@value #MOST} of them.
 */
public final class SealedPackets {
    static final int MOST = 500_000;
    private static final int ESP = 50;
    private static final int MACSEC = 0x88E5;
    private static final int NAT_TRAVERSAL = 4500;
    private static final int OPEN_VPN = 1194;

    private final Set<String> kinds = new TreeSet<>();
    private long[] times = new long[0];
    private int[] lengths = new int[0];
    private int count;
    private boolean complete = true;

    void add(Frame frame) {
        String kind = kind(frame.packet());
        if (kind.isEmpty()) {
            return;
        }
        kinds.add(kind);
        complete &= frame.hasTime() && count < MOST;
        if (complete) {
            if (count == times.length) {
                times = Arrays.copyOf(times, Math.max(16, 2 * count));
                lengths = Arrays.copyOf(lengths, times.length);
            }
            times[count] = frame.timeNanos();
            lengths[count++] = frame.originalLength();
        }
    }

    /** The name of what seals the packet; empty when its content can be read. */
    private static String kind(PacketView packet) {
        if (packet.link().etherType() == MACSEC) {
            return "MACsec";
        }
        if (packet.transport() == ESP) {
            return "ESP";
        }
        return packet.transport() == PacketView.UDP ? inDatagram(packet) : "";
    }

    private static String inDatagram(PacketView packet) {
        int at = packet.payloadOffset();
        int length = packet.payloadLength();
        long first = packet.load(at, 4);
        if (first < 0 || length < 16) {
            return "";
        }
        if (on(packet, NAT_TRAVERSAL)) {
            // RFC 3948: four bytes of zeros begin an IKE message, anything else is the number of a tunnel.
            return first == 0 ? "" : "ESP over UDP";
        }
        // WireGuard's transport data: type 4, three zeros, and a length of whole blocks of 16 bytes.
        if (first == 0x0400_0000L && length >= 32 && length % 16 == 0) {
            return "WireGuard";
        }
        long operation = first >>> 27;
        return on(packet, OPEN_VPN) && (operation == 6 || operation == 9) ? "OpenVPN" : "";
    }

    private static boolean on(PacketView packet, int port) {
        return packet.sourcePort() == port || packet.destinationPort() == port;
    }

    public boolean none() {
        return kinds.isEmpty();
    }

    /** Their names, for people. */
    public String words() {
        return String.join(", ", kinds);
    }

    /**
     * Whether one of them may carry a packet: it is longer, and was seen between the two moments. True where that is not known.
     *
     * @param from nanoseconds since 1970-01-01 UTC by this point's clock
     * @param to likewise
     * @param bytes length of the packet
     */
    public boolean mayCarry(long from, long to, int bytes) {
        if (!complete) {
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (times[i] >= from && times[i] <= to && lengths[i] > bytes) {
                return true;
            }
        }
        return false;
    }
}
