package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Segments of a TCP stream that are cut differently at two points, by an adapter that cuts large segments or joins small ones
 * (TSO, GRO) or by a box that rebuilds the stream: paired where they cover the same bytes, each byte of a copy once.
 */
final class StreamParts implements Parts {
    private record Piece(int index, long from, long to, Ranges open) {}

    private final Observation[] near;
    private final Observation[] far;
    private final TravelTimes times;
    private final List<Piece> sent;
    private final List<Piece> seen;
    private long longest;

    StreamParts(Observation[] near, Observation[] far, TravelTimes times, IntPredicate openNear, IntPredicate openFar) {
        this.near = near;
        this.far = far;
        this.times = times;
        long base = base(near);
        this.sent = pieces(near, base, openNear);
        this.seen = pieces(far, base, openFar);
        seen.sort(Comparator.comparingLong(Piece::from).thenComparingInt(Piece::index));
        seen.forEach(piece -> longest = Math.max(longest, piece.to() - piece.from()));
    }

    private static long base(Observation[] packets) {
        for (Observation packet : packets) {
            if (PacketKey.RANGE.suits(packet)) {
                return packet.sequence();
            }
        }
        return 0;
    }

    /** Positions that do not wrap: each packet is nearer than two gigabytes to the one before. */
    private static List<Piece> pieces(Observation[] packets, long base, IntPredicate open) {
        List<Piece> pieces = new ArrayList<>();
        long position = 0;
        long number = base;
        for (int i = 0; i < packets.length; i++) {
            if (PacketKey.RANGE.suits(packets[i])) {
                position += (int) (packets[i].sequence() - number);
                number = packets[i].sequence();
                if (open.test(i)) {
                    long end = position + packets[i].payloadLength();
                    Ranges all = new Ranges();
                    all.add(position, end);
                    pieces.add(new Piece(i, position, end, all));
                }
            }
        }
        return pieces;
    }

    @Override
    public void forEach(Joined joined) {
        sent.forEach(piece -> join(piece, joined));
    }

    private void join(Piece piece, Joined joined) {
        for (int i = firstReaching(piece.from()); i < seen.size() && seen.get(i).from() < piece.to(); i++) {
            Piece other = seen.get(i);
            boolean fits = !times.known()
                    || times.deviation(near[piece.index()], far[other.index()]) <= TravelTimes.LONGEST_NANOS;
            if (fits && take(piece, other)) {
                joined.pair(piece.index(), other.index());
            }
        }
    }

    /** Takes the bytes that both still have to account for; whether there are any. */
    private static boolean take(Piece one, Piece other) {
        Ranges common = one.open().common(other.open());
        if (common.isEmpty()) {
            return false;
        }
        one.open().removeAll(common);
        other.open().removeAll(common);
        return true;
    }

    /** The first of the far pieces, which are sorted by their beginning, that could reach behind this position. */
    private int firstReaching(long position) {
        int low = 0;
        int high = seen.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seen.get(middle).from() <= position - longest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
