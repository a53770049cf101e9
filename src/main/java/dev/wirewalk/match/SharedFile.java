package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One capture file and the points (by their index in the path) whose frames it holds. */
record SharedFile(java.nio.file.Path file, List<Integer> points, List<Point> all) {

    static List<SharedFile> of(Path path) {
        Map<java.nio.file.Path, List<Integer>> users = new LinkedHashMap<>();
        for (int i = 0; i < path.points().size(); i++) {
            for (java.nio.file.Path file : path.points().get(i).files()) {
                users.computeIfAbsent(file, unused -> new ArrayList<>()).add(i);
            }
        }
        return users.entrySet().stream()
                .map(entry -> new SharedFile(entry.getKey(), List.copyOf(entry.getValue()), path.points()))
                .toList();
    }

    /** Whether the frame belongs to that point: by interface number, else by VLAN where several points share the file. */
    boolean belongs(Frame frame, int index) {
        Point point = all.get(index);
        if (point.ifindex().isPresent()) {
            long seen = frame.packet().link().interfaceIndex();
            return seen < 0
                    ? frame.interfaceId() == point.ifindex().getAsInt()
                    : seen == point.ifindex().getAsInt();
        }
        if (point.vlan().isPresent() && points.size() > 1) {
            int seen = frame.packet().link().vlanId();
            return seen == point.vlan().getAsInt() || strayed(seen);
        }
        return points.size() == 1 || byTravel(frame, index);
    }

    /** A VLAN that none of the points is in: such frames came to the trunk by mistake, and every point may be meant. */
    private boolean strayed(int vlan) {
        return vlan >= 0
                && points.stream()
                        .noneMatch(index -> all.get(index).vlan().isPresent()
                                && all.get(index).vlan().getAsInt() == vlan);
    }

    /** Two sides of one box in a cooked capture without interface numbers: what is not told apart belongs to both. */
    private boolean byTravel(Frame frame, int index) {
        return frame.packet().link().interfaceIndex() < 0 || points.contains(index);
    }
}
