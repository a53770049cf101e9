package dev.wirewalk.capture.pcapng;

import java.util.Arrays;

/** Where the sections begin that hold packets: eight bytes each, so that any packet's section is found again. */
final class SectionStarts {
    private long[] starts = new long[1];
    private int count;
    private long current;
    private boolean kept;

    void begin(long at) {
        current = at;
        kept = false;
    }

    /** Notes that the section just begun holds a packet. */
    void packet() {
        if (!kept) {
            kept = true;
            starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
            starts[count++] = current;
        }
    }

    /** Where the section of the packet at {@code place} begins, or -1 when no section begins before it. */
    long before(long place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? -1 : starts[index];
    }
}
