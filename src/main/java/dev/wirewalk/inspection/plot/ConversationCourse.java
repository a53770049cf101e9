package dev.wirewalk.inspection.plot;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;

/**
 * The course of one conversation: throughput of both directions, and of TCP the round-trip times from the capture to either
 * end and the data that is on its way. Packets are added in file order; copies are left out by whoever adds.
 *
 * <p>A round-trip time is from a segment to the acknowledgement that covers it; segments that were sent again tell none, since
 * nobody knows which of the two was acknowledged (RFC 6298, section 3). Outstanding is what was sent and not yet
 * acknowledged, as the capture saw it.
 */
public final class ConversationCourse {
    private static final int BINS = 400;

    private final long begin;
    private final long width;
    private final Direction forward = new Direction();
    private final Direction backward = new Direction();
    private final int bins;

    /** What one end sent, and what came of it. */
    public static final class Direction {
        private final long[] bytes = new long[BINS];
        private final long[] roundTrips = new long[BINS];
        private final long[] outstanding = new long[BINS];
        private final UnacknowledgedSegments sent = new UnacknowledgedSegments();

        /** Payload bytes of each stretch. */
        public long payload(int bin) {
            return bytes[bin];
        }

        /** The longest time in nanoseconds that data of this direction waited for its acknowledgement; 0 for none. */
        public long roundTrip(int bin) {
            return roundTrips[bin];
        }

        /** The most bytes of this direction that were on their way. */
        public long outstanding(int bin) {
            return outstanding[bin];
        }

        private void send(int bin, long sequence, int length, long nanos) {
            sent.send(sequence, length, nanos);
            outstanding[bin] = Math.max(outstanding[bin], sent.outstanding());
        }

        private void acknowledge(int bin, long acknowledgement, long nanos) {
            long waited = sent.acknowledge(acknowledgement, nanos);
            roundTrips[bin] = Math.max(roundTrips[bin], waited);
            outstanding[bin] = Math.max(outstanding[bin], sent.outstanding());
        }
    }

    /**
     * @param begin time of the first packet, in nanoseconds since 1970-01-01 UTC
     * @param end time of the last packet
     */
    public ConversationCourse(long begin, long end) {
        this.begin = begin;
        width = Math.max(1_000_000L, Math.ceilDiv(end - begin + 1, BINS));
        bins = (int) Math.min(BINS, (end - begin) / width + 1);
    }

    /** Adds the next packet; one without a time is left out. */
    public void add(Frame frame, PacketView packet, boolean fromClient) {
        if (!frame.hasTime()) {
            return;
        }
        int bin = (int) Math.clamp((frame.timeNanos() - begin) / width, 0, bins - 1);
        Direction own = fromClient ? forward : backward;
        Direction other = fromClient ? backward : forward;
        int length = Math.max(0, packet.payloadLengthInFrame());
        own.bytes[bin] += length;
        TcpView tcp = packet.tcp();
        if (tcp.sequence() >= 0 && tcp.flags() >= 0) {
            int numbers = length + (tcp.has(TcpView.SYN) ? 1 : 0) + (tcp.has(TcpView.FIN) ? 1 : 0);
            if (numbers > 0) {
                own.send(bin, tcp.sequence(), numbers, frame.timeNanos());
            }
        }
        if (tcp.has(TcpView.ACK) && tcp.acknowledgement() >= 0) {
            other.acknowledge(bin, tcp.acknowledgement(), frame.timeNanos());
        }
    }

    /** How many stretches there are. */
    public int bins() {
        return bins;
    }

    /** The width of a stretch in nanoseconds. */
    public long width() {
        return width;
    }

    /** What the client sent. */
    public Direction forward() {
        return forward;
    }

    /** What the server sent. */
    public Direction backward() {
        return backward;
    }
}
