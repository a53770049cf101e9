package dev.wirewalk.packet;

import java.util.LinkedHashMap;
import java.util.Map;

/** Packets by name, each with a SYN from port 1024 of 10.0.0.1 or 2001:db8::1 innermost. */
public class PacketSamples {
    /** One packet as it lies in a capture. */
    public record Sample(LinkType linkType, byte[] bytes) {}

    private final Map<String, Sample> samples = new LinkedHashMap<>();

    /** Of every link type, every tag and every tunnel that is read. */
    public static Map<String, Sample> all() {
        PacketSamples all = new PacketSamples();
        all.samples.putAll(new LinkSamples().samples());
        all.samples.putAll(new TunnelSamples().samples());
        return all.samples();
    }

    Map<String, Sample> samples() {
        return samples;
    }

    static byte[] syn() {
        return new Bytes()
                .ipv4(PacketView.TCP, 20)
                .tcp(1024, 80, 7, 0, TcpView.SYN, "")
                .toArray();
    }

    static byte[] syn6() {
        return new Bytes()
                .ipv6(PacketView.TCP, 20)
                .tcp(1024, 80, 7, 0, TcpView.SYN, "")
                .toArray();
    }

    static byte[] frame() {
        return Bytes.ethernet(0x0800).bytes(syn()).toArray();
    }

    void add(String name, LinkType type, Bytes bytes) {
        samples.put(name, new Sample(type, bytes.toArray()));
    }

    void ethernet(String name, int etherType, String header, byte[] inner) {
        add(name, LinkType.ETHERNET, Bytes.ethernet(etherType).hex(header).bytes(inner));
    }
}
