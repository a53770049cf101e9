package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.PayloadDigest;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.LinkView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.FlowProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks out one flow's packets, and the ICMP errors that quote them. */
final class FlowPackets {
    private final FlowKey flow;
    private final List<Observation> packets = new ArrayList<>();
    private final List<IcmpError> errors = new ArrayList<>();
    private final PacketView quoted = new PacketView();
    private final Innermost innermost = new Innermost();
    private final Innermost insideQuoted = new Innermost();
    private final List<Observation> vague = new ArrayList<>();
    private int portless;

    FlowPackets(FlowKey flow) {
        this.flow = flow;
    }

    void add(String file, Frame frame) {
        PacketView outer = frame.packet();
        if (!outer.ip().present() || take(file, frame, outer)) {
            return;
        }
        PacketView inner = innermost.of(outer);
        if (innermost.levels() > 0) {
            take(file, frame, inner);
        }
    }

    /** Whether the packet, the frame's own or one that a tunnel carries in it, is about the flow. */
    private boolean take(String file, Frame frame, PacketView packet) {
        if (packet.icmp().error()) {
            return addError(file, frame, packet);
        }
        Optional<Direction> direction = direction(packet);
        direction.ifPresent(found -> packets.add(observe(file, frame, packet, found)));
        if (direction.isPresent() && isVague(packet)) {
            vague.add(packets.getLast());
        }
        return direction.isPresent();
    }

    /** Some tables tell addresses and protocol, and no ports: whether the packet is the flow's stays open. */
    private boolean portless(PacketView packet) {
        return flow.protocol() != FlowProtocol.ICMP && packet.sourcePort() < 0 && packet.destinationPort() < 0;
    }

    /** A text that leaves out flags or lengths shows that something of the flow passed, but not what. */
    private static boolean isVague(PacketView packet) {
        return packet.tcp().present() && (packet.tcp().flags() < 0 || packet.payloadLength() < 0);
    }

    /** How many packets are told too vaguely to know what they are, or whether they are the flow's, of those that count. */
    int vague(Predicate<Observation> counts) {
        return portless + (int) vague.stream().filter(counts).count();
    }

    /** In file order, copies of a mirror still among them. */
    List<Observation> packets() {
        return packets;
    }

    List<IcmpError> errors() {
        return List.copyOf(errors);
    }

    private Optional<Direction> direction(PacketView packet) {
        if (packet.ip().fragmentOffset() > 0) {
            return packet.ip().protocol() == flow.protocolNumber() ? flow.direction(packet.ip()) : Optional.empty();
        }
        if (packet.transport() != flow.protocolNumber()) {
            return Optional.empty();
        }
        if (portless(packet)) {
            portless += flow.direction(packet.ip()).isPresent() ? 1 : 0;
            return Optional.empty();
        }
        IcmpView icmp = packet.icmp();
        boolean otherMessage = flow.protocol() == FlowProtocol.ICMP
                && (icmp.identifier() != flow.clientPort() || !(icmp.echoRequest() || icmp.echoReply()));
        return otherMessage
                ? Optional.empty()
                : flow.direction(packet.ip(), packet.sourcePort(), packet.destinationPort());
    }

    private static Observation observe(String file, Frame frame, PacketView packet, Direction direction) {
        LinkView link = frame.packet().link();
        boolean tcp = packet.tcp().present();
        return new Observation(
                file,
                frame.number(),
                frame.timeNanos(),
                direction,
                link.sourceMac(),
                link.destinationMac(),
                link.vlanId(),
                packet.ip().ttl(),
                packet.ip().identification(),
                Math.max(0, packet.ip().endOnWire() - packet.ip().headerOffset()),
                packet.ip().fragmentOffset(),
                packet.ip().moreFragments(),
                tcp ? packet.tcp().sequence() : Math.max(0, packet.icmp().sequence()),
                tcp ? packet.tcp().acknowledgement() : 0,
                tcp ? Math.max(0, packet.tcp().flags()) : 0,
                tcp ? packet.tcp().window() : 0,
                tcp ? packet.tcp().maximumSegmentSize() : -1,
                tcp ? packet.tcp().timestamp() : -1,
                Math.max(0, packet.payloadLength()),
                PayloadDigest.of(packet),
                Payload.head(packet),
                AnnouncedLength.of(packet));
    }

    private boolean addError(String file, Frame frame, PacketView packet) {
        if (!packet.quoted(quoted)) {
            return false;
        }
        // A router inside a tunnel quotes the tunnel's packet, which begins with ours.
        PacketView lost = insideQuoted.of(quoted);
        if (lost.ip().protocol() != flow.protocolNumber()
                || (flow.protocol() == FlowProtocol.ICMP && lost.icmp().identifier() != flow.clientPort())) {
            return false;
        }
        Optional<Direction> about = flow.direction(lost.ip(), lost.sourcePort(), lost.destinationPort());
        about.ifPresent(direction -> errors.add(new IcmpError(
                file,
                frame.number(),
                frame.timeNanos(),
                packet.icmp().version(),
                packet.icmp().type(),
                packet.icmp().code(),
                packet.ip().sourceAddress().orElseThrow(),
                direction)));
        return about.isPresent();
    }
}
