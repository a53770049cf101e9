package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.Arrays;
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
            case IPV4 -> untagged(filter).flatMap(rest -> OneNetwork.of(rest, IpVersion.V4));
            case IPV6 -> untagged(filter).flatMap(rest -> OneNetwork.of(rest, IpVersion.V6));
            case ARP, RARP, OTHER -> Folding.fold(filter, (term, _) -> replace(term, network));
        };
    }

    /** A frame with a VLAN tag before its packet counts as carrying none of the networks. */
    private static Optional<Filter> untagged(Filter filter) {
        return Folding.fold(filter, (term, _) -> keep(term, !isTag(term)));
    }

    private static boolean isTag(Filter.Term term) {
        return term instanceof Filter.Encapsulated(var kind, var _, var _) && kind == Encapsulation.VLAN;
    }

    private static Optional<Filter> replace(Filter.Term term, Network network) {
        boolean resolution = network != Network.OTHER;
        return switch (term) {
            case Filter.Host host -> keep(host, resolution && host.address().version() == IpVersion.V4);
            case Filter.Net(var _, var prefix)
            when resolution && prefix.version() == IpVersion.V4 && prefix.length() == 0 -> Optional.of(Filter.ANY);
            case Filter.Net net -> keep(net, resolution && net.prefix().version() == IpVersion.V4);
            case Filter.Ether(var other) -> keep(Filter.ANY, other == network);
            case Filter.Opaque opaque -> keep(opaque, opaque.canSelect(network) && !(resolution && isTag(opaque)));
            case Filter.Port _, Filter.Protocol _, Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _ ->
                Optional.empty();
        };
    }

    /** The frames that carry the network and nothing else. */
    static Filter only(Network network) {
        return network == Network.OTHER
                ? new Filter.Not(Filter.any(Arrays.stream(Network.values())
                        .filter(known -> known != Network.OTHER)
                        .<Filter>map(Filter.Ether::new)
                        .toList()))
                : new Filter.Ether(network);
    }

    /**
     * The text of a filter of which all can be said.
     *
     * @return empty when it selects every frame
     */
    static Optional<DisplayText> text(Map<Network, Filter> rests, boolean layers, DisplayLink link) {
        Map<Network, Optional<DisplayText>> texts = new EnumMap<>(Network.class);
        rests.forEach((network, rest) -> texts.put(
                network,
                rest instanceof Filter.Any
                        ? Optional.empty()
                        : Optional.of(new DisplayTerms(network, layers, link).text(rest))));
        Optional<Filter> other = Optional.ofNullable(rests.get(Network.OTHER));
        return join(texts, other.filter(DisplayLink::tellsOther).isPresent(), link);
    }

    private static Optional<Filter> keep(Filter filter, boolean possible) {
        return possible ? Optional.of(filter) : Optional.empty();
    }

    /**
     * Joins the parts, networks with the same text in one.
     *
     * @param texts for each network of which something is selected its condition, empty for all of its frames
     * @param tellsOther whether the condition for other frames holds for no frame with a known network
     * @param link where the type of what is carried stands
     * @return empty when every frame is selected
     */
    private static Optional<DisplayText> join(
            Map<Network, Optional<DisplayText>> texts, boolean tellsOther, DisplayLink link) {
        if (texts.keySet().equals(ALL) && texts.values().stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Map<Optional<DisplayText>, Set<Network>> groups = new java.util.LinkedHashMap<>();
        Map<Network, Optional<DisplayText>> guarded = new EnumMap<>(texts);
        Optional<DisplayText> other = tellsOther
                ? Optional.ofNullable(guarded.remove(Network.OTHER)).flatMap(text -> text)
                : Optional.empty();
        guarded.forEach((network, text) ->
                groups.computeIfAbsent(text, _ -> EnumSet.noneOf(Network.class)).add(network));
        List<DisplayText> parts = new ArrayList<>();
        groups.forEach((text, networks) -> parts.add(guarded(networks, text, link)));
        other.ifPresent(parts::add);
        return Optional.of(parts.isEmpty() ? DisplayText.test("!frame") : DisplayText.any(parts));
    }

    private static DisplayText guarded(Set<Network> networks, Optional<DisplayText> text, DisplayLink link) {
        List<DisplayText> parts = new ArrayList<>();
        if (!networks.equals(ALL)) {
            parts.add(link.tags() > 0 ? link.carries(networks) : guard(networks));
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
