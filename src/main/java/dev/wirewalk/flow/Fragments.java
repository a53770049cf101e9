package dev.wirewalk.flow;

import dev.wirewalk.packet.IpView;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Puts IP packets together that came in fragments (RFC 791, RFC 8200): the one that completes a packet carries it, as in
 * Wireshark. Only fragments that were captured whole take part. At most {@value #MOST} packets are waited for at a time; the
 * longest one in waiting is given up for the next.
 */
final class Fragments {
    private static final int MOST = 64;
    private static final int LONGEST = 65_535;
    private static final int UNIT = 8;

    /** Field by field what the fragments of one packet have in common, and what came of it. */
    private static final class Pending {
        final long[] key;
        byte[] data = new byte[2048];
        final BitSet units = new BitSet();
        int length = -1;

        Pending(long[] key) {
            this.key = key;
        }

        boolean complete() {
            return length >= 0 && units.nextClearBit(0) * UNIT >= length;
        }
    }

    private final List<Pending> waiting = new ArrayList<>();

    /** Whether this is a fragment whose data was captured to the last byte. */
    static boolean usable(PacketView packet) {
        IpView ip = packet.ip();
        return ip.present() && ip.fragment() && ip.endOnWire() >= 0 && packet.capturedLength() >= ip.endOnWire();
    }

    /**
     * Adds a fragment that is {@link #usable}.
     *
     * @return whether it completed its packet, to which {@code whole} has moved then
     */
    boolean complete(PacketView fragment, PacketView whole) {
        IpView ip = fragment.ip();
        int from = ip.fragmentDataOffset();
        int size = ip.endOnWire() - from;
        int at = ip.fragmentOffset();
        if (size <= 0 || at + size > LONGEST) {
            return false;
        }
        Pending packet = pending(ip);
        if (at + size > packet.data.length) {
            packet.data = Arrays.copyOf(packet.data, Math.max(at + size, packet.data.length * 2));
        }
        for (int i = 0; i < size; i++) {
            packet.data[at + i] = (byte) fragment.load(from + i, 1);
        }
        if (!ip.moreFragments()) {
            packet.length = at + size;
        }
        packet.units.set(at / UNIT, (at + size + (ip.moreFragments() ? 0 : UNIT - 1)) / UNIT);
        if (!packet.complete()) {
            return false;
        }
        waiting.remove(packet);
        place(packet, fragment, whole);
        return whole.ip().present();
    }

    private Pending pending(IpView ip) {
        long[] key = {
            ip.sourceHigh(),
            ip.sourceLow(),
            ip.destinationHigh(),
            ip.destinationLow(),
            ip.identification() << 8 | (ip.version() == 4 ? ip.protocol() : 0)
        };
        for (Pending found : waiting) {
            if (Arrays.equals(found.key, key)) {
                return found;
            }
        }
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        Pending begun = new Pending(key);
        waiting.add(begun);
        return begun;
    }

    /** Moves the view to the data behind a header of its own, as an unfragmented packet would have it. */
    private static void place(Pending packet, PacketView fragment, PacketView whole) {
        IpView ip = fragment.ip();
        boolean four = ip.version() == 4;
        ByteBuffer bytes = ByteBuffer.allocate((four ? 20 : 40) + packet.length);
        if (four) {
            bytes.putShort((short) 0x4500).putShort((short) Math.min(20 + packet.length, LONGEST));
            bytes.putShort((short) ip.identification()).putShort((short) 0);
            bytes.put((byte) ip.ttl()).put((byte) ip.protocol()).putShort((short) 0);
            bytes.putInt((int) ip.sourceLow()).putInt((int) ip.destinationLow());
        } else {
            bytes.putInt(0x6000_0000).putShort((short) packet.length);
            bytes.put((byte) ip.fragmentProtocol()).put((byte) ip.ttl());
            bytes.putLong(ip.sourceHigh()).putLong(ip.sourceLow());
            bytes.putLong(ip.destinationHigh()).putLong(ip.destinationLow());
        }
        bytes.put(packet.data, 0, packet.length);
        int size = bytes.capacity();
        whole.place(MemorySegment.ofArray(bytes.array()), 0, size, size, four ? LinkType.IPV4 : LinkType.IPV6);
    }
}
