package dev.wirewalk.flow;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.packet.Tunnel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The conversations of one capture, built while a pass adds frame by frame. A SYN that does not belong to the
 * connection between the same ends begins a new conversation, by the rule of Wireshark: its sequence number is another than
 * the connection began with. (A client that answers a RST with the same SYN is still trying to open the same connection.)
 *
 * <p>Copies of a packet (from {@code -i any} or a mirror port) count as packets. Fragments behind the first have no ports and
 * are a conversation of their own, as are ICMP errors and neighbour discovery between two addresses.
 */
public final class Conversations {
    private final FlowTable flows = new FlowTable();
    private final TrafficTable traffic = new TrafficTable();
    /** Whether the low end is the client as far as the first packet tells. */
    private final BitSet lowEndBegan = new BitSet();

    /** By {@link Tunnel#ordinal()}: what carries the first packet of each conversation. */
    private byte[] tunnels = new byte[64];

    private final EndPair key = new EndPair();

    /**
     * Counts a frame.
     *
     * @return the index of its conversation, or -1 when it carries no IP header
     */
    public int add(Frame frame) {
        return add(frame, frame.packet());
    }

    /**
     * The same for a packet that the frame carries in a tunnel.
     *
     * @param packet the frame's own, or one inside it
     */
    public int add(Frame frame, PacketView packet) {
        if (!key.fill(packet)) {
            return -1;
        }
        int index = flows.latest(key);
        if (index < 0 || opensAnother(index, packet.tcp())) {
            index = begin(key, packet);
        }
        count(index, key, packet, frame);
        return index;
    }

    /** The latest conversation between these ends, or -1. */
    int latest(EndPair ends) {
        return flows.latest(ends);
    }

    /** Whether there was no conversation between its ends before it. */
    boolean firstOfEnds(int index) {
        return flows.previous(index) < 0;
    }

    int begin(EndPair ends, PacketView first) {
        int index = flows.add(ends);
        lowEndBegan.set(index, ends.fromLowEnd != first.icmp().echoReply());
        if (index == tunnels.length) {
            tunnels = Arrays.copyOf(tunnels, tunnels.length * 2);
        }
        tunnels[index] = (byte) first.carriedBy().ordinal();
        return index;
    }

    /** Counts a packet that the frame carries, itself or in a tunnel, with the frame's length. */
    void count(int index, EndPair ends, PacketView packet, Frame frame) {
        traffic.add(TrafficTable.side(index, ends.fromLowEnd), packet, frame);
    }

    private boolean opensAnother(int index, TcpView tcp) {
        if (!tcp.opens()) {
            return false;
        }
        long initial = traffic.initialSequence(TrafficTable.side(index, key.fromLowEnd));
        return initial >= 0 && tcp.sequence() >= 0 && initial != tcp.sequence();
    }

    public int count() {
        return flows.count();
    }

    /** The IP protocol number of a conversation. */
    public int protocol(int index) {
        return EndPair.protocol(flows.rest(index));
    }

    /** A snapshot of one conversation; {@code index} is 0 to {@link #count()} - 1. */
    public Conversation get(int index) {
        boolean clientLow = clientIsLowEnd(index);
        return new Conversation(
                index,
                protocol(index),
                endpoint(index, clientLow),
                endpoint(index, !clientLow),
                traffic.traffic(TrafficTable.side(index, clientLow)),
                traffic.traffic(TrafficTable.side(index, !clientLow)),
                flows.connection(index),
                Tunnel.values()[tunnels[index]]);
    }

    boolean clientIsLowEnd(int index) {
        int low = TrafficTable.side(index, true);
        int high = TrafficTable.side(index, false);
        if (traffic.opened(low) != traffic.opened(high)) {
            return traffic.opened(low);
        }
        if (traffic.accepted(low) != traffic.accepted(high)) {
            return traffic.accepted(high);
        }
        return lowEndBegan.get(index);
    }

    private Endpoint endpoint(int index, boolean lowEnd) {
        long rest = flows.rest(index);
        IpAddress address = EndPair.version(rest) == 4
                ? IpAddress.v4(flows.low(index, lowEnd))
                : IpAddress.v6(flows.high(index, lowEnd), flows.low(index, lowEnd));
        return new Endpoint(address, EndPair.port(rest, lowEnd));
    }

    /** All conversations in the order of their first packets. */
    public Stream<Conversation> stream() {
        return IntStream.range(0, count()).mapToObj(this::get);
    }

    /**
     * All conversations between two ends, whichever of them began, in the order of their first packets. Ports as in {@link
     * Endpoint#port()}.
     *
     * @throws IllegalArgumentException when the addresses are not of one family
     */
    public List<Conversation> between(int protocol, Endpoint one, Endpoint other) {
        if (one.address().version() != other.address().version()) {
            throw new IllegalArgumentException(one + " and " + other + " are not of one address family");
        }
        EndPair wanted = new EndPair();
        wanted.fill(protocol, one.address(), one.port(), other.address(), other.port());
        List<Conversation> found = new ArrayList<>();
        for (int index = flows.latest(wanted); index >= 0; index = flows.previous(index)) {
            found.addFirst(get(index));
        }
        return found;
    }
}
