package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads the files of a path twice: once to list the conversations and choose the flow, once to keep what each point saw of
 * the chosen one. Memory grows with conversations and with the followed flow, not with the files.
 */
public final class FlowReader {
    /** Hears how many bytes of how many were read, from one thread at a time; may throw to end the reading. */
    @FunctionalInterface
    public interface Progress {
        void at(String phase, long doneBytes, long totalBytes);
    }

    private final Path path;
    private final Progress progress;

    public FlowReader(Path path, Progress progress) {
        this.path = path;
        this.progress = progress;
    }

    /** @throws UnreadableCapture naming the first file that is missing or no capture */
    public FlowTrace read() throws UnreadableCapture {
        PathFiles files = new PathFiles(path, 2, progress);
        List<FlowsAtPoint> seen = path.points().stream()
                .map(point -> new FlowsAtPoint(path.flow()))
                .toList();
        files.read(
                "listing the conversations of ",
                (file, frame, point) -> seen.get(point).add(frame));
        FlowChoice choice = new FlowChoice(path, seen);
        List<TraceBuilder> builders = follow(files, choice);
        List<List<FlowKey>> strangers =
                IntStream.range(0, builders.size()).mapToObj(choice::strangers).toList();
        List<PointTrace> traces = IntStream.range(0, builders.size())
                .parallel()
                .mapToObj(i -> builders.get(i).build(strangers.get(i), outgoing(i)))
                .toList();
        List<CaptureLimit> limits =
                builders.stream().flatMap(builder -> builder.limits().stream()).toList();
        List<Simulation> simulations = builders.stream()
                .flatMap(builder -> builder.simulations().stream())
                .toList();
        List<Remark> remarks =
                builders.stream().flatMap(builder -> builder.remarks().stream()).toList();
        List<PointTrace> open =
                new Sealing(traces, builders.stream().map(TraceBuilder::sealed).toList()).traces();
        return new Alignment(path, choice.flow(), open).align().with(limits, simulations, remarks);
    }

    private List<TraceBuilder> follow(PathFiles files, FlowChoice choice) throws UnreadableCapture {
        List<IpAddress> known = knownAddresses();
        List<TraceBuilder> builders = new ArrayList<>();
        for (int i = 0; i < path.points().size(); i++) {
            builders.add(new TraceBuilder(path.points().get(i), choice.flowAt(i), known));
        }
        files.read("following the flow in ", new PathFiles.Visitor() {
            @Override
            public void frame(String file, Frame frame, int point) {
                builders.get(point).add(file, frame);
            }

            @Override
            public void untold(String file, Frame frame, int point) {
                builders.get(point).unplaced(file, frame);
            }

            @Override
            public void end(String file, List<Integer> points, ReadReport read) {
                for (int point : points) {
                    builders.get(point).remark(file, read.events());
                    builders.get(point).limit(file, read);
                    read.warnings().forEach(warning -> builders.get(point).warn(file + ": " + warning.text()));
                }
            }
        });
        return builders;
    }

    /** The directions whose packets come out of their device at this point: those that came in at another point of it. */
    private Set<Direction> outgoing(int index) {
        Point point = path.points().get(index);
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (Direction direction : Direction.values()) {
            List<Point> way = direction == Direction.FORWARD ? path.forwardPoints() : path.returnPoints();
            int place = way.indexOf(point);
            if (place > 0 && way.get(place - 1).device().equals(point.device())) {
                directions.add(direction);
            }
        }
        return directions;
    }

    private List<IpAddress> knownAddresses() {
        List<IpAddress> known = new ArrayList<>();
        path.flow().ifPresent(told -> known.addAll(List.of(told.client(), told.server())));
        path.points().forEach(point -> point.addresses().forEach(told -> known.add(told.address())));
        return known;
    }
}
