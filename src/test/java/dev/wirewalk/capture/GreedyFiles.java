package dev.wirewalk.capture;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Files that ask a reader to keep as much as it can be made to keep for each of their bytes. The program reads those of a
 * folder and keeps one report at a time, in whatever heap it was given.
 */
final class GreedyFiles {
    private GreedyFiles() {}

    /** @param size about how many bytes each file gets */
    static Map<String, byte[]> all(int size) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("noise", lines(size, i -> "word " + i));
        files.put("one line", inOneLine(files.get("noise")));
        files.put("packets", lines(size, i -> "00:00:01.000001 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [.], length 0"));
        files.put("host names", lines(size, i -> "00:00:01.000001 IP h" + i + ".1 > h.2: Flags [.], length 0"));
        files.put(
                "two tools in turn",
                lines(
                        size,
                        i -> i % 2 == 0
                                ? "00:00:01.000001 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [.], length 0"
                                : ";[cpu_3];[fw4_0];fw_log_drop_ex: Packet proto=6 10.0.0.1:1 -> 10.0.0.2:2 dropped by f Reason: r;"));
        files.put(
                "drops",
                lines(
                        size,
                        i -> ";[fw4_0];fw_log_drop_ex: Packet proto=6 10.0.0.1:1 -> 10.0.0.2:2 dropped by f Reason: r"
                                + i + ";"));
        files.put("verdicts", lines(size, i -> "id=1 trace_id=" + i + " msg=\"Denied by forward policy check\""));
        files.put("interfaces", lines(size, i -> i + ".000001 port" + i + " in 10.0.0.1.1 -> 10.0.0.2.2: syn 1"));
        files.put(
                "captures",
                lines(
                        size,
                        i -> i % 3 == 0
                                ? "fw# show capture c" + i
                                : "   1: 04:12:10.428093  10.0.0.1.1 > 10.0.0.2.2: S 1:1(0) win 1"));
        binary(files, size);
        return files;
    }

    private static byte[] inOneLine(byte[] text) {
        byte[] line = text.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) ' ' : line[i];
        }
        return line;
    }

    private static void binary(Map<String, byte[]> files, int size) {
        CaptureBytes empty = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        while (empty.size() < size) {
            empty.pcapRecord(1, 2, new byte[0], 0);
        }
        files.put("empty packets", empty.toArray());
        CaptureBytes interfaces = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section();
        for (int i = 0; interfaces.size() < size; i++) {
            interfaces.interfaceDescription(1, 0, interfaces.name("if" + i));
        }
        files.put("interfaces of pcapng", interfaces.toArray());
        CaptureBytes sections = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        while (sections.size() < size) {
            sections.section().interfaceDescription(1, 0);
        }
        files.put("sections", sections.toArray());
        CaptureBytes names = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section();
        CaptureBytes records = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; records.size() < size; i++) {
            byte[] name = ("h" + i + "\0").getBytes(StandardCharsets.US_ASCII);
            records.u16(1).u16(4 + name.length).u32(i).bytes(name).bytes(new byte[-name.length & 3]);
        }
        files.put("names", names.block(4, records).toArray());
        CaptureBytes comments =
                new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section().interfaceDescription(1, 0);
        for (int i = 0; comments.size() < size; i++) {
            byte[] said = ("c" + i).getBytes(StandardCharsets.US_ASCII);
            CaptureBytes packet = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                    .u32(0)
                    .u32(0)
                    .u32(1)
                    .u32(0)
                    .u32(0);
            packet.u16(1)
                    .u16(said.length)
                    .bytes(said)
                    .bytes(new byte[-said.length & 3])
                    .u32(0);
            comments.block(6, packet);
        }
        files.put("comments", comments.toArray());
    }

    private static byte[] lines(int size, IntFunction<String> line) {
        StringBuilder text = new StringBuilder(size + 200);
        for (int i = 0; text.length() < size; i++) {
            text.append(line.apply(i)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public static void main(String[] folder) throws IOException {
        List<Path> files;
        try (var listed = Files.list(Path.of(folder[0]))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            try (CaptureFile capture = CaptureFile.open(file)) {
                ReadReport report = capture.read(frame -> {});
                System.out.println(file.getFileName() + ": " + report.packets() + " packets, "
                        + report.events().size() + " remarks, "
                        + report.warnings().size() + " warnings");
            } catch (UnreadableCapture refused) {
                System.out.println(file.getFileName() + ": " + refused.getMessage());
            } catch (OutOfMemoryError much) {
                System.out.println(file.getFileName() + ": " + much + " HEAP");
            }
        }
    }
}
