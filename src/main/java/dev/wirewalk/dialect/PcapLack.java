package dev.wirewalk.dialect;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part of the pcap-filter language that some tool does not know. {@link PcapRewording} says many terms without it; what is left
 * over is loosened, and the reason told.
 */
enum PcapLack {
    /** Names such as {@code tcp-syn} and {@code icmptype}: numbers and offsets stand for them. */
    FLAG_NAMES(
            words("tcp-[a-z]+|tcpflags|icmp6?type|icmp6?code|icmp6?-[a-z]+"),
            "The filter language of this tool is not known to have this name."),
    /** The sign {@code ==} for {@code =}. */
    DOUBLE_EQUALS("(?!)", ""),
    /** The sign {@code !=}, in which csh sees a command of its history even in quotes. */
    NOT_EQUAL("!", "The shell of this host takes the sign ! for a command of its history."),
    /** The word {@code portrange}: single ports or comparisons of the port's bytes stand for it. */
    PORTRANGE(words("portrange"), "The filter language of this tool is not known to have port ranges."),
    /** The link-level header: the tool shows none, or not Ethernet's. */
    LINK_LAYER(
            words(
                    "(ether|link|wlan|fddi|tr)(?! proto)|vlan|mpls|pppoed|pppoes|llc|len|less [0-9]+|greater [1-9][0-9]*|(?<!ip )(?<!ip6 )(broadcast|multicast)"),
            "The packets come without their Ethernet header here, so a filter cannot look at it or count its bytes."),
    /** What the kernel knows beside the packet: direction and interface. */
    METADATA(
            words("inbound|outbound|ifindex"),
            "The direction and the interface of a packet are not known to the filter here."),
    /** Words of pf's log. */
    PF_WORDS(
            words("ifname|on|rulenum|rnr|subrulenum|srnr|ruleset|rset|reason|action"),
            "Only the log interface of pf knows the rule and the reason of a packet."),
    /** Words that libpcap learnt from 1.8 on, and the signs {@code %} and {@code ^} of 1.6. */
    NEWER_WORDS(
            words("geneve|vxlan|ifindex") + "|[%^]",
            "The filter language of this tool is older than this word or sign."),
    /** The word that libpcap learns with 1.11. */
    VXLAN(words("vxlan"), "The filter language of this tool does not look into VXLAN."),
    /** The word {@code protochain}, which libpcap refuses where the header before the packet has no fixed length. */
    PROTOCHAIN(words("protochain"), "A filter here cannot follow a chain of IPv6 headers."),
    /** Signs that a prompt without quotes could take for its own. */
    SHELL_SIGNS(
            "[^A-Za-z0-9 ._:/,()\\[\\]=+-]",
            "This prompt takes no quotes, so a filter with signs such as & or < is not given to it.");

    private final Pattern pattern;
    private final String reason;

    PcapLack(String pattern, String reason) {
        this.pattern = Pattern.compile(pattern);
        this.reason = reason;
    }

    private static String words(String alternatives) {
        return "(?<![A-Za-z0-9_-])(" + alternatives + ")(?![A-Za-z0-9_-])";
    }

    /** The word of the profile's {@code lacks} key. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<PcapLack> of(Set<String> words) {
        Set<PcapLack> lacks = EnumSet.noneOf(PcapLack.class);
        EnumSet.allOf(PcapLack.class).stream()
                .filter(lack -> words.contains(lack.word()))
                .forEach(lacks::add);
        return lacks;
    }

    /** Whether a term with this text cannot be said without the part. */
    boolean concerns(String text) {
        return pattern.matcher(text).find();
    }

    /** One sentence for the gap. */
    String reason() {
        return reason;
    }
}
