package dev.wirewalk.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a line and how it is written.
 *
 * @param name one of {@link #NAMES}
 * @param text the field around its {@code {value}}
 * @param not the field when everything but the value is meant
 * @param unsaid what stands there when the line says nothing of the field
 * @param always whether the field is written in every line, with all addresses when nothing is said of it
 * @param zeroPrefix whether all addresses of one family can be written, which selects that family
 * @param shapes the texts of one value by their shape: {@code one} number, {@code host}, {@code prefix}, {@code range}
 * @param list how several values are written
 * @param two how two values are written that a packet must have both, for fields that speak of either end
 * @param protocols the IP protocols behind which a port can stand
 * @param alone the IP protocols whose packets a port surely selects when the line names no protocol; none when it must name one
 * @param insteadOfProtocol whether the field tells the protocol, which is then not written
 * @param words the texts that stand for values: IP protocol numbers, networks, bits of the TCP flags
 * @param numbers whether numbers are taken where there are words
 * @param lowest the lowest number taken
 * @param set how a TCP flag is written that must be set
 * @param unset how one is written that must not be set; empty when that cannot be said
 * @param none the value when no flag is to be set
 * @param between what stands between TCP flags
 * @param reads further texts of the field that are understood, with the placeholders of one value
 */
public record LineField(
        String name,
        String text,
        Optional<String> not,
        Optional<String> unsaid,
        boolean always,
        boolean zeroPrefix,
        Map<String, String> shapes,
        Optional<Several> list,
        Optional<String> two,
        Set<Integer> protocols,
        Set<Integer> alone,
        boolean insteadOfProtocol,
        Map<String, String> words,
        boolean numbers,
        int lowest,
        String set,
        Optional<String> unset,
        String none,
        String between,
        List<String> reads) {
    /** The fields that there are; the addresses and ICMP also for one family, as {@code source-ipv6}. */
    public static final List<String> NAMES = List.of(
            "network",
            "protocol",
            "source",
            "destination",
            "address",
            "source-port",
            "destination-port",
            "port",
            "tcp-flags",
            "icmp-type",
            "icmp-code");

    public LineField {
        shapes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        protocols = Set.copyOf(protocols);
        alone = Set.copyOf(alone);
        words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
        reads = List.copyOf(reads);
    }

    /**
     * Several values of one field, of which a packet has one.
     *
     * @param most how many
     * @param text the whole field around its {@code {items}}; empty when the field is written once for each value
     * @param not the whole field when everything but these is meant
     * @param between what stands between the values
     * @param mixed whether single values and ranges may stand side by side
     */
    public record Several(int most, Optional<String> text, Optional<String> not, String between, boolean mixed) {}

    /** The name without the family. */
    public String kind() {
        return name.endsWith("-ipv4") || name.endsWith("-ipv6") ? name.substring(0, name.length() - 5) : name;
    }

    /** Whether the field speaks of packets of that family. */
    public boolean isOf(Carried network) {
        return !name.endsWith("-ipv4") && !name.endsWith("-ipv6")
                || name.endsWith("-ipv4") && network == Carried.IPV4
                || name.endsWith("-ipv6") && network == Carried.IPV6;
    }
}
