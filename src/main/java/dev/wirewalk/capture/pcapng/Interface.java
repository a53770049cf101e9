package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.packet.LinkType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One interface description block: what packets that name this interface have in common. */
record Interface(int id, LinkType linkType, long snapLength, Optional<String> name, TimeUnits time) {
    private static final int OPTION_END = 0;
    private static final int OPTION_NAME = 2;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_TIME_OFFSET = 14;

    /** Reads the block body from {@code at} to {@code end}; an options list that is damaged counts up to the damage. */
    static Interface read(FileBytes file, int id, long at, long end) {
        LinkType linkType = new LinkType(file.u16(at));
        long snapLength = file.u32(at + 4);
        Optional<String> name = Optional.empty();
        int resolution = TimeUnits.MICROSECONDS;
        long offsetSeconds = 0;
        long option = at + 8;
        while (option + 4 <= end && file.u16(option) != OPTION_END) {
            int length = file.u16(option + 2);
            long value = option + 4;
            if (value + length > end) {
                break;
            }
            switch (file.u16(option)) {
                case OPTION_NAME -> name = Optional.of(text(file, value, length));
                case OPTION_TIME_RESOLUTION -> resolution = length >= 1 ? file.u8(value) : resolution;
                case OPTION_TIME_OFFSET -> offsetSeconds = length >= 8 ? file.u64(value) : offsetSeconds;
                default -> {}
            }
            option = value + (length + 3 & ~3);
        }
        return new Interface(id, linkType, snapLength, name, new TimeUnits(resolution, offsetSeconds));
    }

    private static String text(FileBytes file, long at, int length) {
        String text = new String(file.bytes(at, length), StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
