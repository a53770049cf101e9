package dev.wirewalk.match.order;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.FlowReader;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Makes a path from captures alone. The files are split into places as finely as their frames tell, the flow is followed
 * through all of them in any order, and what it shows gives the order: TTL, then position inside a device, then time, then
 * names. Which flow is followed may depend on the order, so it is followed once more when the order turns out to be another.
 */
public final class PathFromFiles {
    private static final int ROUNDS = 3;

    private final List<Given> files;
    private final Optional<FlowHint> flow;
    private final FlowReader.Progress progress;

    /**
     * @param files in any order; each counts once
     * @param flow the flow to follow; empty for the one that fails most
     */
    public PathFromFiles(List<Given> files, Optional<FlowHint> flow, FlowReader.Progress progress) {
        this.files = files.stream().distinct().toList();
        this.flow = flow;
        this.progress = progress;
    }

    /** What the points saw, in the order in which they were asked. */
    record Reading(FlowTrace trace, List<View.Seen> seen) {
        Optional<FlowKey> flow() {
            return trace.flow();
        }
    }

    /** @throws UnreadableCapture naming the first file that is missing or no capture */
    public InferredPath infer() throws UnreadableCapture {
        List<View> views = new ArrayList<>();
        for (Given file : files) {
            views.addAll(FileViews.of(file));
        }
        views.sort(Comparator.comparing(View::frames)
                .reversed()
                .thenComparing(view -> view.place().toString())
                .thenComparing(view -> view.given().name()));
        Reading reading = read(views);
        Settled settled = Settled.of(reading.seen());
        List<View> asked = views;
        for (int round = 1; round < ROUNDS; round++) {
            List<View> ordered = ordered(reading, settled);
            if (ordered.equals(asked)) {
                break;
            }
            reading = read(ordered);
            asked = ordered;
        }
        return new Composition(reading, settled, hint(reading)).path();
    }

    /** The points in the order that this reading gives, then the spare views. */
    private static List<View> ordered(Reading reading, Settled settled) {
        boolean known = reading.seen().stream().map(View.Seen::view).toList().containsAll(settled.points());
        List<View> points = known ? new Composition(reading, settled, Optional.empty()).order() : settled.points();
        return Stream.concat(Stream.concat(points.stream(), settled.points().stream()), settled.spare().stream())
                .distinct()
                .toList();
    }

    private Reading read(List<View> views) throws UnreadableCapture {
        List<String> names = Names.of(views);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            points.add(point(views.get(i), names.get(i), names.get(i)));
        }
        FlowTrace trace = new FlowReader(new Path(flow, points, List.of(), List.of()), progress).read();
        List<View.Seen> seen = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            seen.add(new View.Seen(views.get(i), trace.points().get(i)));
        }
        return new Reading(trace, seen);
    }

    static Point point(View view, String name, String device) {
        Place place = view.place();
        return new Point(
                name,
                device,
                place.interfaceName().or(() -> Names.interfaceOf(view)),
                Optional.empty(),
                List.of(view.given().file()),
                List.of(),
                place.tag(),
                place.ifindex(),
                java.util.Map.of(),
                place.position());
    }

    private Optional<FlowHint> hint(Reading reading) {
        return flow.or(() -> reading.flow().map(PathFromFiles::hint));
    }

    private static FlowHint hint(FlowKey key) {
        boolean ping = key.protocol() == FlowProtocol.ICMP;
        return new FlowHint(
                key.protocol(),
                key.client(),
                OptionalInt.empty(),
                key.server(),
                ping ? OptionalInt.empty() : OptionalInt.of(key.serverPort()));
    }
}
