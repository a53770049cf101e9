package dev.wirewalk.filter;

import static dev.wirewalk.filter.TrafficPool.pick;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded random filter trees over every term and group of {@link Filter}. */
public final class RandomFilters {
    private static final List<Layer> FIRST_LAYERS =
            List.of(Layer.IP, Layer.IP6, Layer.ARP, Layer.TCP, Layer.UDP, Layer.SCTP, Layer.ICMP, Layer.ICMP6);

    private final Random random;
    private final boolean whole;

    public RandomFilters(long seed) {
        this(seed, false);
    }

    /** @param whole whether all terms occur; without it only those of the header fields and of bytes, as seeds knew them */
    public RandomFilters(long seed, boolean whole) {
        this.random = new Random(seed);
        this.whole = whole;
    }

    /** A list of trees of all sizes over the whole language. */
    public static List<Filter> whole(long seed, int count) {
        return some(new RandomFilters(seed, true), count);
    }

    /** A list of trees of all sizes. */
    public static List<Filter> some(long seed, int count) {
        return some(new RandomFilters(seed), count);
    }

    private static List<Filter> some(RandomFilters filters, int count) {
        List<Filter> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(filters.tree(i % 4));
        }
        return result;
    }

    /** A tree at most {@code depth} groups deep; a depth of 0 is one term. */
    public Filter tree(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(60) == 0 ? Filter.ANY : term();
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Filter.And(parts(depth));
            case 2, 3 -> new Filter.Or(parts(depth));
            default -> new Filter.Not(tree(depth - 1));
        };
    }

    private List<Filter> parts(int depth) {
        List<Filter> parts = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(tree(depth - 1));
        }
        return parts;
    }

    public Filter.Term term() {
        if (whole && random.nextInt(3) == 0) {
            return new RandomOpaque(random, this).term();
        }
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new Filter.Host(side(), address());
            case 3, 4 -> new Filter.Net(side(), prefix());
            case 5, 6, 7 -> port();
            case 8 -> new Filter.Ether(pick(random, List.of(Network.IPV4, Network.IPV6, Network.ARP, Network.RARP)));
            case 9, 10 -> new Filter.Protocol(families(), pick(random, TrafficPool.PROTOCOLS));
            case 11 -> tcpFlags();
            case 12 -> icmp();
            default -> byteTest();
        };
    }

    /** A term that can be asked of a bare IP packet. */
    Filter.Term ipTerm() {
        return switch (random.nextInt(4)) {
            case 0 -> new Filter.Host(side(), address());
            case 1 -> port();
            case 2 -> new Filter.Protocol(families(), pick(random, TrafficPool.PROTOCOLS));
            default -> tcpFlags();
        };
    }

    private Filter.Term port() {
        Transport transport = pick(random, List.of(Transport.values()));
        int low = pick(random, TrafficPool.PORTS);
        int other = pick(random, TrafficPool.PORTS);
        return random.nextInt(3) == 0
                ? new Filter.Port(transport, side(), Math.min(low, other), Math.max(low, other))
                : new Filter.Port(transport, side(), low, low);
    }

    private Filter.Term tcpFlags() {
        int mask = 1 + random.nextInt(255);
        int value = pick(random, TrafficPool.TCP_FLAGS) & (random.nextInt(5) == 0 ? 0xFF : mask);
        return new Filter.TcpFlags(families(), mask, equalOrNot(), value);
    }

    private Filter.Term icmp() {
        boolean six = random.nextBoolean();
        Families families = six ? Families.IPV6 : Families.IPV4;
        return random.nextInt(3) == 0
                ? new Filter.IcmpCode(families, pick(random, TrafficPool.ICMP_CODES))
                : new Filter.IcmpType(families, pick(random, six ? TrafficPool.ICMP6_TYPES : TrafficPool.ICMP_TYPES));
    }

    private Filter.Term byteTest() {
        int size = pick(random, List.of(1, 2, 4));
        long ones = size == 4 ? 0xFFFF_FFFFL : (1L << 8 * size) - 1;
        long mask = random.nextBoolean() ? ones : random.nextLong() & ones;
        Layer layer = pick(random, whole ? List.of(Layer.values()) : FIRST_LAYERS);
        Comparison comparison = pick(random, List.of(Comparison.values()));
        return new Filter.ByteTest(layer, random.nextInt(40), size, mask, comparison, random.nextLong() & mask);
    }

    private Comparison equalOrNot() {
        return random.nextBoolean() ? Comparison.EQUAL : Comparison.NOT_EQUAL;
    }

    private IpPrefix prefix() {
        IpAddress address = address();
        List<Integer> lengths = address.version() == IpVersion.V4
                ? List.of(0, 8, 12, 16, 22, 24, 25, 31, 32)
                : List.of(0, 7, 16, 32, 48, 64, 100, 127, 128);
        return IpPrefix.around(address, pick(random, lengths));
    }

    private IpAddress address() {
        return random.nextInt(3) == 0 ? pick(random, TrafficPool.IPV6) : pick(random, TrafficPool.IPV4);
    }

    private Side side() {
        return pick(random, List.of(Side.values()));
    }

    private Families families() {
        return pick(random, List.of(Families.values()));
    }
}
