package dev.wirewalk.capture.pcapng;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.FileBytes;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that name resolution blocks give to addresses; the first name of an address counts. */
final class NameRecords {
    private static final int END = 0;
    private static final int VERSION_4 = 1;
    private static final int VERSION_6 = 2;
    private static final int MOST_NAMES = 100_000;
    /** The longest name of the domain name system. */
    private static final int LONGEST_NAME = 255;

    private final Map<IpAddress, String> names = new LinkedHashMap<>();

    /** Reads the records of a block from {@code at} to {@code end}; a list that is damaged counts up to the damage. */
    void read(FileBytes file, long at, long end) {
        long record = at;
        while (record + 4 <= end && file.u16(record) != END) {
            int length = file.u16(record + 2);
            long value = record + 4;
            if (value + length > end || names.size() >= MOST_NAMES) {
                return;
            }
            read(file, file.u16(record), value, length);
            record = value + (length + 3 & ~3);
        }
    }

    private void read(FileBytes file, int type, long at, int length) {
        int size = type == VERSION_4 ? 4 : type == VERSION_6 ? 16 : length;
        if (size >= length) {
            return;
        }
        FileBytes network = file.bigEndian();
        IpAddress address =
                size == 4 ? IpAddress.v4(network.u32(at)) : IpAddress.v6(network.u64(at), network.u64(at + 8));
        String name = Options.text(file, at + size, Math.min(length - size, LONGEST_NAME));
        if (!name.isEmpty()) {
            names.putIfAbsent(address, name);
        }
    }

    Map<IpAddress, String> found() {
        return names;
    }
}
