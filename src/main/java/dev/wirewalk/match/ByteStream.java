package dev.wirewalk.match;

import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.List;

/**
 * The data packets of one direction at one point with positions that do not wrap. Comparing positions instead of packets keeps
 * offload from mattering, where one point shows a large segment and another the pieces.
 */
public final class ByteStream {
    /** A packet and the position of its first byte, counted from the stream's beginning. */
    public record Piece(long from, long to, Observation packet) {}

    private final List<Piece> pieces;
    private final Ranges covered = new Ranges();

    /**
     * @param base the sequence number that counts as position 0, the same for every point
     * @param packets of one direction at one point, in file order
     */
    public ByteStream(long base, List<Observation> packets) {
        List<Piece> found = new ArrayList<>();
        long position = 0;
        long number = base;
        for (Observation packet : packets) {
            if (packet.reset()) {
                continue;
            }
            long first = packet.sequence() + (packet.has(TcpView.SYN) ? 1 : 0);
            position += (int) (first - number);
            number = first & 0xFFFF_FFFFL;
            if (packet.payloadLength() > 0) {
                Piece piece = new Piece(position, position + packet.payloadLength(), packet);
                found.add(piece);
                covered.add(piece.from(), piece.to());
            }
        }
        pieces = List.copyOf(found);
    }

    public List<Piece> pieces() {
        return pieces;
    }

    public Ranges covered() {
        return covered;
    }

    /** Bytes of payload, repetitions counted each time. */
    public long volume() {
        return pieces.stream().mapToLong(piece -> piece.to() - piece.from()).sum();
    }
}
