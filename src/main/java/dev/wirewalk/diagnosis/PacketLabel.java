package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.address.MacAddress;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.Observation;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.FlowProtocol;

/** What a packet is, in the few words that stand beside an arrow. */
record PacketLabel(Ladder.Kind kind, String words) {

    /** What the packet is about, without the words, which cost more than a flow of a million packets can pay for each. */
    static Ladder.Kind kind(FlowProtocol protocol, Observation packet) {
        return switch (protocol) {
            case TCP -> kind(packet);
            case UDP, ICMP -> asked(packet);
        };
    }

    private static Ladder.Kind kind(Observation packet) {
        if (packet.fragmentOffset() > 0) {
            return Ladder.Kind.DATA;
        }
        if (packet.reset()) {
            return Ladder.Kind.RESET;
        }
        if (packet.has(TcpView.SYN)) {
            return Ladder.Kind.OPENING;
        }
        if (packet.fin()) {
            return Ladder.Kind.END;
        }
        return packet.payloadLength() > 0 ? Ladder.Kind.DATA : Ladder.Kind.ACKNOWLEDGEMENT;
    }

    static PacketLabel of(FlowProtocol protocol, Observation packet) {
        return switch (protocol) {
            case TCP -> new PacketLabel(kind(packet), segment(packet));
            case UDP -> datagram(packet, "datagram");
            case ICMP ->
                packet.fragmentOffset() > 0
                        ? datagram(packet, "echo")
                        : new PacketLabel(asked(packet), "echo " + asked(packet).word() + " " + packet.sequence());
        };
    }

    private static Ladder.Kind asked(Observation packet) {
        return packet.direction() == Direction.FORWARD ? Ladder.Kind.REQUEST : Ladder.Kind.REPLY;
    }

    private static PacketLabel datagram(Observation packet, String name) {
        String words = packet.fragmentOffset() > 0
                ? name + ", fragment at " + packet.fragmentOffset()
                : name + " " + bytes(packet.payloadLength()) + (packet.moreFragments() ? ", first fragment" : "");
        return new PacketLabel(asked(packet), words);
    }

    private static String segment(Observation packet) {
        if (packet.fragmentOffset() > 0) {
            return "fragment at " + packet.fragmentOffset();
        }
        String data = packet.payloadLength() > 0 ? ", data " + bytes(packet.payloadLength()) : "";
        return switch (kind(packet)) {
            case RESET -> (packet.has(TcpView.ACK) ? "RST/ACK" : "RST") + data;
            case OPENING -> (packet.has(TcpView.ACK) ? "SYN/ACK" : "SYN") + data;
            case END -> "FIN" + data;
            case DATA -> data.substring(2);
            case ACKNOWLEDGEMENT, REQUEST, REPLY, ERROR, NEIGHBOUR ->
                packet.flags() == 0 ? "segment" : packet.window() == 0 ? "ACK, window 0" : "ACK";
        };
    }

    private static String bytes(int count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }

    static PacketLabel of(IcmpError error) {
        String says = error.tooBig()
                ? "packet too big"
                : error.noRoute()
                        ? "no route"
                        : error.prohibited()
                                ? "prohibited"
                                : error.portUnreachable()
                                        ? "port unreachable"
                                        : error.timeExceeded()
                                                ? "TTL used up"
                                                : "type " + error.type() + " code " + error.code();
        return new PacketLabel(Ladder.Kind.ERROR, "ICMP " + says + ", from " + error.source());
    }

    static PacketLabel of(NeighbourMessage message) {
        String protocol = message.sender().version() == IpVersion.V4 ? "ARP" : "ND";
        return new PacketLabel(
                Ladder.Kind.NEIGHBOUR,
                message.request()
                        ? protocol + " who has " + message.target() + "?"
                        : protocol + " " + message.sender() + " is at " + hardware(message.senderMac()));
    }

    private static String hardware(long mac) {
        return mac < 0 ? "an address not shown" : new MacAddress(mac).toString();
    }
}
