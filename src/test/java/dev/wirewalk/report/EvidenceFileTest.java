package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Tshark;
import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.PathFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFileTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    @TempDir
    Path folder;

    private Path written(String name, EvidenceSettings settings) throws Exception {
        dev.wirewalk.topology.Path path = PathFile.read(CASES.resolve(name).resolve("path.yaml"));
        WalkResult result = new PathWalk((point, filter) -> List.of()).walk(path, WalkProgress.SILENT);
        Path file = folder.resolve("evidence.pcapng");
        EvidenceFile.Summary summary = new EvidenceFile(path, result, settings).write(Files.newOutputStream(file));
        assertThat(summary.packets()).isPositive();
        assertThat(summary.refused()).isZero();
        return file;
    }

    @Test
    void pointsAreInterfacesAndAnswersAreComments() throws Exception {
        Tshark.assumeInstalled();
        Path file = written("T1-link_lost-01", EvidenceSettings.headers());
        List<String> lines = Tshark.lines(List.of(
                "-r",
                file.toString(),
                "-T",
                "fields",
                "-e",
                "frame.interface_name",
                "-e",
                "tcp.flags.str",
                "-e",
                "frame.comment"));

        assertThat(lines.stream().map(line -> line.split("\t", -1)[0]).distinct())
                .containsExactly("client:eth0", "fw:igb0", "fw:igb1", "server:eno1");
        assertThat(lines)
                .anyMatch(line -> line.contains("client:eth0") && line.contains("Does the SYN leave client:eth0? yes"));
        assertThat(lines)
                .anyMatch(line -> line.contains("fw:igb1") && line.contains("Does the SYN arrive at server:eno1? no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T3-ok-snat-01", "T1-payload_drop-01"})
    void dataIsCutOffAndItsLengthKept(String name) throws Exception {
        Tshark.assumeInstalled();
        Path file = written(name, EvidenceSettings.headers());
        List<String> data = Tshark.lines(List.of(
                "-r",
                file.toString(),
                "-Y",
                "tcp.len > 0",
                "-T",
                "fields",
                "-e",
                "tcp.len",
                "-e",
                "frame.len",
                "-e",
                "frame.cap_len"));

        assertThat(data).isNotEmpty().allSatisfy(line -> {
            String[] fields = line.split("\t", -1);
            assertThat(Integer.parseInt(fields[1]) - Integer.parseInt(fields[2]))
                    .isEqualTo(Integer.parseInt(fields[0]));
        });
        assertThat(Tshark.lines(List.of(
                        "-r",
                        written(name, new EvidenceSettings(true, Optional.empty()))
                                .toString(),
                        "-Y",
                        "frame.len != frame.cap_len")))
                .isEmpty();
    }

    @Test
    void senderAndOffloadLeaveGoodAndBadChecksumsToCompare() throws Exception {
        Tshark.assumeInstalled();
        List<String> lines = shape(written("T3-ok-snat-01", EvidenceSettings.of(Pseudonyms.fresh())));
        assertThat(lines).anyMatch(line -> line.split("\t", -1)[7].equals("1"));
        assertThat(lines).anyMatch(line -> line.split("\t", -1)[7].equals("0"));
        assertThat(lines).anyMatch(line -> line.split("\t", -1)[3].equals("1"));
        assertThat(lines).noneMatch(line -> line.split("\t", -1)[3].equals("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T3-ok-snat-01", "T1-payload_drop-01", "T1-fw_reject_rst-01", "T1-gw_wrong_address-01"})
    void pseudonymsAreOfTheSamePacketsWithChecksumsAsRightAsBeforeAndNoOldAddress(String name) throws Exception {
        Tshark.assumeInstalled();
        Path plain = written(name, EvidenceSettings.headers());
        List<String> before = shape(plain);
        Set<String> known = addresses(plain);
        Path file = written(name, EvidenceSettings.of(Pseudonyms.fresh()));

        assertThat(shape(file)).isEqualTo(before);
        assertThat(known).isNotEmpty();
        assertThat(addresses(file)).doesNotContainAnyElementsOf(known);
        noneLeft(Files.readAllBytes(file), known);
    }

    /** What is the same whatever the addresses are: interfaces, flags, numbers, lengths, streams, and whether a checksum is right. */
    private static List<String> shape(Path file) {
        return Tshark.lines(List.of(
                "-r",
                file.toString(),
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE",
                "-T",
                "fields",
                "-e",
                "frame.interface_name",
                "-e",
                "frame.len",
                "-e",
                "ip.ttl",
                "-e",
                "ip.checksum.status",
                "-e",
                "tcp.stream",
                "-e",
                "tcp.flags.str",
                "-e",
                "tcp.seq_raw",
                "-e",
                "tcp.checksum.status",
                "-e",
                "tcp.analysis.flags",
                "-e",
                "arp.opcode",
                "-e",
                "icmp.type"));
    }

    private static Set<String> addresses(Path file) throws Exception {
        Set<String> found = new HashSet<>();
        try (CaptureFile open = CaptureFile.open(file)) {
            open.read(frame -> {
                PacketView packet = frame.packet();
                packet.ip().sourceAddress().ifPresent(address -> found.add(address.toString()));
                packet.ip().destinationAddress().ifPresent(address -> found.add(address.toString()));
                if (packet.arp().present()) {
                    found.add(IpAddress.v4(packet.arp().senderAddress()).toString());
                    found.add(IpAddress.v4(packet.arp().targetAddress()).toString());
                }
            });
        }
        return found;
    }

    /** Neither in words nor in the four bytes of any packet or option. */
    private static void noneLeft(byte[] bytes, Set<String> known) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String address : known) {
            assertThat(text).doesNotContain(address);
            long bits = IpAddress.parse(address).orElseThrow().low();
            String packed = new String(
                    new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits},
                    StandardCharsets.ISO_8859_1);
            assertThat(text.contains(packed)).as(address).isFalse();
        }
    }
}
