package dev.wirewalk.flow.sequence;

import static dev.wirewalk.flow.sequence.SequenceFlag.ACK_LOST_SEGMENT;
import static dev.wirewalk.flow.sequence.SequenceFlag.DUPLICATE_ACK;
import static dev.wirewalk.flow.sequence.SequenceFlag.FAST_RETRANSMISSION;
import static dev.wirewalk.flow.sequence.SequenceFlag.KEEP_ALIVE;
import static dev.wirewalk.flow.sequence.SequenceFlag.KEEP_ALIVE_ACK;
import static dev.wirewalk.flow.sequence.SequenceFlag.LOST_SEGMENT;
import static dev.wirewalk.flow.sequence.SequenceFlag.OUT_OF_ORDER;
import static dev.wirewalk.flow.sequence.SequenceFlag.RETRANSMISSION;
import static dev.wirewalk.flow.sequence.SequenceFlag.SPURIOUS_RETRANSMISSION;
import static dev.wirewalk.flow.sequence.SequenceFlag.WINDOW_FULL;
import static dev.wirewalk.flow.sequence.SequenceFlag.WINDOW_UPDATE;
import static dev.wirewalk.flow.sequence.SequenceFlag.ZERO_WINDOW;
import static dev.wirewalk.flow.sequence.SequenceFlag.ZERO_WINDOW_PROBE;
import static dev.wirewalk.flow.sequence.SequenceFlag.ZERO_WINDOW_PROBE_ACK;
import static dev.wirewalk.flow.sequence.StreamTable.BASE;
import static dev.wirewalk.flow.sequence.StreamTable.BASE_KNOWN;
import static dev.wirewalk.flow.sequence.StreamTable.DUPLICATES;
import static dev.wirewalk.flow.sequence.StreamTable.FIRST_ROUND_TRIP;
import static dev.wirewalk.flow.sequence.StreamTable.GAPLESS;
import static dev.wirewalk.flow.sequence.StreamTable.LAST_ACKNOWLEDGEMENT;
import static dev.wirewalk.flow.sequence.StreamTable.LAST_FLAGS;
import static dev.wirewalk.flow.sequence.StreamTable.LAST_NANOS;
import static dev.wirewalk.flow.sequence.StreamTable.MULTIPATH;
import static dev.wirewalk.flow.sequence.StreamTable.NEXT;
import static dev.wirewalk.flow.sequence.StreamTable.NEXT_NANOS;
import static dev.wirewalk.flow.sequence.StreamTable.SCALE;
import static dev.wirewalk.flow.sequence.StreamTable.SCALE_UNKNOWN;
import static dev.wirewalk.flow.sequence.StreamTable.WINDOW;
import static dev.wirewalk.flow.sequence.StreamTable.WINDOW_OF_SYN;

import dev.wirewalk.packet.TcpView;

/**
 * The rules by which a segment is judged, and what it leaves to remember. A row is a direction of a stream; {@code row ^ 1} is
 * the other one. Rules are asked in the order of Wireshark, which decides what is shown of a segment that several fit.
 */
final class SegmentRules {
    /** After so many duplicate acknowledgements a sender repeats at once (RFC 5681 says three; the capture may miss one). */
    private static final int DUPLICATES_FOR_FAST = 2;

    /** How long after the last of them, at most. */
    private static final long FAST_NANOS = 20_000_000L;

    /** How late a segment may be and count as out of order, while the first round trip is not known. */
    private static final long OUT_OF_ORDER_NANOS = 3_000_000L;

    /**
     * Instead of a count of duplicate acknowledgements: the other end acknowledged what was not seen, and that was told. Wireshark
     * takes it for a large count when it looks for fast retransmissions.
     */
    private static final int UNSEEN_TOLD = -1;

    private static final int CONTROL = TcpView.SYN | TcpView.FIN | TcpView.RST;

    private final StreamTable streams;
    private final UnacknowledgedSegments unacknowledged;

    SegmentRules(StreamTable streams, UnacknowledgedSegments unacknowledged) {
        this.streams = streams;
        this.unacknowledged = unacknowledged;
    }

    /**
     * Judges a segment and remembers it.
     *
     * @param before flags that it has already
     * @param multipath the Multipath options that its stream had so far, below 0 for none
     */
    int judge(int row, Segment segment, int before, int multipath) {
        if (!placed(row, segment)) {
            return before | acknowledgesUnseen(row, segment);
        }
        noteBase(row, segment);
        int flags = before | byWindowAndOrder(row, segment, multipath);
        if (segment.acknowledgement != streams.get(row, LAST_ACKNOWLEDGEMENT)) {
            streams.set(row, DUPLICATES, 0);
        }
        flags |= acknowledgesUnseen(row, segment);
        if ((segment.length > 0 || segment.hasAny(TcpView.SYN | TcpView.FIN)) && !KEEP_ALIVE.in(flags)) {
            flags |= repeats(row, segment);
        }
        remember(row, segment, flags, multipath);
        return flags;
    }

    /** A text shows no sequence number where there is no data: such a segment stands at the next expected number. */
    private boolean placed(int row, Segment segment) {
        if (!segment.numbered && segment.length == 0 && !segment.hasAny(CONTROL)) {
            segment.sequence = streams.get(row, NEXT);
            return segment.sequence != 0;
        }
        return segment.numbered;
    }

    private void noteBase(int row, Segment segment) {
        if (!streams.marked(row, BASE_KNOWN)) {
            streams.set(row, BASE, segment.hasAny(TcpView.SYN) ? segment.sequence : segment.sequence - 1);
            streams.mark(row, BASE_KNOWN);
        }
        if (!streams.marked(row ^ 1, BASE_KNOWN) && segment.hasAny(TcpView.ACK)) {
            streams.set(row ^ 1, BASE, segment.acknowledgement - 1);
            streams.mark(row ^ 1, BASE_KNOWN);
        }
    }

    private int byWindowAndOrder(int row, Segment segment, int multipath) {
        int next = streams.get(row, NEXT);
        if (segment.length == 1 && segment.sequence == next && streams.get(row ^ 1, WINDOW) == 0) {
            return ZERO_WINDOW_PROBE.bit();
        }
        int flags = 0;
        if (segment.window == 0 && !segment.hasAny(CONTROL)) {
            flags |= ZERO_WINDOW.bit();
        }
        if (next != 0 && isBehind(segment.sequence, next) && !segment.hasAny(TcpView.RST)) {
            flags |= LOST_SEGMENT.bit();
        }
        if (segment.hasAny(CONTROL)) {
            return flags;
        }
        if (segment.length <= 1 && segment.sequence == next - 1) {
            flags |= KEEP_ALIVE.bit();
        }
        if (segment.length > 0) {
            return fillsWindow(row, segment) ? flags | WINDOW_FULL.bit() : flags;
        }
        boolean repeatsAcknowledgement =
                segment.sequence == next && segment.acknowledgement == streams.get(row, LAST_ACKNOWLEDGEMENT);
        return repeatsAcknowledgement && segment.windowKnown() ? flags | bare(row, segment, multipath) : flags;
    }

    /** What a segment is that carries no data and the numbers of the one before it. */
    private int bare(int row, Segment segment, int multipath) {
        int lastWindow = streams.get(row, WINDOW);
        int asked = streams.get(row ^ 1, LAST_FLAGS);
        if (segment.window != lastWindow) {
            return segment.window == 0 ? 0 : WINDOW_UPDATE.bit();
        }
        if (segment.window == 0) {
            return ZERO_WINDOW_PROBE.in(asked) ? ZERO_WINDOW_PROBE_ACK.bit() : 0;
        }
        if (KEEP_ALIVE.in(asked)) {
            return KEEP_ALIVE_ACK.bit();
        }
        // Multipath TCP repeats an acknowledgement to carry a new option (RFC 8684, 4).
        if (multipath >= 0 && multipath != streams.get(row, MULTIPATH)) {
            return 0;
        }
        streams.set(row, DUPLICATES, Math.max(0, streams.get(row, DUPLICATES)) + 1);
        return DUPLICATE_ACK.bit();
    }

    private boolean fillsWindow(int row, Segment segment) {
        int peer = row ^ 1;
        int scale = streams.get(peer, SCALE);
        if (scale == SCALE_UNKNOWN) {
            return false;
        }
        int shift = scale < 0 || streams.marked(peer, WINDOW_OF_SYN) ? 0 : scale;
        int edge = streams.get(peer, LAST_ACKNOWLEDGEMENT) + (streams.get(peer, WINDOW) << shift);
        return segment.sequence + segment.length == edge;
    }

    private int acknowledgesUnseen(int row, Segment segment) {
        int peer = row ^ 1;
        int gapless = streams.get(peer, GAPLESS);
        if (gapless == 0 || !segment.hasAny(TcpView.ACK) || !isBehind(segment.acknowledgement, gapless)) {
            return 0;
        }
        int next = streams.get(peer, NEXT);
        if (isBehind(next, gapless)) {
            // Told once: from here on the other end may acknowledge all that was seen.
            streams.set(peer, GAPLESS, next);
            return ACK_LOST_SEGMENT.bit();
        }
        boolean told = streams.get(peer, DUPLICATES) != 0;
        streams.set(peer, DUPLICATES, UNSEEN_TOLD);
        return told ? 0 : ACK_LOST_SEGMENT.bit();
    }

    /** Which repetition this is of what has been sent before, if it is one. */
    private int repeats(int row, Segment segment) {
        int next = streams.get(row, NEXT);
        int peer = row ^ 1;
        int end = segment.sequence + segment.length;
        int acknowledged = streams.get(peer, LAST_ACKNOWLEDGEMENT);
        if (segment.length > 0 && acknowledged != 0 && end - acknowledged <= 0) {
            return SPURIOUS_RETRANSMISSION.bit() | RETRANSMISSION.bit();
        }
        // One byte before the next expected one, and more behind it: new data behind a probe of a closed window.
        boolean behindProbe = segment.length > 1 && segment.sequence == next - 1;
        if (next == 0 || segment.sequence - next >= 0 || behindProbe) {
            return 0;
        }
        if (Integer.compareUnsigned(streams.get(peer, DUPLICATES), DUPLICATES_FOR_FAST) >= 0
                && acknowledged == segment.sequence
                && soon(segment.nanos - streams.time(peer, LAST_NANOS), FAST_NANOS)) {
            return FAST_RETRANSMISSION.bit() | RETRANSMISSION.bit();
        }
        int counted = end + (segment.hasAny(TcpView.SYN | TcpView.FIN) ? 1 : 0);
        long roundTrip = streams.shared(row >> 1, FIRST_ROUND_TRIP);
        if (counted != next
                && soon(
                        segment.nanos - streams.time(row, NEXT_NANOS),
                        roundTrip == 0 ? OUT_OF_ORDER_NANOS : roundTrip)) {
            return OUT_OF_ORDER.bit();
        }
        return RETRANSMISSION.bit();
    }

    /** Numbers just half of all numbers apart count as behind each other, as in Wireshark. */
    private static boolean isBehind(int number, int other) {
        return other - number < 0;
    }

    /** Clocks that ran backwards make a time that is not soon, and a limit that is never reached. */
    private static boolean soon(long nanos, long limit) {
        return Long.compareUnsigned(nanos, limit) < 0;
    }

    private void remember(int row, Segment segment, int flags, int multipath) {
        int next = segment.sequence + segment.length;
        if ((segment.length > 0 || segment.hasAny(TcpView.SYN | TcpView.FIN)) && !unacknowledged.full(row)) {
            next += segment.hasAny(TcpView.SYN | TcpView.FIN) ? 1 : 0;
            unacknowledged.add(row, next);
        }
        boolean probe = ZERO_WINDOW_PROBE.in(flags);
        int known = streams.get(row, NEXT);
        if (!probe && (known == 0 || isBehind(next, known))) {
            streams.set(row, NEXT, next);
            streams.setTime(row, NEXT_NANOS, segment.nanos);
        }
        int gapless = streams.get(row, GAPLESS);
        if (!probe && (gapless == 0 || gapless == segment.sequence)) {
            streams.set(row, GAPLESS, streams.get(row, NEXT));
        }
        if (segment.windowKnown()) {
            streams.set(row, WINDOW, segment.window);
        }
        streams.set(row, LAST_ACKNOWLEDGEMENT, segment.acknowledgement);
        streams.setTime(row, LAST_NANOS, segment.nanos);
        if (multipath >= 0) {
            streams.set(row, MULTIPATH, multipath);
        }
        streams.set(row, LAST_FLAGS, flags);
        unacknowledged.acknowledge(row ^ 1, segment.acknowledgement);
    }
}
