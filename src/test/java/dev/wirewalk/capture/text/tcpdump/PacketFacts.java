package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a packet, field by field; what is unknown has no entry. */
final class PacketFacts {
    private static final int LOOKED_AT = 64;

    private final Map<String, String> facts = new LinkedHashMap<>();

    private PacketFacts() {}

    static List<PacketFacts> of(Path file) throws UnreadableCapture {
        List<PacketFacts> all = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> {
                PacketFacts facts = new PacketFacts();
                facts.add("", frame.packet(), 0);
                all.add(facts);
            });
        }
        return all;
    }

    static List<PacketFacts> ofText(String text) {
        try {
            Path file = Files.createTempFile("wirewalk", ".txt");
            try {
                Files.writeString(file, text);
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | UnreadableCapture e) {
            throw new AssertionError(e);
        }
    }

    /** The field of the packet that is farthest inside, or empty. */
    String innermost(String field) {
        String found = "";
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            found = fact.getKey().endsWith(field) ? fact.getValue() : found;
        }
        return found;
    }

    /** The fields that are known here and are not so there. */
    List<String> notIn(PacketFacts other) {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().equals(other.facts.get(fact.getKey())))
                .map(fact -> fact + " instead of " + other.facts.get(fact.getKey()))
                .toList();
    }

    /** The fields of these that are known there and not here. */
    List<String> missing(PacketFacts other, List<String> fields) {
        return fields.stream()
                .filter(field -> other.facts.containsKey(field) && !facts.containsKey(field))
                .toList();
    }

    private void add(String level, PacketView packet, int depth) {
        number(level + "source mac", packet.link().sourceMac());
        number(level + "destination mac", packet.link().destinationMac());
        number(level + "vlan", packet.link().vlanId());
        packet.ip().sourceAddress().ifPresent(address -> facts.put(level + "from", address.toString()));
        packet.ip().destinationAddress().ifPresent(address -> facts.put(level + "to", address.toString()));
        number(level + "ttl", packet.ip().ttl());
        number(level + "id", packet.ip().identification());
        number(level + "protocol", packet.ip().protocol());
        number(level + "source port", packet.sourcePort());
        number(level + "destination port", packet.destinationPort());
        if (packet.ip().fragmentationKnown()) {
            number(level + "fragment offset", packet.ip().fragmentOffset());
        }
        if (packet.tcp().present()) {
            segment(level, packet.tcp());
        }
        if (packet.icmp().present()) {
            number(level + "type", packet.icmp().type());
            number(level + "code", packet.icmp().code());
            number(level + "echo id", packet.icmp().identifier());
            number(level + "echo number", packet.icmp().sequence());
            number(level + "mtu", packet.icmp().nextHopMtu());
        }
        number(level + "arp", packet.arp().operation());
        number(level + "arp sender", packet.arp().senderAddress());
        number(level + "arp target", packet.arp().targetAddress());
        payload(level, packet);
        PacketView inside = new PacketView();
        if (depth < 3 && (packet.icmp().error() ? packet.quoted(inside) : packet.carried(inside))) {
            add(level + "inside ", inside, depth + 1);
        }
    }

    private void segment(String level, TcpView tcp) {
        number(level + "flags", tcp.flags());
        number(level + "sequence", tcp.sequence());
        number(level + "acknowledgement", tcp.has(TcpView.ACK) ? tcp.acknowledgement() : -1);
        number(level + "window", tcp.window());
        if (tcp.optionsKnown()) {
            facts.put(
                    level + "options",
                    tcp.headerLength() + " mss " + tcp.maximumSegmentSize() + " scale " + tcp.windowScale() + " sack "
                            + tcp.sackPermitted() + " " + tcp.sackBlocks() + " "
                            + (tcp.sackBlocks() > 0 ? tcp.sackLeft(0) + "-" + tcp.sackRight(0) : "") + " time "
                            + tcp.timestamp() + " " + tcp.timestampEcho());
        }
    }

    private void payload(String level, PacketView packet) {
        boolean counted = packet.tcp().present()
                || packet.udpLength() >= 0
                || packet.icmp().present();
        if (!counted) {
            return;
        }
        number(level + "data", packet.payloadLength());
        for (int i = 0; level.isEmpty() && i < Math.min(LOOKED_AT, packet.capturedPayloadLength()); i++) {
            if (!packet.icmp().present()) {
                number("data " + i, packet.load(packet.payloadOffset() + i, 1));
            }
        }
    }

    private void number(String field, long value) {
        if (value >= 0) {
            facts.put(field, Long.toString(value));
        }
    }
}
