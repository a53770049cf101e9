package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.ShownClock;
import dev.wirewalk.capture.text.TextOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Puts times to packets and hands them out. {@code -ttt} and {@code -ttttt} look alike: distances from the line before, and from the
 * first line. Packets are held back until one distance is shorter than the one before, or so many have grown that they
 * must be distances from the first.
 */
final class Times {
    private static final int ENOUGH = 32;
    /** So few distances may grow by chance. */
    private static final int FEW = 3;

    /** A packet whose time is not decided, and who wants to know its number. */
    private record Held(PacketSketch sketch, long shown, LongConsumer told) {}

    private final TextOutput out;
    private final ShownClock clock = new ShownClock();
    private final List<Held> held = new ArrayList<>();
    private boolean decided;
    private boolean fromFirst;
    private long sum;

    Times(TextOutput out) {
        this.out = out;
    }

    /** Another run begins. */
    void restart() {
        flush();
        decided = false;
        sum = 0;
    }

    void packet(PacketSketch sketch, TimeColumn.Form form, long shown, LongConsumer told) {
        switch (form) {
            case NONE -> hand(sketch, Frame.NO_TIME, told);
            case OF_DAY -> hand(sketch, clock.timeOfDay(shown), told);
            case EPOCH, DATE -> hand(sketch, shown, told);
            case OLD_DISTANCE -> hand(sketch, sum += shown, told);
            case DISTANCE -> distance(new Held(sketch, shown, told));
        }
    }

    private void distance(Held packet) {
        if (decided) {
            handDistance(packet);
            return;
        }
        boolean shorter = !held.isEmpty() && packet.shown() < held.getLast().shown();
        held.add(packet);
        if (shorter || held.size() >= ENOUGH) {
            decide(!shorter);
        }
    }

    private void decide(boolean growing) {
        decided = true;
        fromFirst = growing;
        held.forEach(this::handDistance);
        held.clear();
    }

    private void handDistance(Held packet) {
        sum = fromFirst ? packet.shown() : sum + packet.shown();
        hand(packet.sketch(), sum, packet.told());
    }

    private void hand(PacketSketch sketch, long nanos, LongConsumer told) {
        flushOthers();
        told.accept(out.packet(sketch.time(nanos)));
    }

    private void flushOthers() {
        if (!decided && !held.isEmpty()) {
            flush();
        }
    }

    /** Hands out what is still held. */
    void flush() {
        if (!held.isEmpty()) {
            decide(held.size() > FEW);
            decided = false;
        }
    }
}
