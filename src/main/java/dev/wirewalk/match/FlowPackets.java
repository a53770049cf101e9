package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.PayloadDigest;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.FlowProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks out one flow's packets, and the ICMP errors that quote them. */
final class FlowPackets {
    private final FlowKey flow;
    private final List<Observation> packets = new ArrayList<>();
    private final List<IcmpError> errors = new ArrayList<>();
    private final PacketView quoted = new PacketView();
    private int vague;

    FlowPackets(FlowKey flow) {
        this.flow = flow;
    }

    void add(String file, Frame frame) {
        PacketView packet = frame.packet();
        if (!packet.ip().present()) {
            return;
        }
        int before = packets.size();
        if (packet.icmp().error()) {
            addError(file, frame);
        } else {
            direction(packet).ifPresent(direction -> packets.add(observe(file, frame, direction)));
            vague += packets.size() > before && isVague(packet) ? 1 : 0;
        }
    }

    /** A text that leaves out flags or lengths shows that something of the flow passed, but not what. */
    private static boolean isVague(PacketView packet) {
        return packet.tcp().present() && (packet.tcp().flags() < 0 || packet.payloadLength() < 0);
    }

    /** How many of the packets are told too vaguely to know what they are. */
    int vague() {
        return vague;
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
        IcmpView icmp = packet.icmp();
        boolean otherMessage = flow.protocol() == FlowProtocol.ICMP
                && (icmp.identifier() != flow.clientPort() || !(icmp.echoRequest() || icmp.echoReply()));
        return otherMessage
                ? Optional.empty()
                : flow.direction(packet.ip(), packet.sourcePort(), packet.destinationPort());
    }

    private static Observation observe(String file, Frame frame, Direction direction) {
        PacketView packet = frame.packet();
        boolean tcp = packet.tcp().present();
        return new Observation(
                file,
                frame.number(),
                frame.timeNanos(),
                direction,
                packet.link().sourceMac(),
                packet.link().destinationMac(),
                packet.link().vlanId(),
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
                Payload.head(packet));
    }

    private void addError(String file, Frame frame) {
        PacketView packet = frame.packet();
        if (!packet.quoted(quoted) || quoted.ip().protocol() != flow.protocolNumber()) {
            return;
        }
        if (flow.protocol() == FlowProtocol.ICMP && quoted.icmp().identifier() != flow.clientPort()) {
            return;
        }
        flow.direction(quoted.ip(), quoted.sourcePort(), quoted.destinationPort())
                .ifPresent(direction -> errors.add(new IcmpError(
                        file,
                        frame.number(),
                        frame.timeNanos(),
                        packet.icmp().version(),
                        packet.icmp().type(),
                        packet.icmp().code(),
                        packet.ip().sourceAddress().orElseThrow(),
                        direction)));
    }
}
