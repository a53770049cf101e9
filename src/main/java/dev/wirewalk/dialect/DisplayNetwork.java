package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a filter apart by what the frame carries, and guards each part with a test for just that: Wireshark also finds an IP
 * header behind a VLAN tag, in a tunnel or quoted by an ICMP error, where a capture filter does not look. With the guard the
 * parts hold for the same frames, under a NOT too.
 */
final class DisplayNetwork {
    /** The link header, then at most the EtherType, then the network header: no tag, no tunnel before it. */
    private static final String START = "frame.protocols matches \"^[^:]+(:ethertype)?:";

    private static final String END = "(:|$)\"";
    private static final Set<Network> ALL = Set.of(Network.values());

    private DisplayNetwork() {}

    /** What is left of the filter for frames of that kind; empty when it selects none of them. */
    static Optional<Filter> residual(Filter filter, Network network) {
        return switch (network) {
            case IPV4 -> OneNetwork.of(filter, IpVersion.V4);
            case IPV6 -> OneNetwork.of(filter, IpVersion.V6);
            case ARP, RARP, OTHER -> Folding.fold(filter, (term, _) -> replace(term, network));
        };
    }

    private static Optional<Filter> replace(Filter.Term term, Network network) {
        boolean resolution = network != Network.OTHER;
        return switch (term) {
            case Filter.Host host -> keep(host, resolution && host.address().version() == IpVersion.V4);
            case Filter.Net(var _, var prefix)
            when resolution && prefix.version() == IpVersion.V4 && prefix.length() == 0 -> Optional.of(Filter.ANY);
            case Filter.Net net -> keep(net, resolution && net.prefix().version() == IpVersion.V4);
            case Filter.Ether(var other) -> keep(Filter.ANY, other == network);
            case Filter.Opaque opaque -> keep(opaque, opaque.canSelect(network));
            case Filter.Port _, Filter.Protocol _, Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _ ->
                Optional.empty();
        };
    }

    private static Optional<Filter> keep(Filter filter, boolean possible) {
        return possible ? Optional.of(filter) : Optional.empty();
    }

    /**
     * Joins the parts, networks with the same text in one.
     *
     * @param texts for each network of which something is selected its condition, empty for all of its frames
     * @return empty when every frame is selected
     */
    static Optional<DisplayText> join(Map<Network, Optional<DisplayText>> texts) {
        if (texts.keySet().equals(ALL) && texts.values().stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Map<Optional<DisplayText>, Set<Network>> groups = new java.util.LinkedHashMap<>();
        new EnumMap<>(texts)
                .forEach((network, text) -> groups.computeIfAbsent(text, _ -> EnumSet.noneOf(Network.class))
                        .add(network));
        List<DisplayText> parts = new ArrayList<>();
        groups.forEach((text, networks) -> parts.add(guarded(networks, text)));
        return Optional.of(parts.isEmpty() ? DisplayText.test("!frame") : DisplayText.any(parts));
    }

    private static DisplayText guarded(Set<Network> networks, Optional<DisplayText> text) {
        List<DisplayText> parts = new ArrayList<>();
        if (!networks.equals(ALL)) {
            parts.add(guard(networks));
        }
        text.ifPresent(parts::add);
        return DisplayText.all(parts);
    }

    private static DisplayText guard(Set<Network> networks) {
        if (networks.contains(Network.OTHER)) {
            return DisplayText.not(guard(EnumSet.complementOf(EnumSet.copyOf(networks))));
        }
        List<String> words = new ArrayList<>();
        for (Network network : networks) {
            switch (network) {
                case IPV4 -> words.add("ip");
                case IPV6 -> words.add("ipv6");
                case ARP, RARP -> words.add("arp");
                case OTHER -> throw new IllegalStateException("turned round above");
            }
        }
        List<String> once = words.stream().distinct().toList();
        String one = once.size() == 1 ? once.getFirst() : "(" + String.join("|", once) + ")";
        DisplayText test = DisplayText.test(START + one + END);
        boolean forward = networks.contains(Network.ARP);
        boolean reverse = networks.contains(Network.RARP);
        return forward == reverse ? test : DisplayText.all(test, oneResolution(networks, forward));
    }

    /** Wireshark calls both ARP; their EtherTypes tell them apart. */
    private static DisplayText oneResolution(Set<Network> networks, boolean forward) {
        String type = forward ? "0x8035" : "0x0806";
        DisplayText other =
                DisplayText.any(DisplayText.test("eth.type == " + type), DisplayText.test("sll.etype == " + type));
        return networks.size() == 1
                ? DisplayText.not(other)
                : DisplayText.not(DisplayText.all(DisplayText.test("arp"), other));
    }
}
