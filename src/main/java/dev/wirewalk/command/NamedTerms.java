package dev.wirewalk.command;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.profile.Named;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of terms that a filter names anywhere, under {@code not} too. */
final class NamedTerms {
    /** Kinds by a word of the printed term; the terms are many and their words few. */
    private static final Map<Named, Pattern> WORDS = Map.of(
            Named.BYTES, Pattern.compile("\\["),
            Named.MAC, Pattern.compile("\\b(ether|wlan|fddi|tr|link|broadcast|multicast|gateway)\\b"),
            Named.VLAN, Pattern.compile("\\bvlan\\b"),
            Named.TUNNEL, Pattern.compile("\\b(mpls|pppoe[ds]|vxlan|geneve)\\b"),
            Named.LENGTH, Pattern.compile("\\b(less|greater|len)\\b"),
            Named.DIRECTION, Pattern.compile("\\b(inbound|outbound|ifname|ifindex|on)\\b"));

    private NamedTerms() {}

    static Set<Named> of(Filter filter) {
        Set<Named> named = EnumSet.noneOf(Named.class);
        collect(filter, named);
        return named;
    }

    private static void collect(Filter filter, Set<Named> named) {
        switch (filter) {
            case Filter.Any _ -> {}
            case Filter.And(var parts) -> parts.forEach(part -> collect(part, named));
            case Filter.Or(var parts) -> parts.forEach(part -> collect(part, named));
            case Filter.Not(var part) -> collect(part, named);
            case Filter.Host _ -> named.add(Named.ADDRESS);
            case Filter.Net _ -> named.add(Named.NETWORK);
            case Filter.Port _ -> named.add(Named.PORT);
            case Filter.Ether _, Filter.Protocol _ -> named.add(Named.PROTOCOL);
            case Filter.TcpFlags _ -> named.add(Named.FLAGS);
            case Filter.IcmpType _, Filter.IcmpCode _ -> named.add(Named.ICMP);
            case Filter.Encapsulated(var kind, var id, var inner) -> {
                named.addAll(ofText(FilterPrinter.print(new Filter.Encapsulated(kind, id, Filter.ANY))));
                collect(inner, named);
            }
            case Filter.Opaque opaque -> named.addAll(ofText(FilterPrinter.print(opaque)));
        }
    }

    private static Set<Named> ofText(String text) {
        Set<Named> named = EnumSet.noneOf(Named.class);
        WORDS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                named.add(kind);
            }
        });
        return named.isEmpty() ? Set.of(Named.OTHER) : named;
    }
}
