package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;

/** Lays out the TCP header of a sketched packet (RFC 9293, 3.1), with the options that were told. */
final class SegmentLayout {
    private SegmentLayout() {}

    static void lay(PacketSketch sketch, ToldOctets out) {
        int begin = out.length;
        out.number(sketch.sourcePort, 2);
        out.number(sketch.destinationPort, 2);
        out.number(sketch.sequence, 4);
        // Without ACK the number is no acknowledgement, whatever it is.
        boolean noAck = sketch.flags >= 0 && (sketch.flags & 0x10) == 0;
        out.number(noAck && sketch.acknowledgement < 0 ? 0 : sketch.acknowledgement, 4);
        // The lower half of the byte says whether the length of the header is right, which the payload's length hangs
        // on.
        out.bits(0x50, 1, sketch.optionsTold ? 0xFF : sketch.payloadLength >= 0 ? 0x0F : 0);
        out.number(sketch.flags, 1);
        out.number(sketch.window, 2);
        out.number(-1, 4);
        layOptions(sketch, out);
        while ((out.length - begin) % 4 != 0 || out.length - begin < 20 + Math.min(40, sketch.optionBytes)) {
            out.number(1, 1);
        }
        for (int missing = untoldOptions(sketch, out.length - begin); missing > 0; missing--) {
            out.number(-1, 1);
        }
        out.bytes[begin + 12] = (byte) ((out.length - begin) / 4 << 4);
    }

    /** How many bytes of options there must be that were not told, as the lengths of packet and payload show. */
    private static int untoldOptions(PacketSketch sketch, int laid) {
        IpAddress source = sketch.source;
        if (sketch.optionsTold || source == null || sketch.ipLength < 0 || sketch.payloadLength < 0) {
            return 0;
        }
        int ipHeader = source.version().bits() == 32 ? 20 : 40;
        int missing = sketch.ipLength - sketch.payloadLength - ipHeader - laid;
        return missing % 4 == 0 && laid + missing <= 60 ? missing : 0;
    }

    private static void layOptions(PacketSketch sketch, ToldOctets out) {
        if (sketch.segmentSize >= 0) {
            out.number(0x0204, 2);
            out.number(sketch.segmentSize, 2);
        }
        if (sketch.sackPermitted) {
            out.number(0x0402, 2);
        }
        if (sketch.timestamp >= 0) {
            out.number(0x080A, 2);
            out.number(sketch.timestamp, 4);
            out.number(sketch.timestampEcho, 4);
        }
        if (sketch.windowScale >= 0) {
            out.number(0x0303, 2);
            out.number(sketch.windowScale, 1);
        }
        // Forty bytes is all there is room for (RFC 9293, 3.1); with timestamps three blocks fit.
        int fitting = Math.min(sketch.sacks.size(), sketch.timestamp >= 0 ? 3 : 4);
        if (fitting > 0 && sketch.segmentSize < 0 && sketch.windowScale < 0) {
            out.number(5, 1);
            out.number(2 + 8 * fitting, 1);
            sketch.sacks.subList(0, fitting).forEach(sack -> {
                out.number(sack.left(), 4);
                out.number(sack.right(), 4);
            });
        }
    }
}
