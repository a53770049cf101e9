package dev.wirewalk.diagnosis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Leaves packets out of a capture, or turns its clock: what taps, mirrors and late starts do. */
final class PcapEditor {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private PcapEditor() {}

    static int count(Path file) throws IOException {
        return records(ByteBuffer.wrap(Files.readAllBytes(file))).size();
    }

    /** Writes the packets whose index (from 0) is kept, their times moved by so many seconds. */
    static void copy(Path from, Path to, IntPredicate kept, int seconds) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(Files.readAllBytes(from)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer target = ByteBuffer.allocate(source.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        target.put(source.array(), 0, FILE_HEADER);
        List<int[]> records = records(source);
        for (int i = 0; i < records.size(); i++) {
            if (kept.test(i)) {
                int at = target.position();
                target.put(source.array(), records.get(i)[0], records.get(i)[1]);
                target.putInt(at, target.getInt(at) + seconds);
            }
        }
        byte[] bytes = new byte[target.position()];
        System.arraycopy(target.array(), 0, bytes, 0, bytes.length);
        Files.write(to, bytes);
    }

    private static List<int[]> records(ByteBuffer source) {
        source.order(ByteOrder.LITTLE_ENDIAN);
        if (source.getInt(0) != 0xA1B2C3D4) {
            throw new IllegalArgumentException("not a little-endian pcap file");
        }
        List<int[]> records = new ArrayList<>();
        for (int at = FILE_HEADER; at < source.capacity(); at += records.getLast()[1]) {
            records.add(new int[] {at, RECORD_HEADER + source.getInt(at + 8)});
        }
        return records;
    }
}
