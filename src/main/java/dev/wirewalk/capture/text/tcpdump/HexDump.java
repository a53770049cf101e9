package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.packet.LinkType;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The bytes of a packet in hexadecimal: from the network header on with {@code -x} and {@code -X}, from the link header on with
 * {@code -xx} and {@code -XX}. Dumps that tcpdump prints inside of what it decodes stand further to the right.
 */
final class HexDump {
    private static final int INDENT = 8;
    private static final int MOST_BYTES = 1 << 18;

    /** Where the network header begins, and what is before it; raw when nothing is. */
    private record Level(LinkType linkType, int network) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean broken;

    void clear() {
        bytes.reset();
        broken = false;
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** Whether lines are missing from it or out of order, so that it cannot be used. */
    boolean broken() {
        return broken;
    }

    /** Whether this is a line of a dump of the packet itself; then it is taken. */
    boolean read(String line) {
        int at = 0;
        int column = 0;
        while (at < line.length() && (line.charAt(at) == '\t' || line.charAt(at) == ' ')) {
            column = line.charAt(at) == '\t' ? (column / 8 + 1) * 8 : column + 1;
            at++;
        }
        if (column < INDENT || at >= line.length()) {
            return false;
        }
        LineScanner scanner = new LineScanner(line);
        scanner.moveTo(at);
        if (column == INDENT && scanner.startsWith("0x")) {
            long offset = scanner.hex();
            return offset >= 0 && scanner.accept(":") && row(scanner, offset);
        }
        // Before 3.8: tabs, and no offsets.
        return line.startsWith("\t\t") && groups(line, at) && row(scanner, bytes.size());
    }

    private static boolean groups(String line, int from) {
        int digits = 0;
        for (int i = from; i < line.length(); i++) {
            boolean blank = line.charAt(i) == ' ' || line.charAt(i) == '\t';
            if (!blank && Character.digit(line.charAt(i), 16) < 0) {
                return false;
            }
            digits = blank ? 0 : digits + 1;
            if (digits > 4) {
                return false;
            }
        }
        return true;
    }

    private boolean row(LineScanner line, long offset) {
        if (offset == 0) {
            clear();
        }
        if (offset != bytes.size() || offset > MOST_BYTES) {
            broken = true;
            return true;
        }
        int most = 16;
        line.blanks();
        // Two blanks end the groups; what follows are characters.
        while (!line.atEnd() && most > 0) {
            int begin = line.position();
            int digits = 0;
            while (digits < 4 && Character.digit(line.peek(digits), 16) >= 0) {
                digits++;
            }
            char behind = line.peek(digits);
            if ((digits != 4 && digits != 2) || (behind != ' ' && behind != 0 && behind != '\t')) {
                break;
            }
            for (int i = 0; i < digits; i += 2) {
                bytes.write(Character.digit(line.peek(i), 16) << 4 | Character.digit(line.peek(i + 1), 16));
                most--;
            }
            line.moveTo(begin + digits);
            if (line.startsWith("  ") || !line.accept(" ")) {
                break;
            }
        }
        return true;
    }

    /**
     * Gives the bytes to the packet, if they can be placed.
     *
     * @param shown the link type that the banner names
     * @return false when they cannot
     */
    boolean tell(PacketSketch into, Optional<LinkType> shown) {
        byte[] dump = bytes.toByteArray();
        if (broken || dump.length == 0) {
            return false;
        }
        if (isNetwork(dump, 0) && !(at(dump, 12) == 0x0800 && isNetwork(dump, 14) && !lengthFits(dump, 0))) {
            into.network(dump);
            return true;
        }
        Optional<Level> level = level(dump, shown);
        if (level.isEmpty()) {
            return false;
        }
        into.frame(
                level.get().linkType(),
                dump,
                level.get().network() + lengthAt(dump, level.get().network()));
        return true;
    }

    private static Optional<Level> level(byte[] dump, Optional<LinkType> shown) {
        if (shown.isPresent() && shown.get().equals(LinkType.LINUX_COOKED) && isType(dump, 14)) {
            return Optional.of(new Level(LinkType.LINUX_COOKED, 16));
        }
        int network = 14;
        while (network < dump.length && (at(dump, network - 2) == 0x8100 || at(dump, network - 2) == 0x88A8)) {
            network += 4;
        }
        boolean typed = isType(dump, network - 2);
        if (typed && (isNetwork(dump, network) || at(dump, network - 2) == 0x0806)) {
            return Optional.of(new Level(LinkType.ETHERNET, network));
        }
        if (isType(dump, 14) && isNetwork(dump, 16)) {
            return Optional.of(new Level(LinkType.LINUX_COOKED, 16));
        }
        if (isType(dump, 0) && isNetwork(dump, 20)) {
            return Optional.of(new Level(LinkType.LINUX_COOKED_2, 20));
        }
        if (isNetwork(dump, 4) && (isFamily(at(dump, 2), at(dump, 0)) || isFamily(at(dump, 0) >> 8, at(dump, 2)))) {
            return Optional.of(new Level(at(dump, 0) == 0 ? LinkType.LOOP : LinkType.NULL, 4));
        }
        // 802.3 has the length there, and is padded to 60 bytes.
        boolean lengthThere = at(dump, 12) + 14 == dump.length || (at(dump, 12) < 46 && dump.length == 60);
        boolean ethernet =
                typed || (lengthThere && shown.map(LinkType.ETHERNET::equals).orElse(true));
        return ethernet ? Optional.of(new Level(LinkType.ETHERNET, network)) : Optional.empty();
    }

    /** AF_INET, and AF_INET6 of the BSDs, Darwin and Linux. */
    private static boolean isFamily(int value, int other) {
        return other == 0 && (value == 2 || value == 10 || value == 24 || value == 28 || value == 30);
    }

    /** The 16 bits there, or -1 behind the end. */
    private static int at(byte[] dump, int offset) {
        return offset + 2 > dump.length ? -1 : (dump[offset] & 0xFF) << 8 | dump[offset + 1] & 0xFF;
    }

    private static boolean isType(byte[] dump, int offset) {
        int type = at(dump, offset);
        return type == 0x0800 || type == 0x86DD || type == 0x0806 || type == 0x8847 || type == 0x8864;
    }

    private static boolean isNetwork(byte[] dump, int offset) {
        if (offset >= dump.length) {
            return false;
        }
        int first = dump[offset] & 0xFF;
        boolean arp = at(dump, offset) == 1 && at(dump, offset + 2) == 0x0800 && at(dump, offset + 4) == 0x0604;
        return arp
                || (first >= 0x45 && first <= 0x4F && dump.length - offset >= 20)
                || (first >> 4 == 6 && dump.length - offset >= 40);
    }

    /** Whether the length in the header can be that of these bytes. */
    private static boolean lengthFits(byte[] dump, int offset) {
        int length = lengthAt(dump, offset);
        return length >= 20 && length <= dump.length - offset;
    }

    private static int lengthAt(byte[] dump, int offset) {
        if (offset >= dump.length) {
            return 0;
        }
        int version = dump[offset] >> 4;
        return version == 4
                ? Math.max(0, at(dump, offset + 2))
                : version == 6 ? 40 + Math.max(0, at(dump, offset + 4)) : 0;
    }
}
