package dev.wirewalk.match;

import dev.wirewalk.packet.TcpView;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The data packets of one direction at one point with positions that do not wrap. Comparing positions instead of packets keeps
 * offload from mattering, where one point shows a large segment and another the pieces.
 */
public final class ByteStream {
    /** A packet and the position of its first byte, counted from the stream's beginning. */
    public record Piece(long from, long to, Observation packet) {}

    private final List<Observation> packets;

    /** The data packets, as indices in {@link #packets}, and where they begin and end. */
    private final int[] indices;

    private final long[] begins;
    private final long[] ends;
    private final int size;
    private final long volume;
    private final Ranges covered = new Ranges();

    /**
     * @param base the sequence number that counts as position 0, the same for every point
     * @param packets of one direction at one point, in file order
     */
    public ByteStream(long base, List<Observation> packets) {
        this.packets = packets;
        indices = new int[packets.size()];
        begins = new long[packets.size()];
        ends = new long[packets.size()];
        int found = 0;
        long bytes = 0;
        long position = 0;
        long number = base;
        for (int i = 0; i < packets.size(); i++) {
            Observation packet = packets.get(i);
            if (packet.reset()) {
                continue;
            }
            long first = packet.sequence() + (packet.has(TcpView.SYN) ? 1 : 0);
            position += (int) (first - number);
            number = first & 0xFFFF_FFFFL;
            if (packet.payloadLength() > 0) {
                indices[found] = i;
                begins[found] = position;
                ends[found] = position + packet.payloadLength();
                covered.add(begins[found], ends[found]);
                bytes += packet.payloadLength();
                found++;
            }
        }
        size = found;
        volume = bytes;
    }

    /** In the order of the packets. Each is made anew when asked for. */
    public List<Piece> pieces() {
        return new Pieces();
    }

    private final class Pieces extends AbstractList<Piece> implements RandomAccess {
        @Override
        public Piece get(int index) {
            return new Piece(begins[index], ends[index], packets.get(indices[index]));
        }

        @Override
        public int size() {
            return size;
        }
    }

    public Ranges covered() {
        return covered;
    }

    /** Bytes of payload, repetitions counted each time. */
    public long volume() {
        return volume;
    }
}
