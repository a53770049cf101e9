package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.nio.ByteBuffer;

/** ESP (RFC 4303) and AH (RFC 4302): {@code ESP(spi=0x1,seq=0x2), length 100}; and the lengths of what is not decoded. */
final class SecurityText {
    private SecurityText() {}

    static void read(LineScanner line, PacketSketch into, boolean esp) {
        int begin = line.position();
        long spi = line.skipTo("spi=") ? line.hex() : -1;
        long sequence = line.skipTo("seq=") ? line.hex() : -1;
        if (esp && spi >= 0 && sequence >= 0) {
            into.payload(ByteBuffer.allocate(8)
                    .putInt((int) spi)
                    .putInt((int) sequence)
                    .array());
        }
        line.moveTo(begin);
        length(line, into);
    }

    /** {@code , length N}: all that stands behind the IP header. */
    static void length(LineScanner line, PacketSketch into) {
        if (line.skipTo(", length ")) {
            long length = line.number();
            if (length >= 0) {
                into.payloadLength(length);
            }
        }
        line.moveTo(Integer.MAX_VALUE);
    }
}
