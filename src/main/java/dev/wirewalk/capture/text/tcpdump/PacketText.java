package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a packet as tcpdump prints it, from its link header, its protocol's word or its addresses on: {@code IP 192.0.2.1.4000 >
 * 192.0.2.2.80: Flags [S], …}. Many tools print packets so, each with its own columns before and behind. One object serves one
 * region of a text: it keeps the bases of relative sequence numbers.
 */
public final class PacketText {
    private static final int DEEPEST = 8;
    private static final int IPV4 = 0x0800;
    private static final int MPLS = 0x8847;
    private static final int PPPOE_DISCOVERY = 0x8863;
    private static final int PPPOE_SESSION = 0x8864;

    private final EndpointText ends = new EndpointText();
    private final IpText ip = new IpText();
    private final ApplicationText application = new ApplicationText();
    private final TcpText tcp;
    private final List<TextEvent> remarks = new ArrayList<>();
    private Optional<Carrier> carrier = Optional.empty();

    /** For tools that print relative sequence numbers as tcpdump does, or absolute ones. */
    public PacketText() {
        this(false);
    }

    private PacketText(boolean absolute) {
        tcp = new TcpText(new SequenceBases(absolute), application);
    }

    /** For tools that always print the numbers of the wire. */
    public static PacketText absolute() {
        return new PacketText(true);
    }

    /** A packet that is spoken of inside another. */
    static PacketSketch quoted() {
        return new PacketSketch(new TextLine(0, 0, ""));
    }

    /**
     * Reads one packet and stands behind what belongs to it; a decoded application reaches to the end of the line.
     *
     * @param line at the packet; a tool's own words behind the packet are best cut off before
     * @param into gets what the text tells
     * @return false, with the line where it was, when there is no packet here
     */
    public boolean read(LineScanner line, PacketSketch into, TextOutput out) {
        remarks.clear();
        carrier = Optional.empty();
        int before = line.position();
        line.blanks();
        boolean found = packet(line, into, out, 0);
        if (!found) {
            line.moveTo(before);
        }
        return found;
    }

    /** Whether the packet read last can have one inside that is printed in a line of its own: quoted, or in a tunnel. */
    public boolean awaitsInner() {
        return carrier.isPresent();
    }

    /** Reads the packet inside the one read last; false when there is none here or none is awaited. */
    public boolean readInner(LineScanner line, TextOutput out) {
        Optional<Carrier> waiting = carrier;
        carrier = Optional.empty();
        line.blanks();
        return waiting.isPresent() && inside(line, waiting.get(), out, 1);
    }

    /** Hands out what the packet read last says in words: the text in a reset, in which devices say why they sent it. */
    public void remarks(long line, long frame, TextOutput out) {
        remarks.forEach(remark -> out.event(line, frame, remark.kind(), remark.text()));
    }

    /** As {@link #remarks(long, long, TextOutput)}, for a packet whose number is not known yet. */
    List<TextEvent> remarks(long line) {
        return remarks.stream()
                .map(remark -> new TextEvent(line, 0, remark.kind(), remark.text()))
                .toList();
    }

    private boolean inside(LineScanner line, Carrier around, TextOutput out, int depth) {
        PacketSketch inner = quoted();
        if (around.ethernet()) {
            inner.ethernet();
        }
        boolean found = packet(line, inner, out, depth);
        if (found) {
            around.outer().inside(inner, around.untold(), around.header());
        }
        return found;
    }

    /** The packet inside, on this line or on the next. */
    private void carry(LineScanner line, Carrier around, TextOutput out, int depth) {
        if (line.atEnd()) {
            carrier = Optional.of(around);
        } else {
            inside(line, around, out, depth + 1);
        }
    }

    private boolean packet(LineScanner line, PacketSketch into, TextOutput out, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        boolean linked = LinkText.read(line, into);
        line.accept("Reverse ");
        if (ArpText.begins(line, linked)) {
            ArpText.read(line, into, out);
            return true;
        }
        if (line.accept("MPLS (")) {
            into.etherType(MPLS);
            carry(line, new Carrier(into, TunnelText.labels(line), 0, false), out, depth);
            return true;
        }
        if (line.accept("PPPoE ")) {
            byte[] session = TunnelText.session(line);
            into.etherType(session.length == 0 ? PPPOE_DISCOVERY : PPPOE_SESSION);
            if (session.length > 0) {
                carry(line, new Carrier(into, session, 0, false), out, depth);
            }
            return true;
        }
        return network(line, into, out, depth) || linked || LinkProtocol.read(line, into);
    }

    private boolean network(LineScanner line, PacketSketch into, TextOutput out, int depth) {
        int before = line.position();
        boolean named = line.accept("IP6 ") || line.accept("IP ");
        line.blanks();
        if (line.startsWith("truncated-ip")) {
            line.skipTo("missing!");
            line.blanks();
        }
        boolean detailed = ip.before(line, into);
        int protocol = ip.protocol();
        if (ends.read(line)) {
            line.blanks();
            body(line, into, out, protocol, depth);
            IpText.behind(line, into);
            return true;
        }
        if (detailed && line.atEnd()) {
            // The text ends before the line with the addresses.
            into.etherType(IPV4);
            return true;
        }
        if (IpText.isBroken(line, named)) {
            into.etherType(IPV4);
            remarks.add(new TextEvent(0, 0, TextEvent.Kind.NOTE, "no whole IP header: " + line.rest()));
            return true;
        }
        line.moveTo(before);
        return false;
    }

    private void body(LineScanner line, PacketSketch into, TextOutput out, int protocol, int depth) {
        int due = ExtensionText.read(line, into, protocol);
        boolean withPorts = ends.bothHavePorts() && line.peek() != '(';
        OtherProtocol other = OtherProtocol.at(line);
        boolean segment = withPorts && TcpText.begins(line);
        boolean unnamed = !segment && other == OtherProtocol.NONE && withPorts;
        boolean datagram = unnamed && (due == 17 || due < 0) && !line.atEnd() && !line.startsWith("[|tcp]");
        boolean portDue = segment || unnamed || (withPorts && other == OtherProtocol.SCTP);
        EndpointText.Place from = ends.source(portDue, out);
        EndpointText.Place to = ends.destination(portDue, out);
        into.addresses(from.address(), to.address());
        if (segment) {
            tcp.read(line, from, to, into);
            tcp.resetText().ifPresent(reason -> remarks.add(new TextEvent(0, 0, TextEvent.Kind.REJECT, reason)));
        } else if (datagram) {
            into.udp(from.port(), to.port());
            datagram(line, from, to, into, out, depth);
        } else if (unnamed && (due == 6 || line.startsWith("[|tcp]"))) {
            into.tcp(from.port(), to.port(), -1);
            line.moveTo(Integer.MAX_VALUE);
        } else if (other == OtherProtocol.NONE && due >= 0) {
            into.protocol(due);
        } else {
            other(other, line, from, to, into, out, depth);
        }
    }

    private void datagram(
            LineScanner line,
            EndpointText.Place from,
            EndpointText.Place to,
            PacketSketch into,
            TextOutput out,
            int depth) {
        ApplicationText.checksum(line);
        if (line.startsWith("VXLAN, ")) {
            byte[] header = TunnelText.vxlan(line);
            line.accept(":");
            line.blanks();
            carry(line, new Carrier(into, header, 0, true), out, depth);
        } else if (line.startsWith("Geneve, ")) {
            byte[] header = TunnelText.geneve(line);
            boolean ethernet = header[2] == 0x65;
            int rest = line.position();
            if (!line.skipTo(": ")) {
                line.moveTo(rest + line.rest().length());
            }
            carry(line, new Carrier(into, header, 4 * header[0], ethernet), out, depth);
        } else {
            application.overUdp(line, from.port(), to.port(), into);
        }
    }

    private void other(
            OtherProtocol kind,
            LineScanner line,
            EndpointText.Place from,
            EndpointText.Place to,
            PacketSketch into,
            TextOutput out,
            int depth) {
        IpAddress back = to.address();
        switch (kind) {
            case ICMP, OLD_ICMP -> {
                line.accept(kind.word);
                IcmpText.read(line, into, back, out);
                awaitQuoted(line, into, out, depth);
            }
            case ICMP6, OLD_ICMP6 -> {
                line.accept(kind.word);
                Icmp6Text.read(line, into, back, out);
                awaitQuoted(line, into, out, depth);
            }
            case GRE -> {
                line.accept(kind.word);
                into.protocol(kind.number);
                carry(line, new Carrier(into, TunnelText.gre(line, into), 0, false), out, depth);
            }
            case IN_IP, IP6_IN_IP -> {
                into.protocol(kind.number);
                carry(line, new Carrier(into, new byte[0], 0, false), out, depth);
            }
            case MPLS -> {
                line.accept(kind.word);
                into.protocol(kind.number);
                carry(line, new Carrier(into, TunnelText.labels(line), 0, false), out, depth);
            }
            case NUMBERED -> {
                line.accept(kind.word);
                into.protocol((int) Math.max(0, line.number()));
            }
            case SCTP -> {
                into.protocol(kind.number).ports(from.port(), to.port());
                line.moveTo(Integer.MAX_VALUE);
            }
            case ESP, AH -> {
                into.protocol(kind.number);
                SecurityText.read(line, into, kind == OtherProtocol.ESP);
            }
            case POINT_TO_POINT_GRE,
                    OLD_GRE,
                    IGMP,
                    OSPF,
                    VRRP,
                    CARP,
                    PIM,
                    EIGRP,
                    RSVP,
                    IPCOMP,
                    ETHERIP,
                    NAMED_TCP,
                    NAMED_UDP,
                    NAMED_ICMP -> {
                into.protocol(kind.number);
                SecurityText.length(line, into);
            }
            case NONE -> {}
        }
    }

    /** Old releases print it behind {@code for}, newer ones in the next lines. */
    private void awaitQuoted(LineScanner line, PacketSketch into, TextOutput out, int depth) {
        if (line.accept(" for ")) {
            inside(line, new Carrier(into, new byte[0], 0, false), out, depth + 1);
        } else if (into.isError()) {
            carrier = Optional.of(new Carrier(into, new byte[0], 0, false));
        }
    }
}
