package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.packet.PacketView;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes what a reader of text hands out, and shows the packets as they will be seen. */
public final class ReadSketches implements TextOutput {
    public final List<PacketSketch> packets = new ArrayList<>();
    public final List<TextEvent> events = new ArrayList<>();
    public final List<String> warnings = new ArrayList<>();
    private final Map<String, IpAddress> names = new HashMap<>();

    /** The packet that was laid out from a sketch. */
    public static PacketView view(PacketSketch sketch) {
        SketchLayout layout = new SketchLayout();
        layout.lay(sketch);
        byte[] both = Arrays.copyOf(layout.bytes, layout.length * 2);
        System.arraycopy(layout.mask, 0, both, layout.length, layout.length);
        PacketView view = new PacketView();
        view.placePartlyTold(
                MemorySegment.ofArray(both), 0, layout.length, layout.wireLength, layout.linkType, layout.length);
        return view;
    }

    @Override
    public long packet(PacketSketch sketch) {
        packets.add(sketch);
        return packets.size();
    }

    @Override
    public void event(long line, long frame, TextEvent.Kind kind, String text) {
        events.add(new TextEvent(line, frame, kind, text));
    }

    @Override
    public void warn(TextLine line, String text) {
        warnings.add(line.number() + ": " + text);
    }

    @Override
    public IpAddress standIn(String hostName) {
        return names.computeIfAbsent(hostName, name -> IpAddress.v4(names.size() + 1L));
    }
}
