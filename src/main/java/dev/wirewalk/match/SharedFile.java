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
import java.util.Set;

/**
 * One capture file and the points (by their index in the path) whose frames it holds.
 *
 * @param named the interface names of these points that the file itself uses; other names are the user's own and tell nothing
 */
record SharedFile(java.nio.file.Path file, List<Integer> points, List<Point> all, Set<String> named) {
    /** What a point asks of its frames and this frame does not have. */
    private static final int NO = -100;

    static List<SharedFile> of(Path path) {
        Map<java.nio.file.Path, List<Integer>> users = new LinkedHashMap<>();
        for (int i = 0; i < path.points().size(); i++) {
            for (java.nio.file.Path file : path.points().get(i).files()) {
                users.computeIfAbsent(file, unused -> new ArrayList<>()).add(i);
            }
        }
        return users.entrySet().stream()
                .map(entry -> new SharedFile(entry.getKey(), List.copyOf(entry.getValue()), path.points(), Set.of()))
                .toList();
    }

    /** The same, knowing which interface names the file uses. Reads the file when several points are told by name. */
    SharedFile knowing(CaptureFile open) {
        Set<String> told = new HashSet<>();
        points.forEach(index -> all.get(index).interfaceName().ifPresent(told::add));
        if (points.size() < 2 || told.isEmpty()) {
            return this;
        }
        Set<String> found = new HashSet<>();
        open.read(frame -> frame.interfaceName().filter(told::contains).ifPresent(found::add));
        return new SharedFile(file, points, all, Set.copyOf(found));
    }

    /**
     * Whether the frame belongs to that point, by interface, position inside the device and VLAN. A frame belongs to the point
     * that fits it best; only what cannot be told apart belongs to several.
     */
    boolean belongs(Frame frame, int index) {
        int fit = fit(frame, all.get(index));
        if (fit < 0) {
            return false;
        }
        for (int other : points) {
            if (other != index && fit(frame, all.get(other)) > fit) {
                return false;
            }
        }
        return true;
    }

    /** How many of the things that the point asks of its frames this one has; negative when one is different. */
    private int fit(Frame frame, Point point) {
        return byInterface(frame, point) + byPosition(frame, point) + byVlan(frame, point);
    }

    private int byInterface(Frame frame, Point point) {
        // A text counts no interfaces, it names them.
        if (point.ifindex().isPresent() && frame.line() == 0) {
            return FrameSpot.interfaceNumber(frame) == point.ifindex().getAsInt() ? 1 : NO;
        }
        boolean byName = point.interfaceName().filter(named::contains).isPresent()
                && frame.interfaceName().isPresent();
        if (byName) {
            return frame.interfaceName().equals(point.interfaceName()) ? 1 : NO;
        }
        return point.ifindex().isEmpty()
                        || frame.interfaceId() == point.ifindex().getAsInt()
                ? 0
                : NO;
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
