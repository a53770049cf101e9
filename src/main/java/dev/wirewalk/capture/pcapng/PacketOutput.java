package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes frames of one input: an interface for each name, position and link type, described when its first packet comes, and
 * as comments what the input says in words and what it does not tell.
 */
public final class PacketOutput {
    private final PcapngWriter writer;
    private final long snapLength;
    private final Map<Long, List<String>> comments;
    private final Map<Place, Integer> interfaces = new HashMap<>();
    private byte[] bytes = new byte[1 << 16];
    private long commented;

    private record Place(int id, String name, String position, LinkType linkType) {}

    /**
     * @param snapLength of the input, 0 for no limit
     * @param comments by the numbers of their frames
     */
    public PacketOutput(PcapngWriter writer, long snapLength, Map<Long, List<String>> comments) {
        this.writer = writer;
        this.snapLength = snapLength;
        this.comments = comments;
    }

    /** Writes one packet as it is in the input. */
    public void write(Frame frame) throws IOException {
        PacketView packet = frame.packet();
        int length = packet.capturedLength();
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        packet.copyTo(bytes);
        List<String> said = comments(frame);
        writer.write(
                interfaceOf(frame),
                frame.timeNanos(),
                bytes,
                length,
                frame.originalLength(),
                frame.position().orElse(""),
                said);
        commented += said.isEmpty() ? 0 : 1;
    }

    /** How many interfaces were described. */
    public int interfaces() {
        return interfaces.size();
    }

    /** How many packets were written with a comment. */
    public long commented() {
        return commented;
    }

    private List<String> comments(Frame frame) {
        List<String> said = new ArrayList<>(comments.getOrDefault(frame.number(), List.of()));
        if (!frame.hasTime()) {
            said.add("the input does not tell the time of this packet");
        }
        List<String> untold = UntoldFields.of(frame.packet());
        if (!untold.isEmpty()) {
            said.add("line " + frame.line() + "; not told by the text, and zero or made up here: "
                    + String.join(", ", untold));
        }
        return said;
    }

    private int interfaceOf(Frame frame) throws IOException {
        String position = frame.position().filter(where -> !isDirection(where)).orElse("");
        Place place = new Place(frame.interfaceId(), frame.interfaceName().orElse(""), position, frame.linkType());
        Integer known = interfaces.get(place);
        if (known == null) {
            String between = place.name.isEmpty() || position.isEmpty() ? "" : ":";
            known = writer.addInterface(
                    place.linkType,
                    snapLength,
                    place.name + between + position,
                    position.isEmpty() ? "" : "position " + position);
            interfaces.put(place, known);
        }
        return known;
    }

    /** A direction is told by each packet's flags, and is no part of an interface's name. */
    private static boolean isDirection(String position) {
        return position.equals("in") || position.equals("out");
    }
}
