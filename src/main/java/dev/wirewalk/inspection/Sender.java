package dev.wirewalk.inspection;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import java.util.Optional;

/** Which side of a conversation sent a packet. */
public final class Sender {
    private Sender() {}

    public static boolean isClient(PacketView packet, Conversation conversation) {
        IpAddress client = conversation.client().address();
        return client.equals(conversation.server().address())
                ? packet.sourcePort() == conversation.client().port()
                : packet.ip().sourceAddress().filter(client::equals).isPresent();
    }

    /** The packet itself, or the one that it carries in a tunnel, whichever is between the ends of the conversation. */
    public static PacketView packetOf(PacketView packet, Conversation conversation, Innermost innermost) {
        return isBetween(packet, conversation) ? packet : innermost.of(packet);
    }

    private static boolean isBetween(PacketView packet, Conversation conversation) {
        Optional<IpAddress> source = packet.ip().sourceAddress();
        return packet.transport() == conversation.protocol()
                && (source.filter(conversation.client().address()::equals).isPresent()
                        || source.filter(conversation.server().address()::equals)
                                .isPresent());
    }
}
