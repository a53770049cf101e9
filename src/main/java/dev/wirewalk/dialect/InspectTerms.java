package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.List;

/**
 * The macros, fields and bytes of INSPECT. A test at a place behind the IPv4 header means the field that stands there without IP
 * options, and a port means one of TCP, UDP or SCTP, as those who write it mean it.
 */
final class InspectTerms {
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    private final InspectTokens tokens;
    private final IpVersion version;

    InspectTerms(InspectTokens tokens, IpVersion version) {
        this.tokens = tokens;
        this.version = version;
    }

    Filter macro(String word) throws UnreadableTextException {
        return switch (word) {
            case "tcp" -> Meaning.protocol(6);
            case "udp" -> Meaning.protocol(17);
            case "port" -> port(Transport.ANY);
            case "tcpport" -> port(Transport.TCP);
            case "udpport" -> port(Transport.UDP);
            default -> ofIpv4(word);
        };
    }

    private Filter ofIpv4(String word) throws UnreadableTextException {
        onlyIpv4(word);
        return switch (word) {
            case "icmp" -> Meaning.protocol(1);
            case "host" -> host();
            case "net" -> network(Side.EITHER);
            case "from_net" -> network(Side.SOURCE);
            case "to_net" -> network(Side.DESTINATION);
            case "syn" -> flags(SYN, Comparison.NOT_EQUAL, 0);
            case "fin" -> flags(FIN, Comparison.NOT_EQUAL, 0);
            case "rst" -> flags(RST, Comparison.NOT_EQUAL, 0);
            case "ack" -> flags(ACK, Comparison.NOT_EQUAL, 0);
            case "first" -> flags(SYN | ACK, Comparison.EQUAL, SYN);
            case "echo_req" -> new Filter.IcmpType(Families.IPV4, 8);
            case "echo_reply" -> new Filter.IcmpType(Families.IPV4, 0);
            case "ping" ->
                Filter.any(List.of(new Filter.IcmpType(Families.IPV4, 8), new Filter.IcmpType(Families.IPV4, 0)));
            case "not_first", "established", "last", "icmp_error", "tracert", "traceroute" ->
                throw tokens.problemBefore("what exactly the macro " + word + " tests is not documented");
            default -> throw tokens.problemBefore("the macro " + word + " is not known");
        };
    }

    private void onlyIpv4(String word) throws UnreadableTextException {
        if (version != IpVersion.V4) {
            throw tokens.problemBefore("what " + word + " means for IPv6 is not documented");
        }
    }

    private Filter host() throws UnreadableTextException {
        tokens.expect("(");
        IpAddress address = tokens.address();
        tokens.expect(")");
        return new Filter.Host(Side.EITHER, address);
    }

    private Filter network(Side side) throws UnreadableTextException {
        tokens.expect("(");
        IpAddress address = tokens.address();
        tokens.expect(",");
        long length = tokens.number();
        if (length > 32) {
            throw tokens.problemBefore("the length of a network is 0 to 32");
        }
        tokens.expect(")");
        return new Filter.Net(side, IpPrefix.around(address, (int) length));
    }

    private Filter port(Transport transport) throws UnreadableTextException {
        tokens.expect("(");
        Filter port = ports(transport, Side.EITHER, Comparison.EQUAL);
        tokens.expect(")");
        return port;
    }

    private Filter ports(Transport transport, Side side, Comparison comparison) throws UnreadableTextException {
        long value = value(0xFFFF);
        return Meaning.ports(transport, side, comparison, value);
    }

    private long value(long most) throws UnreadableTextException {
        long value = tokens.number();
        if (value > most) {
            throw tokens.problemBefore("the value is 0 to " + most);
        }
        return value;
    }

    /** @param mask what the field is masked with, 0 for nothing */
    Filter field(String word, long mask, Comparison comparison) throws UnreadableTextException {
        if (mask != 0 && !word.equals("th_flags")) {
            throw tokens.problemBefore("only flags and bytes are masked");
        }
        return switch (word) {
            case "sport" -> ports(Transport.ANY, Side.SOURCE, comparison);
            case "dport" -> ports(Transport.ANY, Side.DESTINATION, comparison);
            case "th_sport" -> ports(Transport.TCP, Side.SOURCE, comparison);
            case "th_dport" -> ports(Transport.TCP, Side.DESTINATION, comparison);
            case "uh_sport" -> ports(Transport.UDP, Side.SOURCE, comparison);
            case "uh_dport" -> ports(Transport.UDP, Side.DESTINATION, comparison);
            default -> fieldOfIpv4(word, mask, comparison);
        };
    }

    private Filter fieldOfIpv4(String word, long mask, Comparison comparison) throws UnreadableTextException {
        onlyIpv4(word);
        return switch (word) {
            case "src", "ip_src" -> address(Side.SOURCE, comparison);
            case "dst", "ip_dst" -> address(Side.DESTINATION, comparison);
            case "ip_p" -> bytes(9, 1, 0xFF, comparison, value(0xFF));
            case "ip_tos" -> bytes(1, 1, 0xFF, comparison, value(0xFF));
            case "ip_ttl" -> bytes(8, 1, 0xFF, comparison, value(0xFF));
            case "ip_len" -> bytes(2, 2, 0xFFFF, comparison, value(0xFFFF));
            case "ip_id" -> bytes(4, 2, 0xFFFF, comparison, value(0xFFFF));
            case "ip_off" -> bytes(6, 2, 0xFFFF, comparison, value(0xFFFF));
            case "icmp_type" -> bytes(20, 1, 0xFF, comparison, value(0xFF));
            case "icmp_code" -> bytes(21, 1, 0xFF, comparison, value(0xFF));
            case "th_flags" -> bytes(33, 1, mask == 0 ? 0xFF : mask, comparison, value(0xFF));
            case "ifid" -> throw tokens.problemBefore("ifid is the number of an interface of this one gateway");
            default -> throw tokens.problemBefore("the field " + word + " is not known");
        };
    }

    private Filter address(Side side, Comparison comparison) throws UnreadableTextException {
        if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
            throw tokens.problemBefore("addresses are compared for equality");
        }
        Filter host = new Filter.Host(side, tokens.address());
        return comparison == Comparison.EQUAL ? host : Meaning.not(host);
    }

    /** @param told whether a value follows; else the masked bytes are compared with 0 */
    Filter raw(int offset, int size, long mask, Comparison comparison, boolean told) throws UnreadableTextException {
        onlyIpv4("a byte at an offset");
        boolean address = size == 4 && (offset == 12 || offset == 16) && mask == 0;
        if (address && tokens.isAddressNext()) {
            return address(offset == 12 ? Side.SOURCE : Side.DESTINATION, comparison);
        }
        long ones = size == 4 ? 0xFFFF_FFFFL : (1L << 8 * size) - 1;
        if (mask > ones) {
            throw tokens.problemBefore("the mask is wider than the bytes");
        }
        return bytes(offset, size, mask == 0 ? ones : mask, comparison, told ? value(ones) : 0);
    }

    /** The field that stands there, or else the bytes. */
    private static Filter bytes(int offset, int size, long mask, Comparison comparison, long value) {
        boolean whole = mask == (size == 4 ? 0xFFFF_FFFFL : (1L << 8 * size) - 1);
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        if (whole && size == 1 && offset == 9 && equality) {
            return equal(Meaning.protocol((int) value), comparison);
        }
        if (whole && size == 2 && (offset == 20 || offset == 22)) {
            return Meaning.ports(Transport.ANY, offset == 20 ? Side.SOURCE : Side.DESTINATION, comparison, value);
        }
        if (whole && size == 1 && offset == 20 && comparison == Comparison.EQUAL) {
            return new Filter.IcmpType(Families.IPV4, (int) value);
        }
        if (whole && size == 1 && offset == 21 && comparison == Comparison.EQUAL) {
            return new Filter.IcmpCode(Families.IPV4, (int) value);
        }
        if (size == 1 && offset == 33) {
            return equality
                    ? flags((int) mask, comparison, (int) value)
                    : new Filter.ByteTest(Layer.TCP, 13, 1, mask, comparison, value);
        }
        if (size == 1 && (offset == 20 || offset == 21)) {
            return new Filter.ByteTest(Layer.ICMP, offset - 20, 1, mask, comparison, value);
        }
        return new Filter.ByteTest(Layer.IP, offset, size, mask, comparison, value);
    }

    private static Filter equal(Filter filter, Comparison comparison) {
        return comparison == Comparison.EQUAL ? filter : Meaning.not(filter);
    }

    private static Filter flags(int mask, Comparison comparison, int value) {
        return new Filter.TcpFlags(Families.IPV4, mask, comparison, value);
    }
}
