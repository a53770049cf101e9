package dev.wirewalk.inspection.plot;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.Arrays;

/**
 * Packets, bytes and TCP flags per stretch of time. The stretches begin with a millisecond and double whenever the capture
 * grows beyond {@value #BINS} of them, so that memory stays the same.
 */
public final class RateBins {
    static final int BINS = 600;
    private static final long FIRST_WIDTH = 1_000_000L;

    /** What is counted. */
    public enum Series {
        PACKETS,
        BYTES,
        SYN,
        RST,
        FIN
    }

    private final long[][] counts = new long[Series.values().length][BINS];
    private long begin = Frame.NO_TIME;
    private long width = FIRST_WIDTH;
    private int used;

    /** Counts a frame; one without a time belongs nowhere, one from before the first frame to the first stretch. */
    public void add(Frame frame, PacketView packet) {
        if (!frame.hasTime()) {
            return;
        }
        if (begin == Frame.NO_TIME) {
            begin = frame.timeNanos();
        }
        int bin = bin(Math.max(0, frame.timeNanos() - begin));
        used = Math.max(used, bin + 1);
        counts[Series.PACKETS.ordinal()][bin]++;
        counts[Series.BYTES.ordinal()][bin] += frame.originalLength();
        int flags = packet.tcp().flags();
        if (flags > 0) {
            counts[Series.SYN.ordinal()][bin] += (flags & TcpView.SYN) != 0 ? 1 : 0;
            counts[Series.RST.ordinal()][bin] += (flags & TcpView.RST) != 0 ? 1 : 0;
            counts[Series.FIN.ordinal()][bin] += (flags & TcpView.FIN) != 0 ? 1 : 0;
        }
    }

    private int bin(long since) {
        while (since / width >= BINS) {
            for (long[] series : counts) {
                halve(series);
            }
            used = (used + 1) / 2;
            width *= 2;
        }
        return (int) (since / width);
    }

    private static void halve(long[] series) {
        for (int i = 0; i < BINS / 2; i++) {
            series[i] = series[2 * i] + series[2 * i + 1];
        }
        Arrays.fill(series, BINS / 2, BINS, 0);
    }

    /** The width of a stretch in nanoseconds. */
    public long width() {
        return width;
    }

    /** The counts of the stretches from the first frame to the last; empty when no frame has a time. */
    public long[] counts(Series series) {
        return Arrays.copyOf(counts[series.ordinal()], used);
    }
}
