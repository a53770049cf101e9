package dev.wirewalk.packet;

import java.util.Optional;

/**
 * What a firewall or operating system wrote before the packet about where it was seen: the logs of pf (LINKTYPE_PFLOG) and
 * netfilter (LINKTYPE_NFLOG), the headers of Solaris (LINKTYPE_IPNET), OpenBSD (LINKTYPE_ENC), Darwin (LINKTYPE_PKTAP), routers
 * (LINKTYPE 178) and wireless adapters (LINKTYPE_PPI).
 */
public final class CaptureHeaders {
    private static final int NFLOG_PAYLOAD = 9;
    private static final int NFLOG_PREFIX = 10;
    private static final int NFLOG_NAME_BITS = 0x7FFF;
    private static final int PF_DROP = 1;
    private static final int PF_IN = 1;
    private static final int PF_OUT = 2;
    /** Reasons of pf, by number (pfvar.h). */
    private static final String[] PF_REASONS = {
        "match",
        "bad-offset",
        "fragment",
        "short",
        "normalize",
        "memory",
        "bad-timestamp",
        "congestion",
        "ip-option",
        "proto-cksum",
        "state-mismatch",
        "state-insert",
        "state-limit",
        "src-limit",
        "synproxy"
    };

    private static final String[] PF_ACTIONS = {
        "pass", "drop", "scrub", "no-scrub", "nat", "no-nat", "binat", "no-binat", "rdr"
    };

    private final Octets octets;
    private int number;
    private int start;
    private int end;
    private int innerLinkType;
    private int innerEtherType;
    private int nameOffset;
    private int prefixOffset;
    private int prefixLength;
    private int direction;

    CaptureHeaders(Octets octets) {
        this.octets = octets;
    }

    void reset() {
        number = -1;
        nameOffset = -1;
        prefixOffset = -1;
        direction = 0;
    }

    /** Where the packet, or its next header, begins. */
    int end() {
        return end;
    }

    /** The link type of what follows, or -1 when {@link #innerEtherType()} says it. */
    int innerLinkType() {
        return innerLinkType;
    }

    int innerEtherType() {
        return innerEtherType;
    }

    /** Reads the header of this link type at {@code at}; false when the link type is none of these. */
    boolean read(int linkType, int at) {
        number = linkType;
        start = at;
        end = at;
        innerLinkType = -1;
        innerEtherType = -1;
        switch (linkType) {
            case 109 -> packetBehind(at + 12, etherTypeByFamily(at));
            case 117 -> filterLog(at);
            case 178 -> router(at);
            case 192 -> perPacketInformation(at);
            case 226 ->
                packetBehind(at + 24, octets.u8(at + 1) == 2 ? LinkView.ETHERTYPE_IPV4 : LinkView.ETHERTYPE_IPV6);
            case 239 -> netfilterLog(at);
            case 258 -> darwin(at);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void packetBehind(int at, int etherType) {
        end = at;
        innerEtherType = etherType;
    }

    /** The address family is in the byte order of whoever captured; IPv6 has another number on each BSD and on Linux. */
    int etherTypeByFamily(int at) {
        long bigEndian = octets.u32(at);
        return byFamily(bigEndian > 0xFFFF ? Integer.toUnsignedLong(Integer.reverseBytes((int) bigEndian)) : bigEndian);
    }

    private static int byFamily(long family) {
        return switch ((int) family) {
            case 2 -> LinkView.ETHERTYPE_IPV4;
            case 10, 24, 28, 30 -> LinkView.ETHERTYPE_IPV6;
            default -> -1;
        };
    }

    /** pf: length, family, action, reason, interface, ruleset, rule, …, direction; padded to whole words. */
    private void filterLog(int at) {
        int length = octets.u8(at);
        packetBehind(at + (Math.max(length, 0) + 3 & ~3), byFamily(octets.u8(at + 1)));
        nameOffset = at + 4;
        direction = length >= 61 ? octets.u8(at + 60) : 0;
    }

    /** A magic number, flags, and perhaps extensions with their length; then Ethernet, or IP when a flag says so. */
    private void router(int at) {
        int flags = octets.u8(at + 3);
        end = at + 4 + ((flags & 0x80) != 0 ? 2 + Math.max(0, octets.u16(at + 4)) : 0);
        direction = (flags & 1) != 0 ? PF_IN : PF_OUT;
        if ((flags & 2) != 0) {
            innerEtherType = LinkView.ETHERTYPE_IPV4;
        } else {
            innerLinkType = LinkType.ETHERNET.number();
        }
    }

    private void perPacketInformation(int at) {
        int length = octets.u16(at + 2);
        end = at + Math.max(8, little16(length));
        innerLinkType = (int) Math.min(little32(at + 4), 0xFFFF);
    }

    private void darwin(int at) {
        end = at + (int) Math.clamp(little32(at), 0, octets.length());
        innerLinkType = (int) Math.min(little32(at + 8), 0xFFFF);
        nameOffset = at + 12;
        direction = (int) (little32(at + 36) & 3);
    }

    /** A family, then attributes: length, type, value, padded to whole words, in the byte order of the host. */
    private void netfilterLog(int at) {
        int family = octets.u8(at);
        int attribute = at + 4;
        boolean big = octets.u8(attribute) == 0;
        while (octets.has(attribute, 4)) {
            int length = big ? octets.u16(attribute) : little16(octets.u16(attribute));
            int kind = (big ? octets.u16(attribute + 2) : little16(octets.u16(attribute + 2))) & NFLOG_NAME_BITS;
            if (length < 4) {
                return;
            }
            if (kind == NFLOG_PREFIX) {
                prefixOffset = attribute + 4;
                prefixLength = length - 4;
            } else if (kind == NFLOG_PAYLOAD) {
                packetBehind(attribute + 4, byFamily(family));
                return;
            }
            attribute += length + 3 & ~3;
        }
    }

    private static int little16(int big) {
        return big < 0 ? -1 : (big & 0xFF) << 8 | big >> 8;
    }

    private long little32(int at) {
        long value = octets.u32(at);
        return value < 0 ? 0 : Integer.toUnsignedLong(Integer.reverseBytes((int) value));
    }

    /** The interface that the header names. */
    public Optional<String> interfaceName() {
        return nameOffset < 0
                ? Optional.empty()
                : Optional.of(text(nameOffset, 16)).filter(name -> !name.isEmpty());
    }

    /** {@code drop} where a firewall threw the packet away, else {@code in} or {@code out} where the header tells. */
    public Optional<String> position() {
        if (number == 117 && octets.u8(start + 2) == PF_DROP) {
            return Optional.of("drop");
        }
        return switch (direction) {
            case PF_IN -> Optional.of("in");
            case PF_OUT -> Optional.of("out");
            default -> Optional.empty();
        };
    }

    /** Whether this is the log of a packet filter, which may say a {@link #verdict()}. */
    public boolean judges() {
        return decides() || prefixOffset >= 0;
    }

    /** Whether the {@link #verdict()} is that of a rule, and not only words that somebody gave to it. */
    public boolean decides() {
        return number == 117;
    }

    /** What a firewall decided and by which rule, in words: {@code rule 4 drop (match)}; or the prefix of its log line. */
    public Optional<String> verdict() {
        if (number == 117 && octets.has(start, 40)) {
            String ruleset = text(start + 20, 16);
            String rule = ruleset.isEmpty() ? "" : ruleset + " ";
            return Optional.of("rule " + rule + octets.u32(start + 36) + " " + named(PF_ACTIONS, octets.u8(start + 2))
                    + " (" + named(PF_REASONS, octets.u8(start + 3)) + ")");
        }
        return prefixOffset < 0
                ? Optional.empty()
                : Optional.of(text(prefixOffset, prefixLength)).filter(text -> !text.isBlank());
    }

    private static String named(String[] names, int index) {
        return index >= 0 && index < names.length ? names[index] : Integer.toString(index);
    }

    private String text(int at, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < at + length && octets.u8(i) > 0; i++) {
            text.append((char) octets.u8(i));
        }
        return text.toString();
    }
}
