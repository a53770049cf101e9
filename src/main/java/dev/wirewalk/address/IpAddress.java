package dev.wirewalk.address;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * One IPv4 or IPv6 address in network byte order: {@code high} holds the first 64 bits of an IPv6 address and is zero for
 * IPv4; {@code low} holds the last 64 bits, or the 32 bits of an IPv4 address.
 *
 * <p>Addresses order by family first, then as unsigned numbers.
 */
public record IpAddress(IpVersion version, long high, long low) implements Comparable<IpAddress> {
    private static final Pattern DOTTED_QUAD = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final long LOW_32 = 0xFFFF_FFFFL;

    public IpAddress {
        if (version == IpVersion.V4 && (high != 0 || (low & ~LOW_32) != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /** The IPv4 address whose 32 bits are the low half of {@code bits}. */
    public static IpAddress v4(long bits) {
        return new IpAddress(IpVersion.V4, 0, bits & LOW_32);
    }

    /** The IPv6 address of the two halves. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(IpVersion.V6, high, low);
    }

    /**
     * Reads a full dotted quad or an IPv6 literal. Short forms ({@code 10.1}), zone ids ({@code fe80::1%eth0}) and names
     * are not addresses; a number with a leading zero is refused because tools disagree whether it is octal.
     */
    public static Optional<IpAddress> parse(String text) {
        if (DOTTED_QUAD.matcher(text).matches()) {
            return parseQuad(text);
        }
        if (text.length() > 45 || !COLONS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ofBytes(Inet6Address.ofLiteral(text).getAddress()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<IpAddress> parseQuad(String text) {
        long bits = 0;
        for (String part : text.split("\\.")) {
            int octet = Integer.parseInt(part);
            if (octet > 255 || (part.length() > 1 && part.charAt(0) == '0')) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
        }
        return Optional.of(v4(bits));
    }

    private static IpAddress ofBytes(byte[] bytes) {
        if (bytes.length == 4) {
            // The JDK turns ::ffff:a.b.c.d into IPv4; on the wire and in filters it is an IPv6 address.
            return v6(0, 0xFFFF_0000_0000L | fold(bytes, 0, 4));
        }
        return v6(fold(bytes, 0, 8), fold(bytes, 8, 16));
    }

    private static long fold(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 8 | (bytes[i] & 0xFF);
        }
        return value;
    }

    /** The address after this one; the last address of a family wraps round to its first. */
    public IpAddress next() {
        return plus(1);
    }

    /** The address before this one; the first address of a family wraps round to its last. */
    public IpAddress previous() {
        return plus(-1);
    }

    private IpAddress plus(int step) {
        if (version == IpVersion.V4) {
            return v4(low + step);
        }
        long newLow = low + step;
        boolean carry = step > 0 ? newLow == 0 : newLow == -1;
        return v6(carry ? high + step : high, newLow);
    }

    @Override
    public int compareTo(IpAddress other) {
        int byVersion = version.compareTo(other.version);
        if (byVersion != 0) {
            return byVersion;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The canonical text: dotted quad, or RFC 5952 (lower case, longest run of zero groups shortened). */
    @Override
    public String toString() {
        if (version == IpVersion.V4) {
            return (low >>> 24) + "." + (low >>> 16 & 0xFF) + "." + (low >>> 8 & 0xFF) + "." + (low & 0xFF);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high >>> 48 - 16 * i : low >>> 112 - 16 * i) & 0xFFFF);
        }
        return compress(groups);
    }

    private static String compress(int[] groups) {
        int bestStart = -1;
        int bestLength = 1; // RFC 5952 section 4.2.2: a single zero group is not shortened
        for (int start = 0; start < 8; start++) {
            int end = start;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - start > bestLength) {
                bestStart = start;
                bestLength = end - start;
            }
            start = Math.max(start, end - 1);
        }
        if (bestStart < 0) {
            return join(groups, 0, 8);
        }
        return join(groups, 0, bestStart) + "::" + join(groups, bestStart + bestLength, 8);
    }

    private static String join(int[] groups, int from, int to) {
        StringJoiner joined = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            joined.add(Integer.toHexString(groups[i]));
        }
        return joined.toString();
    }
}
