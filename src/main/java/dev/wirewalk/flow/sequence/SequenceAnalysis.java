package dev.wirewalk.flow.sequence;

import static dev.wirewalk.flow.sequence.StreamTable.BASE;
import static dev.wirewalk.flow.sequence.StreamTable.BASE_KNOWN;
import static dev.wirewalk.flow.sequence.StreamTable.FIRST_ROUND_TRIP;
import static dev.wirewalk.flow.sequence.StreamTable.GAPLESS;
import static dev.wirewalk.flow.sequence.StreamTable.MULTIPATH_SEEN;
import static dev.wirewalk.flow.sequence.StreamTable.NEXT;
import static dev.wirewalk.flow.sequence.StreamTable.SCALE;
import static dev.wirewalk.flow.sequence.StreamTable.SCALE_UNKNOWN;
import static dev.wirewalk.flow.sequence.StreamTable.SCALE_UNUSED;
import static dev.wirewalk.flow.sequence.StreamTable.SYN_NANOS;
import static dev.wirewalk.flow.sequence.StreamTable.WINDOW_OF_SYN;

import dev.wirewalk.packet.TcpView;

/**
 * Judges the segments of all TCP streams of a capture by their numbers, in the order of the capture, as Wireshark 4.0 does. A
 * stream is what Wireshark numbers as {@code tcp.stream}; which packets make up one is decided by the caller, with the help of
 * {@link #opensAnother}.
 */
public final class SequenceAnalysis {
    private final StreamTable streams = new StreamTable();
    private final UnacknowledgedSegments unacknowledged = new UnacknowledgedSegments();
    private final SegmentRules rules = new SegmentRules(streams, unacknowledged);

    /** Begins a stream of which nothing is known. */
    public int begin() {
        int stream = streams.begin();
        unacknowledged.begin(stream);
        return stream;
    }

    /** Begins a stream that knows what another one knows: from here on the two can be led past different segments. */
    public int fork(int stream) {
        int copy = streams.fork(stream);
        unacknowledged.fork(stream, copy);
        return copy;
    }

    /** Whether this segment is a SYN of another connection than the stream's: its sequence number is another. */
    public boolean opensAnother(int stream, boolean lowEnd, Segment segment) {
        int row = StreamTable.row(stream, lowEnd);
        return segment.opens()
                && segment.numbered
                && streams.marked(row, BASE_KNOWN)
                && segment.sequence != streams.get(row, BASE);
    }

    /**
     * Compares the segment with what its stream had before, and remembers it.
     *
     * @param lowEnd which of the two directions it belongs to
     * @param reused whether it began this stream between ends that had another one
     * @return the {@link SequenceFlag} bits that Wireshark shows
     */
    public int add(int stream, boolean lowEnd, Segment segment, boolean reused) {
        int row = StreamTable.row(stream, lowEnd);
        int flags = reused ? SequenceFlag.REUSED_PORTS.bit() : 0;
        if (segment.numbered && segment.hasAny(TcpView.SYN)) {
            flags |= reopened(row, segment);
        }
        if (segment.measured) {
            flags = rules.judge(row, segment, flags, (int) streams.shared(stream, MULTIPATH_SEEN));
        }
        if (!segment.sound) {
            return 0;
        }
        noteHandshake(stream, row, segment);
        noteOptions(stream, row, segment);
        return segment.options.whole ? flags : 0;
    }

    /** What a SYN does to a stream that has begun before. */
    private int reopened(int row, Segment segment) {
        if (!streams.marked(row, BASE_KNOWN)) {
            return 0;
        }
        boolean same = segment.sequence == streams.get(row, BASE);
        if (segment.opens() && same) {
            // A RST in between may have carried any number, and is no measure for what follows.
            streams.set(row, NEXT, streams.get(row, GAPLESS));
        } else if (segment.accepts() && !same) {
            streams.set(row, BASE, segment.sequence);
            return SequenceFlag.REUSED_PORTS.bit();
        }
        return 0;
    }

    /** Times the handshake: the first round trip tells how late a segment may be and still count as out of order. */
    private void noteHandshake(int stream, int row, Segment segment) {
        if (segment.hasAny(TcpView.SYN)) {
            streams.mark(row, WINDOW_OF_SYN);
            if (!segment.hasAny(TcpView.ACK)) {
                streams.setShared(stream, SYN_NANOS, segment.nanos);
            }
        } else if (segment.hasAny(TcpView.ACK)) {
            if (streams.shared(stream, SYN_NANOS) != 0 && streams.shared(stream, FIRST_ROUND_TRIP) == 0) {
                streams.setShared(stream, FIRST_ROUND_TRIP, segment.nanos - streams.shared(stream, SYN_NANOS));
            }
            streams.unmark(row, WINDOW_OF_SYN);
        }
    }

    private void noteOptions(int stream, int row, Segment segment) {
        SegmentOptions options = segment.options;
        if (options.windowScale >= 0) {
            streams.set(row, SCALE, options.windowScale);
        }
        if (!options.whole) {
            return;
        }
        if (segment.hasAny(TcpView.SYN)) {
            agreeOnScale(row, segment);
        }
        if (options.multipathStream || (options.multipath != 0 && streams.shared(stream, MULTIPATH_SEEN) >= 0)) {
            long seen = Math.max(0, streams.shared(stream, MULTIPATH_SEEN));
            streams.setShared(stream, MULTIPATH_SEEN, seen | options.multipath);
        }
    }

    /** Windows are scaled only when both SYNs say so (RFC 7323, 2.2). */
    private void agreeOnScale(int row, Segment segment) {
        if (streams.get(row, SCALE) == SCALE_UNKNOWN) {
            streams.set(row, SCALE, SCALE_UNUSED);
            streams.set(row ^ 1, SCALE, SCALE_UNUSED);
        } else if (segment.hasAny(TcpView.ACK) && streams.get(row ^ 1, SCALE) == SCALE_UNUSED) {
            streams.set(row, SCALE, SCALE_UNUSED);
        }
    }
}
