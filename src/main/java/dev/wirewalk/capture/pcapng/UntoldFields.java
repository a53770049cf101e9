package dev.wirewalk.capture.pcapng;

import dev.wirewalk.packet.IpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a packet made from a text that the text did not tell. */
final class UntoldFields {
    private UntoldFields() {}

    /** Their names; empty for a packet that was captured, or told in every bit. */
    static List<String> of(PacketView packet) {
        List<String> untold = new ArrayList<>();
        if (packet.wholeBytes()) {
            return untold;
        }
        IpView ip = packet.ip();
        if (ip.present()) {
            note(untold, ip.ttl(), "TTL");
            note(untold, ip.identification(), "IP identification");
            if (packet.transport() == PacketView.TCP) {
                addTcp(untold, packet.tcp());
            }
        }
        note(untold, packet.payloadLength(), "length of the data");
        if (packet.payloadLength() > 0 && packet.load(packet.payloadOffset(), 1) < 0) {
            untold.add("the data");
        }
        untold.add("checksums and the rest of the headers");
        return untold;
    }

    private static void addTcp(List<String> untold, TcpView tcp) {
        note(untold, tcp.flags(), "TCP flags");
        note(untold, tcp.sequence(), "sequence number");
        note(untold, tcp.acknowledgement(), "acknowledgement number");
        note(untold, tcp.window(), "window");
    }

    private static void note(List<String> untold, long value, String name) {
        if (value < 0) {
            untold.add(name);
        }
    }
}
