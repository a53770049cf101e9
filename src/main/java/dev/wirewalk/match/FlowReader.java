package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the files of a path twice: once to list the conversations and choose the flow, once to keep what each point saw of
 * the chosen one. Memory grows with conversations and with the followed flow, not with the files.
 */
public final class FlowReader {
    /** Between two reports of progress. */
    private static final int FRAMES_PER_REPORT = 50_000;

    /** Hears how many bytes of how many were read; may throw to end the reading. */
    @FunctionalInterface
    public interface Progress {
        void at(String phase, long doneBytes, long totalBytes);
    }

    private final Path path;
    private final Progress progress;
    private long done;
    private long total;

    public FlowReader(Path path, Progress progress) {
        this.path = path;
        this.progress = progress;
    }

    /** @throws UnreadableCapture naming the first file that is missing or no capture */
    public FlowTrace read() throws UnreadableCapture {
        List<SharedFile> files = new ArrayList<>();
        for (SharedFile file : SharedFile.of(path)) {
            try (CaptureFile open = CaptureFile.open(file.file())) {
                total += 2 * open.size();
                files.add(file.knowing(open));
            }
        }
        List<FlowsAtPoint> seen = path.points().stream()
                .map(point -> new FlowsAtPoint(path.flow()))
                .toList();
        for (SharedFile file : files) {
            listConversations(file, seen);
        }
        FlowChoice choice = new FlowChoice(path, seen);
        List<IpAddress> known = knownAddresses();
        List<TraceBuilder> builders = new ArrayList<>();
        for (int i = 0; i < path.points().size(); i++) {
            builders.add(new TraceBuilder(path.points().get(i), choice.flowAt(i), known));
        }
        for (SharedFile file : files) {
            follow(file, builders);
        }
        List<PointTrace> traces = new ArrayList<>();
        for (int i = 0; i < builders.size(); i++) {
            traces.add(builders.get(i).build(choice.strangers(i), outgoing(i)));
        }
        List<Remark> remarks =
                builders.stream().flatMap(builder -> builder.remarks().stream()).toList();
        return new Alignment(path, choice.flow(), traces).align().with(remarks);
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

    private void listConversations(SharedFile file, List<FlowsAtPoint> seen) throws UnreadableCapture {
        try (CaptureFile open = CaptureFile.open(file.file())) {
            long before = done;
            open.read(frame -> {
                report(
                        "listing the conversations of " + file.file().getFileName(),
                        before,
                        frame.dataOffset(),
                        frame.number());
                for (int index : file.points()) {
                    if (file.belongs(frame, index)) {
                        seen.get(index).add(frame);
                    }
                }
            });
            done = before + open.size();
        }
    }

    private void follow(SharedFile file, List<TraceBuilder> builders) throws UnreadableCapture {
        String name = Optional.ofNullable(file.file().getFileName())
                .map(java.nio.file.Path::toString)
                .orElse("");
        try (CaptureFile open = CaptureFile.open(file.file())) {
            long before = done;
            ReadReport read = open.read(frame -> {
                report("following the flow in " + name, before, frame.dataOffset(), frame.number());
                for (int index : file.points()) {
                    if (file.belongs(frame, index)) {
                        builders.get(index).add(name, frame);
                    } else if (file.untold(frame, index)) {
                        builders.get(index).unplaced(name, frame);
                    }
                }
            });
            file.points().forEach(index -> builders.get(index).remark(name, read.events()));
            read.warnings()
                    .forEach(warning ->
                            file.points().forEach(index -> builders.get(index).warn(name + ": " + warning.text())));
            done = before + open.size();
        }
    }

    private void report(String phase, long before, long offset, long frame) {
        if (frame % FRAMES_PER_REPORT == 1) {
            progress.at(phase, before + offset, total);
        }
    }
}
