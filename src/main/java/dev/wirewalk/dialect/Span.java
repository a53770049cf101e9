package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The inclusive range {@code first} to {@code last} of a field's values: addresses, ports or protocols as numbers. */
record Span(BigInteger first, BigInteger last) {
    static Span of(int first, int last) {
        return new Span(BigInteger.valueOf(first), BigInteger.valueOf(last));
    }

    static Span of(IpAddress first, IpAddress last) {
        return new Span(number(first), number(last));
    }

    private static BigInteger number(IpAddress address) {
        BigInteger low = new BigInteger(Long.toUnsignedString(address.low()));
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .or(low);
    }

    static IpAddress address(BigInteger number, IpVersion version) {
        return version == IpVersion.V4
                ? IpAddress.v4(number.longValue())
                : IpAddress.v6(number.shiftRight(64).longValue(), number.longValue());
    }

    boolean single() {
        return first.equals(last);
    }

    boolean contains(Span other) {
        return first.compareTo(other.first) <= 0 && other.last.compareTo(last) <= 0;
    }

    boolean disjoint(Span other) {
        return last.compareTo(other.first) < 0 || other.last.compareTo(first) < 0;
    }

    /** Whether both together are one range. */
    boolean touches(Span other) {
        return last.add(BigInteger.ONE).compareTo(other.first) >= 0
                && other.last.add(BigInteger.ONE).compareTo(first) >= 0;
    }

    /** The narrowest range around both. */
    Span hull(Span other) {
        return new Span(first.min(other.first), last.max(other.last));
    }

    /** The base-2 logarithm of the number of values, rounded up. */
    int bits() {
        return last.subtract(first).bitLength();
    }

    /** The ranges united: in order and apart from each other. */
    static List<Span> union(List<Span> spans) {
        List<Span> united = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::first)).toList()) {
            if (!united.isEmpty() && united.getLast().touches(span)) {
                united.set(united.size() - 1, united.getLast().hull(span));
            } else {
                united.add(span);
            }
        }
        return united;
    }

    /** What is left of this range without those, in order. */
    List<Span> without(List<Span> others) {
        List<Span> left = new ArrayList<>();
        BigInteger next = first;
        for (Span other : union(others)) {
            if (!disjoint(other)) {
                if (next.compareTo(other.first) < 0) {
                    left.add(new Span(next, other.first.subtract(BigInteger.ONE)));
                }
                next = next.max(other.last.add(BigInteger.ONE));
            }
        }
        if (next.compareTo(last) <= 0) {
            left.add(new Span(next, last));
        }
        return left;
    }
}
