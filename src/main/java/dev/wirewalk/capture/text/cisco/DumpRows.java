package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.packet.LinkType;
import java.io.ByteArrayOutputStream;

/** The rows that {@code dump} prints under a packet: {@code 0x0010   00ff 4006 3a1c 0a01        ..@.:...}. */
final class DumpRows {
    private static final int BYTES_IN_ROW = 16;
    private static final int LARGEST = 0xFFFF;
    private static final int ETHERNET_HEADER = 14;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean broken;

    static boolean isRow(String text) {
        LineScanner line = new LineScanner(text);
        line.blanks();
        return line.startsWith("0x") && line.hex() >= 0 && (line.accept(":") || line.peek() == ' ') && line.blanks();
    }

    /** A row that does not follow the one before makes the dump worthless: bytes are missing. */
    void add(String text) {
        LineScanner line = new LineScanner(text);
        line.blanks();
        broken |= line.hex() != bytes.size() || bytes.size() > LARGEST;
        line.accept(":");
        line.blanks();
        int inRow = 0;
        boolean more = !broken;
        while (more && inRow < BYTES_IN_ROW) {
            int before = line.position();
            long group = line.hex();
            int digits = line.position() - before;
            boolean whole = group >= 0 && (digits == 4 || digits == 2) && (line.atEnd() || line.peek() == ' ');
            if (!whole) {
                break;
            }
            if (digits == 4) {
                bytes.write((int) group >> 8);
            }
            bytes.write((int) group);
            inRow += digits / 2;
            // Two blanks end the numbers: what follows is their text.
            more = line.peek(1) != ' ';
            line.blanks();
        }
    }

    boolean present() {
        return bytes.size() > 0 && !broken;
    }

    /**
     * Gives the sketch the real bytes. A dump begins with the IP header, or, with {@code detail}, with the Ethernet header.
     *
     * @param frameLength as the head line tells it, or 0
     */
    void into(PacketSketch sketch, long frameLength) {
        byte[] all = bytes.toByteArray();
        boolean ethernet = beginsWithEthernet(all);
        long length = ethernet ? frameLength : ipLength(all);
        sketch.frame(ethernet ? LinkType.ETHERNET : LinkType.RAW, all, length);
    }

    private static boolean beginsWithEthernet(byte[] all) {
        // 0x45 as first byte of a hardware address would be a group address that nobody uses.
        if (all[0] == 0x45 || all.length < ETHERNET_HEADER) {
            return false;
        }
        int type = (all[12] & 0xFF) << 8 | (all[13] & 0xFF);
        boolean known = type == 0x0800 || type == 0x86DD || type == 0x0806 || type == 0x8100 || type == 0x88A8;
        int version = all[0] >> 4 & 0xF;
        return known || (version != 4 && version != 6);
    }

    private static long ipLength(byte[] all) {
        boolean version6 = (all[0] >> 4 & 0xF) == 6;
        int at = version6 ? 4 : 2;
        return all.length < at + 2 ? 0 : ((all[at] & 0xFF) << 8 | (all[at + 1] & 0xFF)) + (version6 ? 40 : 0);
    }
}
