package dev.wirewalk.inspect.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.factory.PacketFactories;
import org.pcap4j.packet.namednumber.DataLinkType;

/** One packet taken apart by pcap4j, layer by layer. */
final class Dissection {
    /**
     * One layer.
     *
     * @param title its name and length
     * @param fields one line each, as pcap4j writes them
     */
    record Layer(String title, List<String> fields) {}

    private Dissection() {}

    /** The layers from the link on; none where pcap4j cannot read the packet. */
    static List<Layer> of(ShownPacket shown) {
        byte[] bytes = shown.bytes();
        if (bytes.length == 0) {
            return List.of();
        }
        List<Layer> layers = new ArrayList<>();
        for (Packet packet : packet(bytes, shown.linkType().number())) {
            String text = packet.getHeader() == null
                    ? own(packet)
                    : packet.getHeader().toString();
            layer(text).ifPresent(layers::add);
        }
        return layers;
    }

    private static Packet packet(byte[] bytes, int linkType) {
        return PacketFactories.getFactory(Packet.class, DataLinkType.class)
                .newInstance(bytes, 0, bytes.length, DataLinkType.getInstance(linkType));
    }

    /** What a layer without a header says of itself, without the layers it carries. */
    private static String own(Packet packet) {
        return packet.toString();
    }

    /** Without what Java and pcap4j add: the slash before addresses, and that a port has no name. */
    private static String plain(String line) {
        return line.replace(": /", ": ").replace(" (unknown)", "").stripTrailing();
    }

    private static Optional<Layer> layer(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String title = lines.getFirst().replace("[", "").replace("]", "");
        return Optional.of(
                new Layer(title, lines.stream().skip(1).map(Dissection::plain).toList()));
    }
}
