package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The conversations of one point. Grows with conversations, not with packets. */
final class ConversationTable {
    private final Map<Ends, Conversation> conversations = new LinkedHashMap<>();
    private final Optional<FlowHint> hint;
    private final Ends probe = new Ends();

    ConversationTable(Optional<FlowHint> hint) {
        this.hint = hint;
    }

    Collection<Conversation> conversations() {
        return conversations.values();
    }

    Optional<Conversation> find(FlowKey key) {
        return conversations.values().stream()
                .filter(found -> found.key.equals(key))
                .findFirst();
    }

    void add(PacketView packet, long nanos) {
        boolean echo = packet.icmp().echoRequest() || packet.icmp().echoReply();
        boolean tcp = packet.tcp().present();
        if (!tcp && !echo && packet.transport() != PacketView.UDP) {
            return;
        }
        if (!wanted(tcp ? FlowProtocol.TCP : echo ? FlowProtocol.ICMP : FlowProtocol.UDP)) {
            return;
        }
        probe.place(packet, echo);
        Conversation conversation = conversations.get(probe);
        if (conversation == null) {
            conversation = new Conversation(orient(packet, tcp, echo), nanos);
            conversations.put(probe.copy(), conversation);
        }
        count(conversation, packet, tcp);
    }

    private boolean wanted(FlowProtocol protocol) {
        return hint.map(told -> told.protocol() == protocol).orElse(true);
    }

    private void count(Conversation conversation, PacketView packet, boolean tcp) {
        if (tcp && packet.tcp().opens()) {
            if (!conversation.opened) {
                conversation.opened = true;
                conversation.key = orient(packet, true, false);
            }
            conversation.countSyn(packet.tcp().sequence());
        }
        boolean forward = packet.ip().sourceLow() == conversation.key.client().low()
                && packet.ip().sourceHigh() == conversation.key.client().high()
                && (conversation.key.protocol() == FlowProtocol.ICMP
                        ? packet.icmp().echoRequest()
                        : packet.sourcePort() == conversation.key.clientPort());
        int length = packet.payloadLength();
        if (forward) {
            conversation.forward++;
        } else {
            conversation.answers++;
        }
        if (tcp && packet.tcp().has(TcpView.SYN | TcpView.ACK)) {
            conversation.synAcks++;
        }
        if (tcp && packet.tcp().has(TcpView.RST)) {
            conversation.resets++;
        }
        if (length > 0) {
            if (forward) {
                conversation.forwardData++;
                if (conversation.forwardDigest == 0) {
                    conversation.forwardDigest = Payload.digest(packet);
                }
            } else {
                conversation.answerData++;
            }
            if (tcp) {
                conversation.countData(forward, packet.tcp().sequence(), length);
            }
        }
    }

    /** Who is the client: the sender of the SYN or of the echo request, whom the hint says, or the higher port. */
    private FlowKey orient(PacketView packet, boolean tcp, boolean echo) {
        IpAddress source = packet.ip().sourceAddress().orElseThrow();
        IpAddress destination = packet.ip().destinationAddress().orElseThrow();
        if (echo) {
            int identifier = packet.icmp().identifier();
            return packet.icmp().echoRequest()
                    ? new FlowKey(FlowProtocol.ICMP, source, identifier, destination, 0)
                    : new FlowKey(FlowProtocol.ICMP, destination, identifier, source, 0);
        }
        FlowProtocol protocol = tcp ? FlowProtocol.TCP : FlowProtocol.UDP;
        int from = packet.sourcePort();
        int to = packet.destinationPort();
        boolean fromClient;
        if (tcp && packet.tcp().has(TcpView.SYN)) {
            fromClient = !packet.tcp().has(TcpView.ACK);
        } else {
            fromClient = hint.map(told -> source.equals(told.client()) || destination.equals(told.server()))
                    .filter(told -> told)
                    .orElse(hint.filter(told -> destination.equals(told.client()) || source.equals(told.server()))
                                    .isEmpty()
                            && from >= to);
        }
        return fromClient
                ? new FlowKey(protocol, source, from, destination, to)
                : new FlowKey(protocol, destination, to, source, from);
    }
}
