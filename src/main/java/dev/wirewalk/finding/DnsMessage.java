package dev.wirewalk.finding;

import dev.wirewalk.packet.PacketView;

/** The header and first question of a DNS message over UDP port 53 (RFC 1035, section 4.1), read where it lies. */
public final class DnsMessage {
    private static final int PORT = 53;
    private static final int HEADER = 12;
    private static final int LONGEST_NAME = 255;
    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATED = 0x0200;

    private PacketView packet = new PacketView();
    private int offset = -1;
    private int end;

    void place(PacketView next) {
        packet = next;
        offset = -1;
        boolean due =
                next.transport() == PacketView.UDP && (next.sourcePort() == PORT || next.destinationPort() == PORT);
        if (due && next.capturedPayloadLength() >= HEADER && next.load(next.payloadOffset() + 2, 2) >= 0) {
            offset = next.payloadOffset();
            end = offset + next.capturedPayloadLength();
        }
    }

    public boolean present() {
        return offset >= 0;
    }

    /** The number that an answer repeats, or -1. */
    public int id() {
        return field(0);
    }

    public boolean response() {
        return present() && (field(2) & RESPONSE) != 0;
    }

    /** Whether the answer did not fit into a datagram, and is to be asked for again over TCP. */
    public boolean truncated() {
        return present() && (field(2) & TRUNCATED) != 0;
    }

    /** 0 to 15: 0 no error, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED …; -1 without a message. */
    public int responseCode() {
        return present() ? field(2) & 0xF : -1;
    }

    private int field(int at) {
        return present() ? (int) packet.load(offset + at, 2) : -1;
    }

    /** The name of the first question, as text; what cannot be shown is a question mark. Empty when there is none. */
    public String name() {
        StringBuilder name = new StringBuilder();
        int at = offset + HEADER;
        if (!present() || field(4) < 1) {
            return "";
        }
        int label = at < end ? (int) packet.load(at, 1) : 0;
        // A compressed name cannot stand first in a message, so lengths above 63 are damage.
        while (label > 0 && label < 64 && at + label < end && name.length() < LONGEST_NAME) {
            name.append(name.isEmpty() ? "" : ".");
            for (int i = 1; i <= label; i++) {
                int letter = (int) packet.load(at + i, 1);
                name.append(letter > ' ' && letter < 0x7F ? (char) letter : '?');
            }
            at += label + 1;
            label = at < end ? (int) packet.load(at, 1) : 0;
        }
        return name.toString();
    }
}
