package dev.wirewalk.match;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One capture file and the points (by their index in the path) whose frames it holds.
 *
 * @param named how the file itself calls the points' interfaces, by index; where it does not, the name is the user's own and tells nothing
 * @param manifold whether the file names several interfaces
 */
record SharedFile(
        java.nio.file.Path file, List<Integer> points, List<Point> all, Map<Integer, String> named, boolean manifold) {
    /** What a point asks of its frames and this frame does not have. */
    private static final int NO = -100;

    /** More names than these are no names of interfaces. */
    private static final int MOST_NAMES = 10_000;

    static List<SharedFile> of(Path path) {
        Map<java.nio.file.Path, List<Integer>> users = new LinkedHashMap<>();
        for (int i = 0; i < path.points().size(); i++) {
            for (java.nio.file.Path file : path.points().get(i).files()) {
                users.computeIfAbsent(file, unused -> new ArrayList<>()).add(i);
            }
        }
        return users.entrySet().stream()
                .map(entry ->
                        new SharedFile(entry.getKey(), List.copyOf(entry.getValue()), path.points(), Map.of(), false))
                .toList();
    }

    /**
     * The same, knowing which interface names the file uses. Reads the file when several points are told by name, or one by a
     * number that a text may not tell.
     */
    SharedFile knowing(CaptureFile open) {
        Set<String> told = new HashSet<>();
        points.forEach(index -> all.get(index).interfaceName().ifPresent(told::add));
        boolean numbered =
                points.stream().anyMatch(index -> all.get(index).ifindex().isPresent());
        if ((points.size() < 2 || told.isEmpty()) && !numbered) {
            return this;
        }
        Set<String> found = new HashSet<>();
        Set<Boolean> text = new HashSet<>();
        open.read(frame -> {
            text.add(frame.line() > 0);
            frame.interfaceName().filter(name -> found.size() < MOST_NAMES).ifPresent(found::add);
        });
        InterfaceNames names = new InterfaceNames(points, all, found);
        return new SharedFile(file, points, all, text.contains(true) ? names.alike() : names.equal(), found.size() > 1);
    }

    /**
     * Whether it cannot be told which of the file's interfaces the point is: a text shows names, of which none is the point's,
     * and no numbers.
     */
    boolean untold(Frame frame, int index) {
        Point point = all.get(index);
        boolean onlyNamed = points.size() > 1
                && point.interfaceName().isPresent()
                && point.position().isEmpty()
                && point.vlan().isEmpty();
        return manifold
                && frame.line() > 0
                && frame.interfaceIndex() < 0
                && (point.ifindex().isPresent() || onlyNamed)
                && !named.containsKey(index);
    }

    /**
     * Whether the frame belongs to that point, by interface, position inside the device and VLAN. A frame belongs to the point
     * that fits it best; only what cannot be told apart belongs to several.
     */
    boolean belongs(Frame frame, int index) {
        if (untold(frame, index)) {
            return false;
        }
        int fit = fit(frame, index);
        if (fit < 0) {
            return false;
        }
        for (int other : points) {
            if (other != index && fit(frame, other) > fit) {
                return false;
            }
        }
        return true;
    }

    /** How many of the things that the point asks of its frames this one has; negative when one is different. */
    private int fit(Frame frame, int index) {
        Point point = all.get(index);
        return byInterface(frame, index) + byPosition(frame, point) + byVlan(frame, point);
    }

    private int byInterface(Frame frame, int index) {
        Point point = all.get(index);
        // Some texts count no interfaces, they name them. A number outweighs a name, which may be that of a machine
        // that
        // read the capture.
        if (point.ifindex().isPresent() && (frame.line() == 0 || frame.interfaceIndex() >= 0)) {
            return FrameSpot.interfaceNumber(frame) == point.ifindex().getAsInt() ? 1 : NO;
        }
        Optional<String> name = Optional.ofNullable(named.get(index));
        if (name.isPresent() && frame.interfaceName().isPresent()) {
            return frame.interfaceName().equals(name) ? 1 : NO;
        }
        // Frames that name no interface are not those of one that the file names, where another point may be meant.
        return name.isPresent() && named.size() < points.size() ? NO : 0;
    }

    private static int byPosition(Frame frame, Point point) {
        if (point.position().isEmpty()) {
            return 0;
        }
        String seen = FrameSpot.position(frame);
        return seen.isEmpty() || seen.equals("drop")
                ? 0
                : seen.equals(point.position().get()) ? 1 : NO;
    }

    private int byVlan(Frame frame, Point point) {
        if (point.vlan().isEmpty() || points.size() == 1) {
            return 0;
        }
        int seen = frame.packet().link().vlanId();
        return seen == point.vlan().getAsInt() ? 1 : strayed(seen) ? 0 : NO;
    }

    /** A VLAN that none of the points is in: such frames came to the trunk by mistake, and every point may be meant. */
    private boolean strayed(int vlan) {
        return vlan >= 0
                && points.stream()
                        .noneMatch(index -> all.get(index).vlan().isPresent()
                                && all.get(index).vlan().getAsInt() == vlan);
    }
}
