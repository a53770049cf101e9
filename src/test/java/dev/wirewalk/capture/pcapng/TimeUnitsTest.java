package dev.wirewalk.capture.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitsTest {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    @ParameterizedTest
    @CsvSource({
        "6, 1000001, 0, 1000001000",
        "9, 1000001, 0, 1000001",
        "0, 5, 0, 5000000000",
        "3, 1500, 10, 11500000000",
        "12, 1234567, 0, 1234",
        "137, 513, 0, 1001953125",
        "138, 513, 0, 500976562",
        "6, 1000000, -1, 0",
        "6, 0, -2, -2000000000",
        "128, 2, 0, 2000000000"
    })
    void counts(int resolution, long units, long offset, long nanos) {
        assertThat(new TimeUnits(resolution, offset).nanos(units)).isEqualTo(nanos);
    }

    @Test
    void agreesWithUnboundedArithmetic() {
        Random random = new Random(20);
        for (int i = 0; i < 50_000; i++) {
            int resolution = random.nextInt(256);
            long units = random.nextLong() >>> random.nextInt(64);
            int exponent = resolution & 0x7F;
            BigInteger perSecond =
                    (resolution & 0x80) != 0 ? BigInteger.ONE.shiftLeft(exponent) : BigInteger.TEN.pow(exponent);
            BigInteger exact =
                    new BigInteger(Long.toUnsignedString(units)).multiply(NANOS).divide(perSecond);
            long expected = exact.bitLength() < 64 ? exact.longValue() : Long.MAX_VALUE;
            assertThat(new TimeUnits(resolution, 0).nanos(units))
                    .as(Long.toUnsignedString(units) + " units of resolution " + resolution)
                    .isEqualTo(expected);
        }
    }

    @Test
    void absurdTimesAreBounded() {
        assertThat(new TimeUnits(0, Long.MAX_VALUE).nanos(-1)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimeUnits(0, Long.MIN_VALUE).nanos(0)).isEqualTo(Long.MIN_VALUE + 1);
    }
}
