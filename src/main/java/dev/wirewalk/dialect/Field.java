package dev.wirewalk.dialect;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The fields of FortiGate's packet filter, in the order in which they are written. */
enum Field {
    ADDR,
    SADDR,
    DADDR,
    PORT,
    SPORT,
    DPORT,
    PROTO;

    /** The keyword of the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAddress() {
        return this == ADDR || this == SADDR || this == DADDR;
    }

    boolean isPort() {
        return this == PORT || this == SPORT || this == DPORT;
    }

    /** Whether two values set it to the range between them; for {@code proto} one number is documented and no second. */
    boolean takesRange() {
        return this != PROTO;
    }

    /** The two one-sided fields of a field that matches on either side. */
    Optional<Sides> sides() {
        return switch (this) {
            case ADDR -> Optional.of(new Sides(SADDR, DADDR));
            case PORT -> Optional.of(new Sides(SPORT, DPORT));
            case SADDR, DADDR, SPORT, DPORT, PROTO -> Optional.empty();
        };
    }

    record Sides(Field source, Field destination) {}

    /** All values the field can have; addresses have that many bits. */
    Span all(int addressBits) {
        int bits = isAddress() ? addressBits : isPort() ? 16 : 8;
        return new Span(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    /** How many bits of narrowness the field is worth at most, when ways to widen are compared. */
    int weight() {
        return isAddress() ? 16 : isPort() ? 6 : 2;
    }
}
