package dev.wirewalk.capture.pcapng;

/**
 * How an interface counts time.
 *
 * @param resolution the option {@code if_tsresol}: units of 10^-n seconds, or of 2^-n when the highest of the 8 bits is set
 * @param offsetSeconds the option {@code if_tsoffset}, to be added to every time
 */
record TimeUnits(int resolution, long offsetSeconds) {
    static final int MICROSECONDS = 6;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int DIGITS_OF_LONG = 19;

    /**
     * Nanoseconds since 1970 of an unsigned count of units; finer units are rounded down. Times that 64 bits cannot hold
     * (damaged files) become the largest or smallest that they can.
     */
    long nanos(long units) {
        int exponent = resolution & 0x7F;
        long seconds;
        long fraction;
        if ((resolution & 0x80) != 0) {
            seconds = exponent >= 64 ? 0 : exponent == 0 ? units : units >>> exponent;
            fraction = binaryFraction(units, exponent);
        } else if (exponent > DIGITS_OF_LONG) {
            seconds = 0;
            long digits = exponent - 9;
            fraction = digits > DIGITS_OF_LONG ? 0 : Long.divideUnsigned(units, powerOfTen((int) digits));
        } else {
            long perSecond = powerOfTen(exponent);
            seconds = Long.divideUnsigned(units, perSecond);
            long rest = Long.remainderUnsigned(units, perSecond);
            fraction = exponent <= 9
                    ? rest * powerOfTen(9 - exponent)
                    : Long.divideUnsigned(rest, powerOfTen(exponent - 9));
        }
        return add(seconds, fraction);
    }

    private static long binaryFraction(long units, int exponent) {
        if (exponent == 0) {
            return 0;
        }
        long rest = exponent >= 64 ? units : units & (1L << exponent) - 1;
        long high = Math.unsignedMultiplyHigh(rest, NANOS_PER_SECOND);
        if (exponent >= 64) {
            return high >>> exponent - 64;
        }
        return high << 64 - exponent | rest * NANOS_PER_SECOND >>> exponent;
    }

    /** 10 to the power of 0 to 19; the last only fits as an unsigned number. */
    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private long add(long seconds, long nanos) {
        long bounded = seconds < 0 ? Long.MAX_VALUE : seconds;
        try {
            long shifted = Math.addExact(bounded, offsetSeconds);
            return Math.addExact(Math.multiplyExact(shifted, NANOS_PER_SECOND), nanos);
        } catch (ArithmeticException beyond) {
            // The smallest value of all says "no time"; a time that is merely absurd must not be taken for that.
            return bounded + offsetSeconds < 0 && offsetSeconds < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
        }
    }
}
