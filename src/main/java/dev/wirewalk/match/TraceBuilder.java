package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.TextReading;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects one point's trace: the flow's packets, what the link shows, and how far the capture reaches. */
final class TraceBuilder {
    private final Point point;
    private final Optional<FlowKey> flow;
    private final Optional<FlowPackets> found;
    private final Neighbourhood neighbourhood;
    private final List<String> warnings = new ArrayList<>();
    private final List<CaptureLimit> limits = new ArrayList<>();
    private final List<Simulation> simulations = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final InspectionLooks looks = new InspectionLooks();
    private final SealedPackets sealed = new SealedPackets();
    private long frames;
    private long cut;
    private long dropped;
    private long unplaced;
    private boolean decisions;
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

    /** A frame of which the file does not tell whether it was seen at this point. */
    void unplaced(String file, Frame frame) {
        if (unplaced++ == 0) {
            warnings.add(file + " calls interfaces by other names than the path, such as "
                    + frame.interfaceName().orElse("none")
                    + ", and tells no numbers (tcpdump prints them with -e): which of its packets were seen at this"
                    + " point cannot be told");
        }
    }

    /** What a file says in words; what is not about the flow's packets is passed over. */
    void remark(String file, List<TextEvent> events) {
        decisions |= events.stream().anyMatch(TraceBuilder::decides);
        Map<Long, Observation> ours = events.isEmpty() ? Map.of() : byFrame(file);
        ModuleOrder modules = new ModuleOrder(events);
        for (TextEvent event : events) {
            Optional.ofNullable(ours.get(event.frame()))
                    .or(() -> looks.of(file, event.frame()))
                    .ifPresent(packet -> remarks.add(new Remark(
                            point.name(), file, event.line(), event.kind(), modules.withNext(event.text()), packet)));
        }
        flow.ifPresent(key -> simulations.addAll(Simulation.of(point.name(), file, events, key)));
        looks.remarks(point.name(), file).forEach(remarks::add);
    }

    private Map<Long, Observation> byFrame(String file) {
        Map<Long, Observation> ours = new HashMap<>();
        found.map(FlowPackets::packets).orElseGet(List::of).stream()
                .filter(packet -> packet.file().equals(file))
                .forEach(packet -> ours.put(packet.frame(), packet));
        return ours;
    }

    void limit(String file, ReadReport read) {
        limits.add(CaptureLimit.of(point.name(), file, read));
        decisions |= read.text().filter(TextReading::partial).isPresent();
    }

    List<CaptureLimit> limits() {
        return limits;
    }

    List<Simulation> simulations() {
        return simulations;
    }

    SealedPackets sealed() {
        return sealed;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void add(String file, Frame frame) {
        PacketView packet = frame.packet();
        frames++;
        dropped += frame.position().filter("drop"::equals).isPresent() ? 1 : 0;
        if (frame.hasTime()) {
            first = Math.min(first, frame.timeNanos());
            last = Math.max(last, frame.timeNanos());
        }
        // A text shows of a packet what its options ask for: that is no cut.
        if (frame.line() == 0 && packet.capturedLength() < packet.originalLength()) {
            cut++;
        }
        sealed.add(frame);
        if (!neighbourhood.add(file, frame)) {
            found.ifPresent(packets -> take(packets, file, frame));
        }
    }

    private void take(FlowPackets packets, String file, Frame frame) {
        int before = packets.packets().size();
        packets.add(file, frame);
        if (!FrameSpot.isInspectionPoint(FrameSpot.position(frame))) {
            return;
        }
        looks.note(frame);
        if (packets.packets().size() > before && looks.again(packets.packets().getLast(), frame)) {
            packets.packets().removeLast();
        }
    }

    /** @param outgoing the directions whose packets leave their device at this point */
    PointTrace build(List<FlowKey> strangers, Set<Direction> outgoing) {
        List<Observation> packets = packets(outgoing);
        List<Observation> single = Copies.remove(packets);
        return new PointTrace(
                point,
                !point.files().isEmpty() && !(packets.isEmpty() && blind()),
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
                found.map(seen -> seen.vague(looks::counts)).orElse(0),
                SequenceShift.NONE,
                List.copyOf(warnings),
                "");
    }

    /** Whether a file that shows nothing of the flow proves nothing by that. */
    private boolean blind() {
        return decisions || unplaced > 0 || (frames > 0 && dropped == frames);
    }

    /**
     * A device that tells what it decided tells it of some packets only, and drop counters or a simulation show none: what such
     * a text does not hold may well have come.
     */
    private static boolean decides(TextEvent event) {
        return switch (event.kind()) {
            case DROP, POLICY, SESSION, ROUTE, NAT -> event.line() > 0;
            case NOTE -> event.line() > 0 && event.frame() == 0 && event.text().contains("drop counter");
            case ARP, REJECT, VPN, OFFLOAD, INSPECT -> false;
        };
    }

    private List<Observation> packets(Set<Direction> outgoing) {
        List<Observation> all = found.map(FlowPackets::packets).orElseGet(List::of);
        Set<Place> undecided = undecided();
        return undecided.isEmpty() && !looks.any()
                ? all
                : all.stream()
                        .filter(packet -> !outgoing.contains(packet.direction())
                                || !(undecided.contains(new Place(packet.file(), packet.frame()))
                                        || looks.held(packet)))
                        .toList();
    }

    private record Place(String file, long frame) {}

    /** Packets that a device speaks of while it decides about them: they came in, and have not left. */
    private Set<Place> undecided() {
        return remarks.stream()
                .filter(Remark::decides)
                .map(remark -> new Place(remark.file(), remark.packet().frame()))
                .collect(Collectors.toSet());
    }
}
