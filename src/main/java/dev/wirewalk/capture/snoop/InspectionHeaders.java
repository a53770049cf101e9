package dev.wirewalk.capture.snoop;

import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.packet.LinkType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a firewall's monitor writes in place of the hardware addresses: the letter of the inspection point, a byte for the place
 * in its chain, the interface's name in up to ten bytes (six and an identifier of four when those are asked for), and the
 * EtherType.
 */
final class InspectionHeaders {
    private static final int LENGTH = 14;
    private static final int NAME = 2;
    private static final int NAME_LENGTH = 10;
    private static final int SHORT_NAME_LENGTH = 6;
    /** As many records are looked at before it is believed; any of them alone could begin with such an address. */
    private static final int LOOKED_AT = 200;

    private static final int MOST_INTERFACES = 500;
    private static final String POINTS = "iIoOeE";
    private static final List<Optional<String>> POSITIONS = POINTS.chars()
            .mapToObj(point -> Optional.of(Character.toString(point)))
            .toList();

    private record Named(long key, Optional<String> name) {}

    private final FileBytes file;
    private final int nameLength;
    private final List<Named> names = new ArrayList<>();

    private InspectionHeaders(FileBytes file, int nameLength) {
        this.file = file;
        this.nameLength = nameLength;
    }

    /** The same, for another pass. */
    InspectionHeaders again() {
        return new InspectionHeaders(file, nameLength);
    }

    /** Whether the records of this file begin so: all of the first ones, and in at least two ways. */
    static Optional<InspectionHeaders> in(FileBytes file) {
        if (likely(file, NAME_LENGTH)) {
            return Optional.of(new InspectionHeaders(file, NAME_LENGTH));
        }
        return likely(file, SHORT_NAME_LENGTH)
                ? Optional.of(new InspectionHeaders(file, SHORT_NAME_LENGTH))
                : Optional.empty();
    }

    private static boolean likely(FileBytes file, int nameLength) {
        long at = SnoopLayout.FILE_HEADER;
        int records = 0;
        int points = 0;
        boolean named = false;
        while (records < LOOKED_AT && at + SnoopLayout.RECORD_HEADER + LENGTH <= file.size()) {
            long data = at + SnoopLayout.RECORD_HEADER;
            int point = POINTS.indexOf(file.u8(data));
            int name = file.u32(at + 4) < LENGTH ? 0 : nameLength(file, data + NAME, nameLength);
            if (point < 0 || name == 0) {
                return false;
            }
            points |= 1 << point;
            named |= name > 1;
            records++;
            at += Math.max(SnoopLayout.RECORD_HEADER, file.u32(at + 8));
        }
        return records > 0 && named && (Integer.bitCount(points) > 1 || records > 2);
    }

    /** How long the name is, 0 when what stands there is none: a letter, then letters, digits and marks, then zeros. */
    private static int nameLength(FileBytes file, long at, int most) {
        int length = 0;
        while (length < most && isNameByte(file.u8(at + length), length == 0)) {
            length++;
        }
        for (int i = length; i < most; i++) {
            if (file.u8(at + i) != 0) {
                return 0;
            }
        }
        return length;
    }

    private static boolean isNameByte(int value, boolean first) {
        boolean letter = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
        boolean inside = (value >= '0' && value <= '9') || value == '.' || value == '-' || value == '_' || value == ':';
        return letter || (inside && !first);
    }

    /** Tells the frame where the packet that begins at {@code data} was seen. */
    void show(long data, int captured, FrameCursor frame) {
        if (captured < LENGTH) {
            frame.atPosition(Optional.empty());
            return;
        }
        int point = POINTS.indexOf(file.u8(data));
        frame.atPosition(point < 0 ? Optional.empty() : POSITIONS.get(point));
        int index = index(data + NAME);
        if (index >= 0) {
            frame.onInterface(index, names.get(index).name(), LinkType.ETHERNET_WITHOUT_ADDRESSES);
        }
    }

    /** The number of the interface named at {@code at}, in the order in which their names are met; -1 when there are too many. */
    private int index(long at) {
        long key = nameLength == NAME_LENGTH ? file.u64(at) * 65_537 + file.u16(at + 8) : file.u64(at) >>> 16;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).key() == key) {
                return i;
            }
        }
        if (names.size() == MOST_INTERFACES) {
            return -1;
        }
        int length = nameLength(file, at, nameLength);
        names.add(new Named(
                key,
                length == 0
                        ? Optional.empty()
                        : Optional.of(new String(file.bytes(at, length), StandardCharsets.US_ASCII))));
        return names.size() - 1;
    }

    void describe(ReadTally tally, OptionalLong dropped) {
        for (int i = 0; i < names.size(); i++) {
            tally.describe(CaptureInterface.unnamed(LinkType.ETHERNET_WITHOUT_ADDRESSES, 0)
                    .withName(i, names.get(i).name())
                    .withDropped(i == 0 ? dropped : OptionalLong.empty()));
        }
    }
}
