package dev.wirewalk.capture;

import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketSamples;
import dev.wirewalk.packet.PacketView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Small whole captures of every binary format, link type and tunnel: what damage and fuzzing begin with. */
final class CaptureSeeds {
    private CaptureSeeds() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        pcapAndPcapng(seeds);
        samples(seeds);
        snoop(seeds);
        networkMonitor(seeds);
        sniffer(seeds);
        byte[] pcap = new CaptureBytes(ByteOrder.BIG_ENDIAN).bytes(pcap()).toArray();
        seeds.put("gzip", gzip(pcap));
        return seeds;
    }

    /** Writes them as files, for the fuzzer to begin with. */
    public static void main(String[] folder) throws IOException {
        for (Map.Entry<String, byte[]> seed : all().entrySet()) {
            Files.write(Path.of(folder[0], seed.getKey().replace(' ', '-')), seed.getValue());
        }
    }

    private static byte[] pcap() {
        CaptureBytes bytes =
                new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, 101);
        packets().forEach(packet -> bytes.pcapRecord(1, 2, packet, packet.length));
        return bytes.toArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void pcapAndPcapng(Map<String, byte[]> seeds) {
        CaptureBytes little = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        CaptureBytes big = new CaptureBytes(ByteOrder.BIG_ENDIAN).pcapHeader(CaptureBytes.NANOSECONDS, 65535, 276);
        CaptureBytes modified = new CaptureBytes(ByteOrder.BIG_ENDIAN).pcapHeader(CaptureBytes.MODIFIED, 65535, 101);
        CaptureBytes blocks = new CaptureBytes(ByteOrder.BIG_ENDIAN).section().interfaceDescription(1, 0);
        CaptureBytes sections = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section();
        sections.interfaceDescription(
                101,
                96,
                sections.name("wan"),
                sections.timeResolution(0x8A),
                sections.timeOffset(7),
                sections.option(1, "said".getBytes(StandardCharsets.UTF_8)));
        for (byte[] ip : packets()) {
            byte[] ethernet =
                    Bytes.ethernet(ip[0] >> 4 == 4 ? 0x0800 : 0x86DD).bytes(ip).toArray();
            byte[] cooked = Bytes.of(ip[0] >> 4 == 4 ? "0800" : "86dd")
                    .hex("0000 00000002 0001 00 06 020000000009 0000")
                    .bytes(ip)
                    .toArray();
            little.pcapRecord(1, 2, ethernet, ethernet.length);
            big.pcapRecord(1, 2, cooked, 1500);
            modified.u32(1).u32(2).u32(ip.length).u32(ip.length).u32(3).u32(8).bytes(ip);
            blocks.enhancedPacket(0, 1, ethernet, ethernet.length).simplePacket(ethernet, 99);
            sections.oldPacket(0, 1, ip, ip.length).otherBlock(0x0BAD, 7);
        }
        sections.bytes(blocks.toArray());
        seeds.put("pcap", little.toArray());
        seeds.put("pcap big endian", big.toArray());
        seeds.put("modified pcap", modified.toArray());
        seeds.put("pcapng", blocks.toArray());
        seeds.put("pcapng of two sections", sections.toArray());
    }

    /** A dozen link types and tunnels a file. */
    private static void samples(Map<String, byte[]> seeds) {
        List<PacketSamples.Sample> samples =
                PacketSamples.all().values().stream().toList();
        int dozen = 12;
        for (int from = 0; from + dozen <= samples.size(); from += dozen) {
            CaptureBytes bytes = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section();
            List<PacketSamples.Sample> some = samples.subList(from, from + dozen);
            some.forEach(sample -> bytes.interfaceDescription(sample.linkType().number(), 0));
            for (int i = 0; i < dozen; i++) {
                bytes.enhancedPacket(i, i, some.get(i).bytes(), some.get(i).bytes().length);
            }
            seeds.put("samples " + from / dozen, bytes.toArray());
        }
    }

    private static void snoop(Map<String, byte[]> seeds) {
        CaptureBytes plain = snoopHeader();
        CaptureBytes inspected = snoopHeader();
        for (byte[] ip : packets()) {
            byte[] ethernet =
                    Bytes.ethernet(ip[0] >> 4 == 4 ? 0x0800 : 0x86DD).bytes(ip).toArray();
            snoopRecord(plain, ethernet);
            byte[] monitor = ethernet.clone();
            byte[] header = Bytes.of("6900 65746830 000000000000").toArray();
            System.arraycopy(header, 0, monitor, 0, header.length);
            snoopRecord(inspected, monitor);
        }
        seeds.put("snoop", plain.toArray());
        seeds.put("snoop of a firewall", inspected.toArray());
    }

    private static CaptureBytes snoopHeader() {
        return new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .bytes("snoop\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .u32(2)
                .u32(4);
    }

    private static void snoopRecord(CaptureBytes file, byte[] packet) {
        int padding = -packet.length & 3;
        file.u32(packet.length).u32(packet.length).u32(24 + packet.length + padding);
        file.u32(0).u32(5).u32(17).bytes(packet).bytes(new byte[padding]);
    }

    private static void networkMonitor(Map<String, byte[]> seeds) {
        CaptureBytes frames = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        CaptureBytes table = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        for (byte[] ip : packets()) {
            table.u32(128 + frames.size());
            frames.u64(5).u32(ip.length).u32(ip.length).bytes(ip).u16(7);
        }
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).bytes("GMBU".getBytes(StandardCharsets.US_ASCII));
        file.bytes(new byte[] {1, 2}).u16(1);
        file.u16(2026).u16(11).u16(6).u16(21).u16(12).u16(30).u16(5).u16(250);
        file.u32(128 + frames.size()).u32(table.size()).bytes(new byte[96]);
        seeds.put("netmon", file.bytes(frames.toArray()).bytes(table.toArray()).toArray());
    }

    private static void sniffer(Map<String, byte[]> seeds) {
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                .bytes("TRSNIFF data    \u001A".getBytes(StandardCharsets.US_ASCII));
        file.u16(1).u16(18).u16(0).u16(4).u16(0).u16(0).u16(0x3A63).bytes(new byte[] {4, 1, 1, 1, 0, 0, 0, 0, 0, 0});
        for (byte[] ip : packets()) {
            byte[] ethernet =
                    Bytes.ethernet(ip[0] >> 4 == 4 ? 0x0800 : 0x86DD).bytes(ip).toArray();
            file.u16(4).u16(14 + ethernet.length).u16(0);
            file.u32(7).u16(0).u16(ethernet.length).u16(0).u16(0).u16(0).bytes(ethernet);
        }
        seeds.put("sniffer", file.u16(3).u16(0).u16(0).toArray());
    }

    private static List<byte[]> packets() {
        return List.of(
                new Bytes()
                        .ipv4(PacketView.TCP, 40)
                        .tcp(1, 2, 3, 4, 18, "020405b4 0402 080a 00000065 00000066 01 030307")
                        .toArray(),
                new Bytes()
                        .ipv6(0, 28)
                        .hex("0600 0000 00000000")
                        .tcp(5, 6, 7, 8, 16, "")
                        .toArray(),
                new Bytes()
                        .ipv4(PacketView.ICMP, 36)
                        .hex("03 04 0000 0000 0578")
                        .ipv4(PacketView.UDP, 900)
                        .hex("0400 0035 0384 0000")
                        .toArray(),
                new Bytes()
                        .ipv6(PacketView.ICMPV6, 32)
                        .hex("88 00 0000 60000000 20010db800000000000000000000000f 0201 020000000007")
                        .toArray());
    }
}
