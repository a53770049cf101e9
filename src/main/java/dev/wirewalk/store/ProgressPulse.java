package dev.wirewalk.store;

import java.time.Duration;

/** Thins out reports of progress: due at once, then at most once per interval. For one thread. */
final class ProgressPulse {
    private final long intervalNanos;
    private long last;
    private boolean begun;

    ProgressPulse(Duration interval) {
        intervalNanos = interval.toNanos();
    }

    boolean due() {
        long now = System.nanoTime();
        if (begun && now - last < intervalNanos) {
            return false;
        }
        begun = true;
        last = now;
        return true;
    }
}
