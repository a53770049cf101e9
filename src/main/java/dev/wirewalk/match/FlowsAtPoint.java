package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The flows of one point that could be followed: TCP, UDP and pings, each told from its client's side. */
final class FlowsAtPoint {
    private final Optional<FlowHint> hint;
    private final FlowLayer layer;
    private final Conversations conversations = new Conversations();

    FlowsAtPoint(Optional<FlowHint> hint) {
        this.hint = hint;
        this.layer = new FlowLayer(hint);
    }

    void add(Frame frame) {
        conversations.add(frame, layer.of(frame.packet()));
    }

    /** In the order of their first packets. */
    Stream<FlowAtPoint> all() {
        return conversations.stream().filter(found -> found.connection() == 1).flatMap(first -> told(first).stream());
    }

    /** The SYN sequence numbers of all connections. */
    Stream<Long> openingSequences() {
        return conversations.stream().flatMap(FlowAtPoint::openings);
    }

    /** The flow between the same ends; who the client is was found out where the key comes from. */
    Optional<FlowAtPoint> find(FlowKey key) {
        List<Conversation> connections = conversations.between(
                key.protocolNumber(),
                new Endpoint(key.client(), key.clientPort()),
                new Endpoint(key.server(), key.protocol() == FlowProtocol.ICMP ? key.clientPort() : key.serverPort()));
        return connections.isEmpty() ? Optional.empty() : Optional.of(new FlowAtPoint(key, connections));
    }

    private Optional<FlowAtPoint> told(Conversation first) {
        return protocol(first)
                .filter(this::wanted)
                .filter(_ -> first.client().port() >= 0 && first.server().port() >= 0)
                .map(protocol -> {
                    List<Conversation> connections =
                            conversations.between(first.protocol(), first.client(), first.server());
                    return new FlowAtPoint(key(protocol, connections), connections);
                });
    }

    private static Optional<FlowProtocol> protocol(Conversation conversation) {
        return switch (conversation.protocol()) {
            case PacketView.TCP -> Optional.of(FlowProtocol.TCP);
            case PacketView.UDP -> Optional.of(FlowProtocol.UDP);
            case PacketView.ICMP, PacketView.ICMPV6 -> Optional.of(FlowProtocol.ICMP);
            default -> Optional.empty();
        };
    }

    private boolean wanted(FlowProtocol protocol) {
        return hint.map(told -> told.protocol() == protocol).orElse(true);
    }

    /** Who is the client: the sender of the first SYN, the receiver of a SYN/ACK, whom the hint says, or the higher port. */
    private FlowKey key(FlowProtocol protocol, List<Conversation> connections) {
        Conversation first = first(connections, found -> found.forward().syns() > 0)
                .or(() -> first(connections, Conversation::opened))
                .orElse(connections.getFirst());
        boolean begunByClient = protocol == FlowProtocol.ICMP || first.opened() || looksLikeClient(first);
        Endpoint client = begunByClient ? first.client() : first.server();
        Endpoint server = begunByClient ? first.server() : first.client();
        int serverPort = protocol == FlowProtocol.ICMP ? 0 : server.port();
        return new FlowKey(protocol, client.address(), client.port(), server.address(), serverPort);
    }

    private static Optional<Conversation> first(List<Conversation> connections, Predicate<Conversation> wanted) {
        return connections.stream().filter(wanted).findFirst();
    }

    private boolean looksLikeClient(Conversation begun) {
        Endpoint sender = begun.client();
        Endpoint receiver = begun.server();
        if (hint.filter(told -> toward(told, sender, receiver)).isPresent()) {
            return true;
        }
        return hint.filter(told -> toward(told, receiver, sender)).isEmpty() && sender.port() >= receiver.port();
    }

    private static boolean toward(FlowHint told, Endpoint client, Endpoint server) {
        return client.address().equals(told.client()) || server.address().equals(told.server());
    }
}
