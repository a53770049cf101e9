package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.address.IpAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes absolute sequence numbers out of those that tcpdump prints. It prints absolute numbers in segments without ACK, in SYN-ACKs and in
 * the first segment with ACK of a conversation; the two latter set the bases of both directions, and all later numbers are
 * distances from them ({@code print-tcp.c}). With {@code -S} all are absolute; which of the two a conversation shows is told
 * by the number that comes nearer to what was seen before. A number whose base was never shown stays unknown.
 */
final class SequenceBases {
    static final long UNKNOWN = -1;
    /** Numbers up to here, in the first segment that is seen, are distances whose base is missing: absolute ones start at random. */
    private static final long SMALL = 1 << 16;

    private static final long NEAR = 1 << 24;
    private static final long FAR = 1 << 28;

    /** Both directions of one conversation; the lower end comes first. */
    private record Key(IpAddress low, int lowPort, IpAddress high, int highPort) {}

    /** Index 0: sent by the lower end. */
    private static final class Bases {
        final long[] base = {UNKNOWN, UNKNOWN};
        final long[] last = {UNKNOWN, UNKNOWN};
        final long[] opened = {UNKNOWN, UNKNOWN};
        boolean set;
        boolean decided;
        boolean absolute;
    }

    private final boolean alwaysAbsolute;
    private final Map<Key, Bases> conversations = new HashMap<>();
    private boolean lastWasAbsolute;

    private long sequence;
    private long acknowledgement;
    private long selectiveBase;

    SequenceBases(boolean alwaysAbsolute) {
        this.alwaysAbsolute = alwaysAbsolute;
    }

    /**
     * @param flags of TCP
     * @param shown sequence number as printed, or -1
     * @param shownAck acknowledgement as printed, or -1
     */
    void resolve(EndpointText.Place from, EndpointText.Place to, int flags, long shown, long shownAck) {
        sequence = shown;
        acknowledgement = shownAck;
        selectiveBase = 0;
        boolean hasAck = (flags & 0x10) != 0;
        boolean opens = (flags & 0x02) != 0;
        if (alwaysAbsolute || (!hasAck && !opens)) {
            return;
        }
        int order = from.address().compareTo(to.address());
        int way = order < 0 || (order == 0 && from.port() <= to.port()) ? 0 : 1;
        Key key = way == 0
                ? new Key(from.address(), from.port(), to.address(), to.port())
                : new Key(to.address(), to.port(), from.address(), from.port());
        Bases bases = conversations.computeIfAbsent(key, ends -> new Bases());
        if (!hasAck) {
            bases.opened[way] = shown;
            return;
        }
        if (opens) {
            begin(bases, way);
        } else if (!bases.set) {
            beginInTheMiddle(bases, way);
        } else {
            goOn(bases, way);
        }
        note(bases.last, way, sequence);
        note(bases.last, 1 - way, acknowledgement);
        selectiveBase = bases.absolute ? 0 : bases.base[1 - way];
    }

    private static void note(long[] last, int way, long number) {
        if (number != UNKNOWN) {
            last[way] = number;
        }
    }

    private void begin(Bases bases, int way) {
        bases.set = true;
        bases.decided = false;
        bases.absolute = lastWasAbsolute;
        bases.base[way] = sequence;
        bases.base[1 - way] = acknowledgement == UNKNOWN ? UNKNOWN : low32(acknowledgement - 1);
        bases.last[way] = sequence;
        bases.last[1 - way] = acknowledgement;
    }

    private void beginInTheMiddle(Bases bases, int way) {
        long opened = bases.opened[1 - way];
        boolean smallAck = acknowledgement != UNKNOWN && acknowledgement <= SMALL;
        boolean smallSequence = sequence == UNKNOWN || sequence <= SMALL;
        boolean openedNear = opened != UNKNOWN && distance(acknowledgement, opened) <= SMALL;
        if (smallAck && smallSequence && !openedNear) {
            // The lines that showed the bases are not in this text.
            bases.set = true;
            bases.decided = true;
            bases.base[1 - way] = opened;
            bases.base[way] = bases.opened[way];
            shift(bases, way);
            return;
        }
        long ownOpened = bases.opened[way];
        begin(bases, way);
        if (sequence == UNKNOWN && ownOpened != UNKNOWN) {
            // A bare ACK does not show its number; behind a SYN it is the one behind the SYN's.
            bases.base[way] = low32(ownOpened + 1);
            bases.last[way] = bases.base[way];
        }
    }

    private void goOn(Bases bases, int way) {
        long asDistance = worst(bases, way, true);
        long asAbsolute = worst(bases, way, false);
        if (!bases.decided && asDistance != asAbsolute && asDistance >= 0 && asAbsolute >= 0) {
            boolean clear = Math.min(asDistance, asAbsolute) < Math.max(asDistance, asAbsolute) / 16;
            bases.absolute = clear ? asAbsolute < asDistance : lastWasAbsolute;
            bases.decided = clear;
            lastWasAbsolute = bases.absolute;
        } else if (!bases.absolute && asDistance > FAR && asAbsolute >= 0 && asAbsolute < NEAR) {
            // Another run of tcpdump begins within the same text: its first segment is absolute again.
            begin(bases, way);
            return;
        } else if (bases.absolute && asAbsolute > FAR && asDistance >= 0 && asDistance < NEAR) {
            bases.absolute = false;
        }
        if (!bases.absolute) {
            shift(bases, way);
        }
    }

    private void shift(Bases bases, int way) {
        sequence = plus(sequence, bases.base[way]);
        acknowledgement = plus(acknowledgement, bases.base[1 - way]);
    }

    /** How far the numbers shown are from those seen last, read one way or the other; -1 when there is nothing to compare. */
    private long worst(Bases bases, int way, boolean distances) {
        long own = distances ? plus(sequence, bases.base[way]) : sequence;
        long other = distances ? plus(acknowledgement, bases.base[1 - way]) : acknowledgement;
        return Math.max(distance(own, bases.last[way]), distance(other, bases.last[1 - way]));
    }

    private static long distance(long number, long last) {
        return number == UNKNOWN || last == UNKNOWN ? -1 : Math.abs((long) (int) (number - last));
    }

    private static long plus(long number, long base) {
        return number == UNKNOWN || base == UNKNOWN ? UNKNOWN : low32(number + base);
    }

    private static long low32(long number) {
        return number & 0xFFFF_FFFFL;
    }

    /** Absolute, or -1. */
    long sequence() {
        return sequence;
    }

    /** Absolute, or -1. */
    long acknowledgement() {
        return acknowledgement;
    }

    /** An edge of a SACK block, which is a distance from the base even where the other numbers are absolute; -1 when not known. */
    long selective(long shown) {
        long shifted = plus(shown, selectiveBase);
        return distance(shown, acknowledgement) >= 0
                        && distance(shown, acknowledgement) < distance(shifted, acknowledgement)
                ? shown
                : shifted;
    }
}
