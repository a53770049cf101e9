package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The last few drops. One packet can be reported by two functions, the one that logs and the one that notifies; the same
 * function reporting the same addresses again means another packet, most often a retransmission.
 */
final class RecentDrops {
    private static final int KEPT = 32;
    private static final int LINES_APART = 40;
    private static final long TIME_APART = 500_000_000L;

    private final Deque<Drop> drops = new ArrayDeque<>();

    private record Drop(String flow, long nanos, long line, long frame, Set<String> functions) {}

    void add(DropLine drop, long nanos, long line, long frame) {
        if (drops.size() == KEPT) {
            drops.removeFirst();
        }
        drops.add(new Drop(drop.flow(), nanos, line, frame, new HashSet<>(Set.of(drop.function()))));
    }

    /** The frame of the same packet as another function reported it, or 0. The oldest packet that waits for this report. */
    long reportedByAnother(DropLine drop, long nanos, long line) {
        for (Drop before : drops) {
            boolean near = line - before.line() <= LINES_APART
                    && (nanos == Frame.NO_TIME
                            || before.nanos() == Frame.NO_TIME
                            || Math.abs(nanos - before.nanos()) <= TIME_APART);
            if (near && before.flow().equals(drop.flow()) && before.functions().add(drop.function())) {
                return before.frame();
            }
        }
        return 0;
    }
}
