package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.wirewalk.flow.Conversations;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of damaged captures: each is refused in a sentence or read as far as it goes, and never leaves the file. */
class DamagedCapturesTest {
    private static final int ROUNDS = 6_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void damageIsNeverAnException() {
        List<byte[]> seeds = seeds();
        Random random = new Random(4711);
        int read = 0;
        int refused = 0;
        long packets = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(seeds.get(round % seeds.size()), random);
            ReadReport[] report = new ReadReport[1];
            assertThatCode(() -> report[0] = readAll(damaged))
                    .as("round " + round)
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(UnreadableCapture.class));
            if (report[0] == null) {
                refused++;
            } else {
                read++;
                packets += report[0].packets();
            }
        }
        assertThat(read).as("files read").isGreaterThan(ROUNDS / 2);
        assertThat(refused).as("files refused").isGreaterThan(20);
        assertThat(packets).as("packets read in spite of damage").isGreaterThan(ROUNDS);
    }

    private ReadReport readAll(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("damaged"), content);
        Conversations conversations = new Conversations();
        PacketView quoted = new PacketView();
        try (CaptureFile capture = CaptureFile.open(file)) {
            ReadReport report = capture.read(frame -> {
                assertThat(frame.dataOffset()).isBetween(8L, (long) content.length);
                assertThat(frame.dataOffset() + frame.capturedLength()).isLessThanOrEqualTo(content.length);
                assertThat(frame.recordOffset()).isLessThan(frame.dataOffset());
                conversations.add(frame);
                readEveryField(frame, quoted);
            });
            report.warnings().forEach(warning -> assertThat(warning.offset()).isBetween(0L, (long) content.length));
            conversations.stream()
                    .forEach(conversation -> assertThat(conversation.toString()).isNotEmpty());
            return report;
        }
    }

    private static void readEveryField(Frame frame, PacketView quoted) {
        FrameFields.of(frame);
        PacketView packet = frame.packet();
        int captured = packet.capturedPayloadLength();
        assertThat(captured).isBetween(-1, frame.capturedLength());
        if (captured > 0) {
            assertThat(packet.load(packet.payloadOffset() + captured - 1, 1)).isBetween(0L, 255L);
        }
        packet.icmp().neighbourMac();
        packet.icmp().redirectGateway();
        if (packet.quoted(quoted)) {
            quoted.tcp().timestamp();
            quoted.quoted(new PacketView());
        }
    }

    private static byte[] damage(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(5)) {
                case 0 -> flip(bytes, at, random);
                case 1 -> overwrite(bytes, at, random);
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 -> splice(bytes, at, at, random.nextInt(9), random);
                default -> splice(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), 0, random);
            };
        }
        return bytes;
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Lengths love to be wrong in whole words. */
    private static byte[] overwrite(byte[] bytes, int at, Random random) {
        int word = at & ~3;
        byte value = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        Arrays.fill(bytes, word, Math.min(bytes.length, word + 4), value);
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, int inserted, Random random) {
        byte[] middle = new byte[inserted];
        random.nextBytes(middle);
        return new Bytes()
                .bytes(Arrays.copyOf(bytes, from))
                .bytes(middle)
                .bytes(Arrays.copyOfRange(bytes, to, bytes.length))
                .toArray();
    }

    private static List<byte[]> seeds() {
        CaptureBytes little = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        CaptureBytes big = new CaptureBytes(ByteOrder.BIG_ENDIAN).pcapHeader(CaptureBytes.NANOSECONDS, 65535, 276);
        CaptureBytes modified = new CaptureBytes(ByteOrder.BIG_ENDIAN).pcapHeader(CaptureBytes.MODIFIED, 65535, 101);
        CaptureBytes blocks = new CaptureBytes(ByteOrder.BIG_ENDIAN).section().interfaceDescription(1, 0);
        CaptureBytes sections = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section();
        sections.interfaceDescription(
                101, 96, sections.name("wan"), sections.timeResolution(0x8A), sections.timeOffset(7));
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
        return List.of(little.toArray(), big.toArray(), modified.toArray(), blocks.toArray(), sections.toArray());
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

    /** Guards the generator: an undamaged seed is read without a word. */
    @Test
    void theSeedsAreWhole() {
        for (byte[] seed : seeds()) {
            SeenFrame.Pass pass = SeenFrame.pass(
                    new CaptureBytes(ByteOrder.BIG_ENDIAN).bytes(seed).write(folder.resolve("seed")));
            assertThat(pass.report().warnings()).isEmpty();
            assertThat(pass.report().packets()).isGreaterThanOrEqualTo(packets().size());
            assertThat(pass.report().linkTypes()).allMatch(LinkType::decoded);
        }
    }
}
