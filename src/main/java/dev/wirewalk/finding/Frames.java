package dev.wirewalk.finding;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The first few frames that show something. */
public final class Frames {
    /** More frames than this tell a reader nothing more. */
    private static final int KEPT = 10;

    private long[] numbers = new long[2];
    private int size;

    public static Frames of(long... numbers) {
        Frames frames = new Frames();
        for (long number : numbers) {
            frames.add(number);
        }
        return frames;
    }

    /** Keeps this frame when there is room; 0 and less are no frames. */
    public Frames add(long number) {
        if (size < KEPT && number > 0 && (size == 0 || numbers[size - 1] != number)) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, KEPT);
            }
            numbers[size++] = number;
        }
        return this;
    }

    public LongStream sorted() {
        return LongStream.of(numbers).limit(size).sorted().distinct();
    }
}
