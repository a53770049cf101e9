package dev.wirewalk.match;

import java.util.Set;
import java.util.TreeSet;

/** What a first look tells about one conversation at one point: enough to choose the flow and to know it again elsewhere. */
final class Conversation {
    /** A port scan re-using one port pair must not grow the table. */
    private static final int SEQUENCES_KEPT = 16;

    FlowKey key;
    boolean opened;
    final long firstNanos;
    final Set<Long> openingSequences = new TreeSet<>();
    int syns;
    int synAcks;
    int resets;
    int forward;
    int forwardData;
    int answers;
    int answerData;
    int repeats;
    long forwardDigest;
    private final long[] highest = {-1, -1};

    Conversation(FlowKey key, long firstNanos) {
        this.key = key;
        this.firstNanos = firstNanos;
    }

    void countSyn(long sequence) {
        syns++;
        if (openingSequences.size() < SEQUENCES_KEPT) {
            openingSequences.add(sequence);
        }
    }

    /** A data packet that does not move its direction's highest sequence number forward is a repetition. */
    void countData(boolean isForward, long sequence, int length) {
        int way = isForward ? 0 : 1;
        long end = sequence + length & 0xFFFF_FFFFL;
        if (highest[way] >= 0 && (int) (end - highest[way]) <= 0) {
            repeats++;
        } else {
            highest[way] = end;
        }
    }

    /** How badly it fared, 0 for well, as far as counting at one point tells. */
    int trouble() {
        boolean datagrams = key.protocol() != dev.wirewalk.topology.FlowProtocol.TCP;
        if (datagrams) {
            return answers == 0 ? 5 : answers < forward ? 3 : 0;
        }
        if (synAcks == 0 && answerData == 0) {
            return 6;
        }
        if (forwardData > 0 && answerData == 0) {
            return 4;
        }
        return resets > 0 ? 3 : repeats > 0 ? 1 : 0;
    }
}
