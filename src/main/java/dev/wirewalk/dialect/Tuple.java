package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Check Point's simple filter: packets of one direction by source, source port, destination, destination port and IP
 * protocol. Ports (1 to 65535) and the protocol (1 to 254) are 0 for any.
 */
record Tuple(
        Optional<IpAddress> source, int sourcePort, Optional<IpAddress> destination, int destinationPort, int protocol)
        implements Widening<Tuple> {
    static final Tuple EVERYTHING = new Tuple(Optional.empty(), 0, Optional.empty(), 0, 0);

    static Tuple from(IpAddress source) {
        return new Tuple(Optional.of(source), 0, Optional.empty(), 0, 0);
    }

    static Tuple to(IpAddress destination) {
        return new Tuple(Optional.empty(), 0, Optional.of(destination), 0, 0);
    }

    boolean hasAddress() {
        return source.isPresent() || destination.isPresent();
    }

    boolean hasBothAddresses() {
        return source.isPresent() && destination.isPresent();
    }

    Optional<Tuple> and(Tuple other) {
        boolean possible = agree(source, other.source)
                && agree(destination, other.destination)
                && agree(sourcePort, other.sourcePort)
                && agree(destinationPort, other.destinationPort)
                && agree(protocol, other.protocol);
        return possible
                ? Optional.of(new Tuple(
                        source.or(() -> other.source),
                        Math.max(sourcePort, other.sourcePort),
                        destination.or(() -> other.destination),
                        Math.max(destinationPort, other.destinationPort),
                        Math.max(protocol, other.protocol)))
                : Optional.empty();
    }

    private static boolean agree(Optional<IpAddress> one, Optional<IpAddress> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static boolean agree(int one, int other) {
        return one == 0 || other == 0 || one == other;
    }

    @Override
    public Tuple join(Tuple other) {
        return new Tuple(
                source.filter(address -> Objects.equals(other.source, Optional.of(address))),
                sourcePort == other.sourcePort ? sourcePort : 0,
                destination.filter(address -> Objects.equals(other.destination, Optional.of(address))),
                destinationPort == other.destinationPort ? destinationPort : 0,
                protocol == other.protocol ? protocol : 0);
    }

    @Override
    public boolean covers(Tuple other) {
        return (source.isEmpty() || source.equals(other.source))
                && (destination.isEmpty() || destination.equals(other.destination))
                && (sourcePort == 0 || sourcePort == other.sourcePort)
                && (destinationPort == 0 || destinationPort == other.destinationPort)
                && (protocol == 0 || protocol == other.protocol);
    }

    @Override
    public double breadth() {
        int bits = 0;
        bits += source.isPresent() ? 16 : 0;
        bits += destination.isPresent() ? 16 : 0;
        bits += sourcePort != 0 ? 6 : 0;
        bits += destinationPort != 0 ? 6 : 0;
        bits += protocol != 0 ? 2 : 0;
        return Math.scalb(1.0, -bits);
    }

    @Override
    public Tuple coarse() {
        return new Tuple(source, 0, destination, 0, protocol);
    }

    /** The argument of {@code -F}: five fields without blanks. */
    String text() {
        return "%s,%d,%s,%d,%d".formatted(text(source), sourcePort, text(destination), destinationPort, protocol);
    }

    private static String text(Optional<IpAddress> address) {
        return address.map(IpAddress::toString).orElse("0");
    }
}
