package dev.wirewalk.flow;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;

/**
 * Recognises a packet that the capture shows again: a mirror port that copies on the way in and on the way out, {@code -i any}
 * on a router or bridge, a tag or a tunnel before and after it was put on. The rule, also in {@code
 * src/docs/sequence-analysis.md}:
 *
 * <p>A packet is a copy of an earlier one of the same conversation and direction when all that no router changes is equal (IP
 * identification, sequence and acknowledgement number, flags, window, length, payload as far as captured), its TTL is the
 * same, one more or one less, and it comes soon enough: 50 ms behind it when it was seen elsewhere (another interface, tag,
 * direction, hardware address, TTL or tunnel) and 1 ms when it was not. Without an IP identification, which a sender counts on
 * for every repetition, it is 1 ms and 0.1 ms, and a bare acknowledgement seen at the same place is a copy only in a
 * conversation that had others: receivers repeat those as fast as segments arrive. Of packets without a time only those seen
 * elsewhere are copies: what a text shows twice at the same place was there twice.
 *
 * <p>The latest packets are kept in a table of fixed size, so that memory does not grow.
 */
final class CopyTable {
    private static final long ELSEWHERE_NANOS = 50_000_000L;
    private static final long SAME_PLACE_NANOS = 1_000_000L;
    private static final long BLIND_NANOS = 1_000_000L;
    private static final long BLIND_SAME_PLACE_NANOS = 100_000L;

    private static final int SLOTS = 1 << 15;
    private static final int NUMBERS = 4;
    private static final int DIGEST = 0;
    private static final int NANOS = 1;
    private static final int FRAME = 2;
    private static final int PLACE = 3;

    private final long[] slots = new long[SLOTS * NUMBERS];

    /**
     * Whether this packet is a copy; if not, it is remembered.
     *
     * @param packet the packet that the conversation is about, the innermost one of a tunnel
     * @param hadCopies whether the conversation had copies before
     * @return the number of the frame that showed it first, or 0
     */
    long original(Frame frame, PacketView packet, int conversation, boolean lowEnd, boolean hadCopies) {
        long digest = digest(packet, conversation * 2L + (lowEnd ? 0 : 1));
        long place = place(frame, packet);
        int at = ((int) (digest >>> 32) & SLOTS - 1) * NUMBERS;
        if (slots[at + DIGEST] == digest
                && slots[at + FRAME] != 0
                && isCopy(
                        packet,
                        frame.hasTime(),
                        frame.timeNanos() - slots[at + NANOS],
                        slots[at + PLACE],
                        place,
                        hadCopies)) {
            return slots[at + FRAME];
        }
        slots[at + DIGEST] = digest;
        slots[at + NANOS] = frame.timeNanos();
        slots[at + FRAME] = frame.number();
        slots[at + PLACE] = place;
        return 0;
    }

    private static boolean isCopy(
            PacketView packet, boolean timed, long apart, long firstPlace, long place, boolean hadCopies) {
        int hops = (int) (firstPlace & 0xFF) - (int) (place & 0xFF);
        if (apart < 0 || Math.abs(hops) > 1) {
            return false;
        }
        boolean elsewhere = firstPlace != place;
        if (!timed && !elsewhere) {
            return false;
        }
        if (packet.ip().identification() > 0) {
            return apart <= (elsewhere ? ELSEWHERE_NANOS : SAME_PLACE_NANOS);
        }
        boolean repeatable = packet.payloadLength() <= 0
                && (packet.tcp().flags() & (TcpView.SYN | TcpView.FIN | TcpView.RST | TcpView.ACK)) == TcpView.ACK;
        return elsewhere ? apart <= BLIND_NANOS : apart <= BLIND_SAME_PLACE_NANOS && (hadCopies || !repeatable);
    }

    /** Where the packet was seen; the TTL in the last byte. */
    private static long place(Frame frame, PacketView packet) {
        PacketView outer = frame.packet();
        long place = mix(frame.interfaceId(), frame.interfaceIndex());
        place = mix(place, frame.position().hashCode());
        place = mix(place, outer.link().packetType());
        place = mix(place, outer.link().vlanId());
        place = mix(place, outer.link().destinationMac());
        place = mix(place, outer.link().sourceMac());
        place = mix(place, packet == outer ? 0 : 1);
        return place & ~0xFFL | packet.ip().ttl() & 0xFF;
    }

    private static long digest(PacketView packet, long row) {
        TcpView tcp = packet.tcp();
        // Mixed in one after the other: a question and its answer may differ in one bit of both.
        long digest = mix(mix(0, row), packet.ip().identification());
        digest = mix(digest, packet.ip().fragmentOffset() << 8 | packet.ip().protocol());
        if (tcp.present()) {
            digest = mix(digest, tcp.sequence());
            digest = mix(digest, tcp.acknowledgement() << 32 | (long) tcp.window() << 8 | tcp.flags());
        }
        int length = packet.payloadLength();
        digest = mix(digest, length);
        int at = packet.payloadOffset();
        for (int i = 0; i < 16 && i < length; i += 4) {
            digest = mix(digest, packet.load(at + i, 4));
        }
        return digest;
    }

    /** One step of splitmix64. */
    private static long mix(long digest, long value) {
        long mixed = (digest ^ value) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 29) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 32;
    }
}
