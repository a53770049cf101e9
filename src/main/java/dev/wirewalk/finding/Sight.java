package dev.wirewalk.finding;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;

/** The frame at which a pass stands, as rules see it. One object serves the whole pass. */
public final class Sight {
    private final DnsMessage dns = new DnsMessage();
    private final HttpStart http = new HttpStart();
    private Frame frame;
    private PacketView packet;
    private int conversation;
    private int flags;
    private long copyOf;

    Sight(Frame frame) {
        this.frame = frame;
        packet = frame.packet();
    }

    void moveTo(Frame next, PacketView innermost, int ofConversation, int sequenceFlags, long duplicateOf) {
        frame = next;
        packet = innermost;
        conversation = ofConversation;
        flags = sequenceFlags;
        copyOf = duplicateOf;
        dns.place(packet);
        http.place(packet);
    }

    public Frame frame() {
        return frame;
    }

    /** The number of the frame, from 1 as Wireshark counts. */
    public long number() {
        return frame.number();
    }

    /** Nanoseconds since 1970-01-01 UTC, or {@link Frame#NO_TIME}. */
    public long nanos() {
        return frame.timeNanos();
    }

    /** The innermost packet that can be read: inside of tunnels. */
    public PacketView packet() {
        return packet;
    }

    /** The index of its conversation, or -1. */
    public int conversation() {
        return conversation;
    }

    /** Whether one of the sequence flags of this mask is set. */
    public boolean flagged(int mask) {
        return (flags & mask) != 0;
    }

    /** The frame that this one is a copy of, or 0. */
    public long copyOf() {
        return copyOf;
    }

    public DnsMessage dns() {
        return dns;
    }

    public HttpStart http() {
        return http;
    }

    /** Whether the sender is the lower of the two ends, by address and then port: the same for all packets of one direction. */
    public boolean fromLowEnd() {
        int order = Long.compareUnsigned(packet.ip().sourceHigh(), packet.ip().destinationHigh());
        order = order != 0
                ? order
                : Long.compareUnsigned(packet.ip().sourceLow(), packet.ip().destinationLow());
        return (order != 0 ? order : Integer.compare(packet.sourcePort(), packet.destinationPort())) <= 0;
    }
}
