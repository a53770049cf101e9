package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects one point's trace: the flow's packets, what the link shows, and how far the capture reaches. */
final class TraceBuilder {
    private final Point point;
    private final Optional<FlowKey> flow;
    private final Optional<FlowPackets> found;
    private final Neighbourhood neighbourhood;
    private final List<String> warnings = new ArrayList<>();
    private long frames;
    private long cut;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** @param known addresses of the path, to know again what a short snapshot shows in part */
    TraceBuilder(Point point, Optional<FlowKey> flow, List<IpAddress> known) {
        this.neighbourhood = new Neighbourhood(known);
        this.point = point;
        this.flow = flow;
        this.found = flow.map(FlowPackets::new);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    void add(String file, Frame frame) {
        PacketView packet = frame.packet();
        frames++;
        if (frame.hasTime()) {
            first = Math.min(first, frame.timeNanos());
            last = Math.max(last, frame.timeNanos());
        }
        // A text shows of a packet what its options ask for: that is no cut.
        if (frame.line() == 0 && packet.capturedLength() < packet.originalLength()) {
            cut++;
        }
        if (!neighbourhood.add(file, frame)) {
            found.ifPresent(packets -> packets.add(file, frame));
        }
    }

    PointTrace build(List<FlowKey> strangers) {
        List<Observation> packets = found.map(FlowPackets::packets).orElseGet(List::of);
        List<Observation> single = Copies.remove(packets);
        return new PointTrace(
                point,
                !point.files().isEmpty(),
                single.isEmpty() ? Optional.empty() : flow,
                single,
                packets.size() - single.size(),
                neighbourhood.messages(),
                found.map(FlowPackets::errors).orElseGet(List::of),
                frames,
                first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first),
                last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last),
                neighbourhood.owners(),
                neighbourhood.talks(),
                List.copyOf(strangers),
                cut,
                found.map(FlowPackets::vague).orElse(0),
                SequenceShift.NONE,
                List.copyOf(warnings));
    }
}
