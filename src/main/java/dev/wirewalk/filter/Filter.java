package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A filter over packets: a tree of groups and terms. The meaning of every node is that of the pcap-filter language
 * (pcap-filter(7)), whose text is the tree's written form.
 */
public sealed interface Filter {
    /** Every packet. */
    record Any() implements Filter {}

    /** All of the parts. At least two. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = atLeastTwo(parts);
        }
    }

    /** At least one of the parts. At least two. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = atLeastTwo(parts);
        }
    }

    /** Everything that the part is not. */
    record Not(Filter part) implements Filter {}

    /** One condition on one header. */
    sealed interface Term extends Filter {}

    /** An address of IPv4, IPv6 or, for IPv4 addresses, of ARP and RARP. */
    record Host(Side side, IpAddress address) implements Term {}

    /** A network; like {@link Host} for all its addresses. */
    record Net(Side side, IpPrefix prefix) implements Term {}

    /** A port, or the inclusive range {@code low} to {@code high} (0 to 65535). */
    record Port(Transport transport, Side side, int low, int high) implements Term {
        public Port {
            if (low < 0 || high > 65535 || low > high) {
                throw new IllegalArgumentException("ports are 0 to 65535 in rising order, not " + low + " to " + high);
            }
        }

        public boolean single() {
            return low == high;
        }
    }

    /** What the frame carries: {@code ip}, {@code ip6}, {@code arp}, {@code rarp}. Not {@code OTHER}. */
    record Ether(Network network) implements Term {
        public Ether {
            if (network == Network.OTHER) {
                throw new IllegalArgumentException("a frame is selected by a known EtherType");
            }
        }
    }

    /** The IP protocol number (0 to 255) in the given families. */
    record Protocol(Families families, int number) implements Term {
        public Protocol {
            if (number < 0 || number > 255) {
                throw new IllegalArgumentException("IP protocol numbers are 0 to 255, not " + number);
            }
        }
    }

    /** {@code flags & mask} compared with {@code value}; false for packets without a TCP header. */
    record TcpFlags(Families families, int mask, Comparison comparison, int value) implements Term {
        public TcpFlags {
            if (mask < 1 || mask > 255 || value < 0 || value > 255) {
                throw new IllegalArgumentException("the TCP flags are one byte");
            }
            if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
                throw new IllegalArgumentException("flags are compared for equality");
            }
        }
    }

    /** The type byte of ICMP (IPv4) or ICMPv6; {@code families} is one of the two. */
    record IcmpType(Families families, int type) implements Term {
        public IcmpType {
            requireOneFamily(families);
            requireByte(type);
        }
    }

    /** The code byte of ICMP (IPv4) or ICMPv6. */
    record IcmpCode(Families families, int code) implements Term {
        public IcmpCode {
            requireOneFamily(families);
            requireByte(code);
        }
    }

    /**
     * A term that no header field of the normal forms tells. The tools of the pcap-filter family say it exactly; a dialect that
     * has no words for it says with {@link #subject} what the tool does not look at, and loosens it.
     */
    sealed interface Opaque extends Term {
        /** What the term looks at: a plural noun phrase that ends "The tool does not look at ...". */
        String subject();

        /** The header that every packet has for which the term holds; empty when it may hold for packets of any kind. */
        default Optional<Layer> within() {
            return Optional.empty();
        }

        /** Whether packets of this network can be selected, when nothing else is known of them. */
        default boolean canSelect(Network network) {
            return within().flatMap(Layer::network).map(network::equals).orElse(true);
        }
    }

    /**
     * {@code layer[offset:size] & mask} compared with {@code value}. False when the packet has no such layer.
     */
    record ByteTest(Layer layer, int offset, int size, long mask, Comparison comparison, long value) implements Opaque {
        public ByteTest {
            if (offset < 0 || offset > 65535 || (size != 1 && size != 2 && size != 4)) {
                throw new IllegalArgumentException(
                        "a packet accessor reads 1, 2 or 4 bytes at an offset of 0 to 65535");
            }
        }

        @Override
        public String subject() {
            return "single bytes";
        }

        @Override
        public Optional<Layer> within() {
            return Optional.of(layer);
        }
    }

    /** A comparison of numbers computed from the packet. False when one cannot be computed, whatever the comparison. */
    record Relation(Arithmetic left, Comparison comparison, Arithmetic right) implements Opaque {
        @Override
        public String subject() {
            return "computed bytes";
        }

        @Override
        public Optional<Layer> within() {
            return Stream.concat(left.layers(), right.layers())
                    .filter(layer -> layer != Layer.ETHER)
                    .findFirst();
        }
    }

    /** The bytes of the frame on the wire, link-layer header included. */
    record Length(Comparison comparison, long bytes) implements Opaque {
        @Override
        public String subject() {
            return "the length of frames";
        }
    }

    /** A MAC address of the frame. */
    record Mac(Side side, MacAddress address) implements Opaque {
        @Override
        public String subject() {
            return "MAC addresses";
        }
    }

    /** An EtherType that is no {@link Network}, {@value #LOWEST} to 65535; smaller numbers are lengths. */
    record EtherType(int number) implements Opaque {
        static final int LOWEST = 1501;

        public EtherType {
            if (number < LOWEST || number > 65535) {
                throw new IllegalArgumentException("an EtherType is a number over 1500");
            }
        }

        @Override
        public String subject() {
            return "EtherTypes such as " + "0x%04x".formatted(number);
        }

        @Override
        public boolean canSelect(Network network) {
            return network == Network.OTHER || network.etherType() == number;
        }
    }

    /** The protocol (0 to 255) anywhere in the chain of extension headers, as libpcap's {@code protochain} walks it. */
    record ProtocolChain(Families families, int number) implements Opaque {
        public ProtocolChain {
            requireByte(number);
        }

        @Override
        public String subject() {
            return "chains of extension headers";
        }

        @Override
        public boolean canSelect(Network network) {
            return families.covers(network);
        }
    }

    /** The frame's next header is of this kind, with that id if one is given, and what is behind it meets {@code inner}. */
    record Encapsulated(Encapsulation kind, OptionalLong id, Filter inner) implements Opaque {
        public Encapsulated {
            if (id.isPresent() && (id.getAsLong() < 0 || id.getAsLong() > kind.highest())) {
                throw new IllegalArgumentException("an id of '%s' is 0 to %d".formatted(kind.word(), kind.highest()));
            }
        }

        @Override
        public String subject() {
            return kind.plural();
        }
    }

    /**
     * A part of pcap-filter that has no node of its own and stays as it was written, checked and in one spelling. Tools of that
     * language say it exactly; no other tool can.
     *
     * @param shifts whether the offsets of all that is written behind it are moved by it
     */
    record Written(String text, boolean shifts) implements Opaque {
        private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9 ():.,_/\\=<>&|!+*%^\\[\\]-]+");

        public Written {
            if (!SAFE.matcher(text).matches()) {
                throw new IllegalArgumentException("not text of a filter: " + text);
            }
        }

        @Override
        public String subject() {
            return "what '" + text + "' says";
        }
    }

    Filter ANY = new Any();

    /** The conjunction of the parts: nested conjunctions are flattened, none is {@link Any}, one is itself. */
    static Filter all(List<Filter> parts) {
        List<Filter> flat = parts.stream()
                .flatMap(part -> part instanceof And(var inner) ? inner.stream() : List.of(part).stream())
                .toList();
        return flat.isEmpty() ? ANY : flat.size() == 1 ? flat.getFirst() : new And(flat);
    }

    /** The disjunction of the parts, flattened; at least one part is needed. */
    static Filter any(List<Filter> parts) {
        List<Filter> flat = parts.stream()
                .flatMap(part -> part instanceof Or(var inner) ? inner.stream() : List.of(part).stream())
                .toList();
        if (flat.isEmpty()) {
            throw new IllegalArgumentException("a disjunction of nothing selects nothing");
        }
        return flat.size() == 1 ? flat.getFirst() : new Or(flat);
    }

    private static List<Filter> atLeastTwo(List<Filter> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("a group has at least two parts");
        }
        return List.copyOf(parts);
    }

    private static void requireOneFamily(Families families) {
        if (families == Families.BOTH) {
            throw new IllegalArgumentException("ICMP and ICMPv6 number their types and codes differently");
        }
    }

    private static void requireByte(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("a byte is 0 to 255, not " + value);
        }
    }
}
