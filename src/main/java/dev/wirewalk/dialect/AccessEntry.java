package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One line of an access list, or one match clause.
 *
 * @param protocol the IP protocol number; empty for all of them
 * @param icmpType only with the protocol ICMP or ICMPv6
 * @param icmpCode only with a type
 */
record AccessEntry(
        boolean permit,
        Optional<Integer> protocol,
        AccessPlace source,
        AccessPlace destination,
        Optional<Integer> icmpType,
        Optional<Integer> icmpCode)
        implements Widening<AccessEntry> {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP6 = 58;
    private static final int SCTP = 132;

    /** Permits every IP packet. */
    static AccessEntry everything() {
        return new AccessEntry(
                true, Optional.empty(), AccessPlace.ANY, AccessPlace.ANY, Optional.empty(), Optional.empty());
    }

    /** The entry that selects the replies. */
    AccessEntry mirrored() {
        return new AccessEntry(permit, protocol, destination, source, icmpType, icmpCode);
    }

    /** This entry or its mirror image, so that those that differ in little stand the same way round. */
    AccessEntry oriented() {
        return source.length() < destination.length() ? mirrored() : this;
    }

    AccessEntry withoutIcmp() {
        return new AccessEntry(permit, protocol, source, destination, Optional.empty(), Optional.empty());
    }

    AccessEntry withoutPorts() {
        return new AccessEntry(permit, protocol, source.withoutPorts(), destination.withoutPorts(), icmpType, icmpCode);
    }

    @Override
    public boolean covers(AccessEntry other) {
        return coversField(protocol, other.protocol)
                && source.covers(other.source)
                && destination.covers(other.destination)
                && coversField(icmpType, other.icmpType)
                && coversField(icmpCode, other.icmpCode);
    }

    private static boolean coversField(Optional<Integer> mine, Optional<Integer> theirs) {
        return mine.isEmpty() || mine.equals(theirs);
    }

    @Override
    public AccessEntry join(AccessEntry other) {
        boolean sameProtocol = protocol.equals(other.protocol);
        AccessPlace from = source.join(other.source);
        AccessPlace to = destination.join(other.destination);
        return new AccessEntry(
                permit,
                sameProtocol ? protocol : Optional.empty(),
                sameProtocol ? from : from.withoutPorts(),
                sameProtocol ? to : to.withoutPorts(),
                icmpType.filter(type -> sameProtocol && icmpType.equals(other.icmpType)),
                icmpCode.filter(
                        code -> sameProtocol && icmpType.equals(other.icmpType) && icmpCode.equals(other.icmpCode)));
    }

    @Override
    public double breadth() {
        return source.breadth()
                * destination.breadth()
                * (protocol.isPresent() ? 0.5 : 1)
                * (icmpType.isPresent() ? 0.5 : 1);
    }

    @Override
    public AccessEntry coarse() {
        return withoutIcmp().withoutPorts();
    }

    /** Whether both ends are all addresses of the family. */
    boolean isAll(IpVersion version) {
        return source.isAll(version) && destination.isAll(version);
    }

    AccessEntry ofBothFamilies() {
        return new AccessEntry(
                permit, protocol, source.ofBothFamilies(), destination.ofBothFamilies(), icmpType, icmpCode);
    }

    boolean hasPorts() {
        return source.ports().isPresent() || destination.ports().isPresent();
    }

    boolean isOf(IpVersion version) {
        return source.network().filter(prefix -> prefix.version() == version).isPresent();
    }

    boolean isSctp() {
        return protocol.filter(number -> number == SCTP).isPresent();
    }

    /** The line without its {@code permit} or {@code deny}. */
    String text(AccessRelease release, boolean anyWithFamily) {
        String anyV4 = anyWithFamily ? "any4" : "any";
        StringJoiner line = new StringJoiner(" ");
        line.add(protocol.map(number -> word(number, release)).orElse("ip"))
                .add(source.text(anyV4))
                .add(destination.text(anyV4));
        icmpType.ifPresent(type -> line.add(type.toString()));
        icmpCode.ifPresent(code -> line.add(code.toString()));
        return line.toString();
    }

    /** ICMP goes by its name only within its own family, where alone the device knows it. */
    private String word(int number, AccessRelease release) {
        return switch (number) {
            case ICMP -> isOf(IpVersion.V4) ? "icmp" : "1";
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMP6 -> isOf(IpVersion.V6) ? "icmp6" : "58";
            case SCTP -> release.sctpPorts() ? "sctp" : "132";
            default -> Integer.toString(number);
        };
    }
}
