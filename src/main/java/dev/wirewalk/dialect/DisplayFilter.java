package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Wireshark's display filters (wireshark-filter(4)), with the meaning of the capture filter: tagged frames, tunnels and quoted
 * headers count as they do there. One run of the form {@code expression} with at most one piece.
 *
 * <p>Lengths of frames, MAC addresses, EtherTypes and VLAN tags are told where they are fields of the frame itself; see
 * {@link DisplayLink}. Wider where the filter asks for what no field tells: computed bytes, bytes behind the headers that are sure to
 * be there, labels and tunnels, broadcast of a network whose mask Wireshark does not know.
 *
 * <p>Exact for whole packets on Ethernet, Linux cooked and raw IP links, whatever the setting for putting fragments together.
 * Releases before 4.0 cannot name the outermost header: there all packets with more than one IP header are shown as well, and
 * first fragments where flags are asked for.
 */
public final class DisplayFilter implements Dialect {
    /** An IP header somewhere behind another one: ICMP errors quote it, tunnels carry it. */
    private static final DisplayText SEVERAL_HEADERS =
            DisplayText.test("frame.protocols matches \":ip(v6)?:(.*:)?ip(v6)?(:|$)\"");

    private static final DisplayText FIRST_FRAGMENTS = DisplayText.test("ip.flags.mf == 1");

    @Override
    public String family() {
        return "display-filter";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of();
    }

    @Override
    public Set<String> forms() {
        return Set.of("expression");
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        boolean layers = layers(settings.version());
        DisplayLink link = new DisplayLink(0);
        Map<Network, Filter> rests = new EnumMap<>(Network.class);
        for (Network network : Network.values()) {
            DisplayNetwork.residual(filter, network)
                    .flatMap(rest -> Folding.fold(rest, new DisplaySayable(network, layers, link, gaps)))
                    .ifPresent(rest -> rests.put(network, rest));
        }
        Optional<DisplayText> text = DisplayNetwork.text(rests, layers, link);
        if (!layers && text.isPresent() && rests.values().stream().anyMatch(rest -> !(rest instanceof Filter.Any))) {
            gaps.addWhole(
                    "Wireshark before 4.0 cannot tell the outer IP header from one inside, so ICMP errors, tunnels"
                            + " and first fragments are all shown.");
            text = text.map(exact -> DisplayText.any(exact, SEVERAL_HEADERS, FIRST_FRAGMENTS));
        }
        return Rendering.of(
                List.of(new Run(
                        "expression", text.map(DisplayText::words).stream().toList())),
                gaps.list());
    }

    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        return DisplayParser.read(String.join(" ", run.filter()), settings.version());
    }

    /** Whether the release knows the layer operator, {@code ip.addr#1}. */
    static boolean layers(String version) {
        return Integer.parseInt(version.split("\\.")[0]) >= 4;
    }
}
