package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.FieldValues.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One dimension of a {@link Box}: a header field, the values it can have, and how a packet tells its own. */
public final class HeaderField<T extends Comparable<T>> {
    public static final HeaderField<Network> NETWORK = new HeaderField<>(
            0, "network", new Constants<>(List.of(Network.values())), packet -> Optional.of(packet.network()));
    /** IPv4 protocol or IPv6 next header, as {@link PacketHeaders#protocol()}. */
    public static final HeaderField<Integer> PROTOCOL = number(1, "protocol", 255, PacketHeaders::protocol);

    public static final HeaderField<TransportHeader> TRANSPORT_HEADER = new HeaderField<>(
            4,
            "transport header",
            new Constants<>(List.of(TransportHeader.values())),
            packet -> Optional.of(transportHeader(packet)));
    /** All IPv4 addresses, then all IPv6 addresses, as {@link IpAddress} orders them. */
    public static final HeaderField<IpAddress> SOURCE =
            new HeaderField<>(2, "source", new Addresses(), PacketHeaders::source);

    public static final HeaderField<IpAddress> DESTINATION =
            new HeaderField<>(3, "destination", new Addresses(), PacketHeaders::destination);
    public static final HeaderField<Integer> SOURCE_PORT = number(5, "source port", 65535, PacketHeaders::sourcePort);
    public static final HeaderField<Integer> DESTINATION_PORT =
            number(6, "destination port", 65535, PacketHeaders::destinationPort);
    public static final HeaderField<Integer> TCP_FLAGS = number(7, "TCP flags", 255, PacketHeaders::tcpFlags);
    public static final HeaderField<Integer> ICMP_TYPE = number(8, "ICMP type", 255, PacketHeaders::icmpType);
    public static final HeaderField<Integer> ICMP_CODE = number(9, "ICMP code", 255, PacketHeaders::icmpCode);

    /** Every field, those that others follow from first. */
    public static final List<HeaderField<?>> ALL = List.of(
            NETWORK,
            PROTOCOL,
            SOURCE,
            DESTINATION,
            TRANSPORT_HEADER,
            SOURCE_PORT,
            DESTINATION_PORT,
            TCP_FLAGS,
            ICMP_TYPE,
            ICMP_CODE);

    private final int place;
    private final String name;
    private final Line<T> line;
    private final FieldValues<T> all;
    private final Function<PacketHeaders, Optional<T>> reader;

    /** @param place its place in {@link #ALL} */
    private HeaderField(int place, String name, Line<T> line, Function<PacketHeaders, Optional<T>> reader) {
        this.place = place;
        this.name = name;
        this.line = line;
        this.all = FieldValues.all(line);
        this.reader = reader;
    }

    private static HeaderField<Integer> number(
            int place, String name, int last, Function<PacketHeaders, Integer> reader) {
        return new HeaderField<>(
                place,
                name,
                new Numbers(last),
                packet -> Optional.of(reader.apply(packet)).filter(value -> value >= 0));
    }

    /** Its place in {@link #ALL}. */
    int place() {
        return place;
    }

    public Line<T> line() {
        return line;
    }

    public FieldValues<T> all() {
        return all;
    }

    public FieldValues<T> one(T value) {
        return FieldValues.one(line, value);
    }

    public FieldValues<T> range(T low, T high) {
        return FieldValues.range(line, low, high);
    }

    public FieldValues<T> present() {
        return FieldValues.present(line);
    }

    public FieldValues<T> none() {
        return FieldValues.none(line);
    }

    /** The packet's value, empty when it has no such field. */
    public Optional<T> of(PacketHeaders packet) {
        return reader.apply(packet);
    }

    private static TransportHeader transportHeader(PacketHeaders packet) {
        boolean shown = switch (packet.network()) {
            case IPV4 -> (packet.load(Layer.IP, 6, 2) & 0x1FFF) == 0; // RFC 791: the fragment offset
            case IPV6 -> packet.load(Layer.IP6, 6, 1) != 44; // RFC 8200: the fragment header
            case ARP, RARP, OTHER -> false;
        };
        return shown ? TransportHeader.SHOWN : TransportHeader.HIDDEN;
    }

    @Override
    public String toString() {
        return name;
    }

    private record Numbers(Integer last) implements Line<Integer> {
        @Override
        public Integer first() {
            return 0;
        }

        @Override
        public Integer next(Integer value) {
            return value + 1;
        }

        @Override
        public Integer previous(Integer value) {
            return value - 1;
        }
    }

    private record Constants<E extends Enum<E>>(List<E> constants) implements Line<E> {
        @Override
        public E first() {
            return constants.getFirst();
        }

        @Override
        public E last() {
            return constants.getLast();
        }

        @Override
        public E next(E value) {
            return constants.get(value.ordinal() + 1);
        }

        @Override
        public E previous(E value) {
            return constants.get(value.ordinal() - 1);
        }
    }

    private record Addresses() implements Line<IpAddress> {
        private static final IpAddress LAST_V4 = IpAddress.v4(-1);
        private static final IpAddress FIRST_V6 = IpAddress.v6(0, 0);

        @Override
        public IpAddress first() {
            return IpAddress.v4(0);
        }

        @Override
        public IpAddress last() {
            return IpAddress.v6(-1, -1);
        }

        @Override
        public IpAddress next(IpAddress value) {
            return value.equals(LAST_V4) ? FIRST_V6 : value.next();
        }

        @Override
        public IpAddress previous(IpAddress value) {
            return value.equals(FIRST_V6) ? LAST_V4 : value.previous();
        }
    }
}
