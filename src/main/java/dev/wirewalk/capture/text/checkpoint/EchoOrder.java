package dev.wirewalk.capture.text.checkpoint;

/**
 * Some versions print the sequence number of ICMP echoes in the byte order of the gateway's processor: 1, 2, 3 come out as 256,
 * 512, 768. The first echo of a region decides: a low byte of zero under a high byte that is not is hardly ever the first
 * number of a ping.
 */
final class EchoOrder {
    private boolean decided;
    private boolean swapped;
    private boolean told;

    long sequence(long shown) {
        if (!decided) {
            decided = true;
            swapped = shown > 0 && (shown & 0xFF) == 0;
        }
        return swapped ? (shown & 0xFF) << 8 | (shown >> 8 & 0xFF) : shown;
    }

    /** True once, as soon as swapped numbers are known. */
    boolean noticed() {
        boolean first = swapped && !told;
        told |= first;
        return first;
    }
}
