package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** Whether frames that come to a device are known to be addressed to it: a device does not take in what is for another one. */
final class Receivers {
    private final Scene scene;
    private final Neighbours neighbours;

    Receivers(Scene scene) {
        this.scene = scene;
        this.neighbours = new Neighbours(scene);
    }

    /**
     * Why it is not known that the packets at way index {@code index} are addressed to the device there. Captures that hold
     * nothing but the flow were filtered, and could not show whose address it is: there the sender is believed.
     */
    Optional<String> doubt(Direction direction, int index, List<Observation> seen) {
        List<PointTrace> way = scene.way(direction);
        boolean open = scene.points().stream().anyMatch(Receivers::holdsOther);
        if (!open
                || index < 1
                || seen.isEmpty()
                || way.get(index).device().equals(way.get(index - 1).device())) {
            return Optional.empty();
        }
        PointTrace near = way.get(index - 1);
        PointTrace far = way.get(index);
        boolean unproven = seen.stream()
                .map(Observation::destinationMac)
                .allMatch(mac -> mac >= 0 && !speaks(near, mac) && !speaks(far, mac) && !bridged(index, way, mac));
        return unproven && neighbours.hardware(far).isEmpty()
                ? Optional.of("the frames are for "
                        + BreakCause.mac(seen.getFirst().destinationMac())
                        + ", and no capture shows whether that is " + far.device() + "'s address or a wrong entry of "
                        + near.device() + "'s")
                : Optional.empty();
    }

    private static boolean holdsOther(PointTrace point) {
        return point.frames()
                > point.packets().size() + point.doubled() + point.errors().size();
    }

    /** A bridge takes in frames for what lies behind it. */
    private static boolean bridged(int index, List<PointTrace> way, long mac) {
        return way.subList(index, way.size()).stream().anyMatch(point -> speaks(point, mac));
    }

    private static boolean speaks(PointTrace point, long mac) {
        return point.talks().containsKey(mac)
                || point.owners().values().stream().anyMatch(claimed -> claimed.contains(mac));
    }
}
