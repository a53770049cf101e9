package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.FieldValues.Range;
import java.util.Optional;

/**
 * One end of an access list line.
 *
 * @param network empty for every address of both families
 * @param ports empty when packets without ports are meant too
 */
record AccessPlace(Optional<IpPrefix> network, Optional<Range<Integer>> ports) {
    static final AccessPlace ANY = new AccessPlace(Optional.empty(), Optional.empty());

    boolean covers(AccessPlace other) {
        boolean networkCovered = network.map(
                        mine -> other.network.filter(mine::contains).isPresent())
                .orElse(true);
        boolean portsCovered = ports.map(mine ->
                        other.ports.filter(theirs -> holds(mine, theirs)).isPresent())
                .orElse(true);
        return networkCovered && portsCovered;
    }

    private static boolean holds(Range<Integer> outer, Range<Integer> inner) {
        return outer.low() <= inner.low() && inner.high() <= outer.high();
    }

    /** The narrowest place that holds both. */
    AccessPlace join(AccessPlace other) {
        Optional<IpPrefix> bothNetworks =
                network.flatMap(mine -> other.network.flatMap(theirs -> around(mine, theirs)));
        Optional<Range<Integer>> bothPorts = ports.flatMap(mine -> other.ports.map(
                theirs -> new Range<>(Math.min(mine.low(), theirs.low()), Math.max(mine.high(), theirs.high()))));
        return new AccessPlace(bothNetworks, bothPorts);
    }

    private static Optional<IpPrefix> around(IpPrefix one, IpPrefix other) {
        if (one.version() != other.version()) {
            return Optional.empty();
        }
        IpPrefix wider = one;
        while (!wider.contains(other)) {
            wider = IpPrefix.around(wider.network(), wider.length() - 1);
        }
        return Optional.of(wider);
    }

    AccessPlace withoutPorts() {
        return new AccessPlace(network, Optional.empty());
    }

    AccessPlace ofBothFamilies() {
        return new AccessPlace(Optional.empty(), ports);
    }

    /** Of the prefix; 0 for all addresses. */
    int length() {
        return network.map(IpPrefix::length).orElse(0);
    }

    boolean isAll(IpVersion version) {
        return network.filter(prefix -> prefix.version() == version && prefix.length() == 0)
                .isPresent();
    }

    /** A rough share of all packets: addresses weigh by the length of their prefix, ports by their number. */
    double breadth() {
        double addresses = network.map(prefix ->
                        Math.pow(2, -32.0 * prefix.length() / prefix.version().bits()))
                .orElse(2.0);
        double numbers =
                ports.map(range -> (1.0 + range.high() - range.low()) / 65536).orElse(1.5);
        return addresses * numbers;
    }

    /** As the device writes it: netmasks for IPv4, never wildcard masks. {@code anyV4} is the word for all IPv4 addresses. */
    String text(String anyV4) {
        String address = network.map(prefix -> address(prefix, anyV4)).orElse("any");
        return address + ports.map(AccessPlace::portText).orElse("");
    }

    private static String address(IpPrefix prefix, String anyV4) {
        boolean v4 = prefix.version() == IpVersion.V4;
        IpAddress network = prefix.network();
        if (prefix.length() == 0) {
            return v4 ? anyV4 : "any6";
        }
        if (prefix.length() == prefix.version().bits()) {
            return "host " + network;
        }
        return v4 ? network + " " + prefix.netmask() : prefix.toString();
    }

    private static String portText(Range<Integer> range) {
        return range.single() ? " eq " + range.low() : " range " + range.low() + " " + range.high();
    }
}
