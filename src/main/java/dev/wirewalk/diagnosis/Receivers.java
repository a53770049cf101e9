package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether frames that come to a device are known to be addressed to it: a device does not take in what is for another one. */
final class Receivers {
    /** A neighbour that confirms nothing is asked again after five seconds (RFC 4861 section 10, hosts do so for ARP too). */
    private static final long CHECKED_NANOS = 6_000_000_000L;

    private static final long JUST_NANOS = 2_000_000_000L;

    private final Scene scene;
    private final Neighbours neighbours;

    Receivers(Scene scene) {
        this.scene = scene;
        this.neighbours = new Neighbours(scene);
    }

    /** Why it is not known that the packets at way index {@code index} are addressed to the device there. */
    Optional<String> doubt(Direction direction, int index, List<Observation> seen) {
        return unheard(direction, index, seen) ? Optional.of(words(direction, index, seen)) : Optional.empty();
    }

    /**
     * The same where the captures show more than the flow. Those that hold nothing else may have been filtered, and could not show
     * whose address it is: there the sender is believed by whoever claims only that nothing comes out.
     */
    Optional<String> openDoubt(Direction direction, int index, List<Observation> seen) {
        return scene.points().stream().anyMatch(Receivers::holdsOther)
                ? doubt(direction, index, seen)
                : Optional.empty();
    }

    /**
     * Why the packets at way index {@code index} are probably not addressed to the device there: the hardware address is none
     * that a maker gave away, unlike the flow's others, or the sender never asked for it although the path's other devices just had to ask, or another
     * station is heard on the link, or the sender never checked the address for longer than hosts trust a silent neighbour.
     */
    Optional<String> suspicion(Direction direction, int index, List<Observation> seen) {
        if (!unheard(direction, index, seen)) {
            return Optional.empty();
        }
        boolean invented = invented(seen.getFirst().destinationMac())
                && scene.points().stream()
                        .flatMap(point -> point.packets().stream())
                        .noneMatch(packet -> packet.sourceMac() >= 0 && invented(packet.sourceMac()));
        // A client that just begins has to ask; a box in use may have asked before the capture began.
        boolean unchecked = scene.points().stream().anyMatch(Receivers::holdsOther)
                && (index == 1 && direction == Direction.FORWARD
                        || seen.getLast().nanos() - seen.getFirst().nanos() >= CHECKED_NANOS);
        return invented || unchecked || othersAsked(direction, index) || anotherSpeaks(direction, index)
                ? Optional.of(words(direction, index, seen))
                : Optional.empty();
    }

    /** Whether nobody's address is known at the link, and the one that the frames are for never sends anything there. */
    private boolean unheard(Direction direction, int index, List<Observation> seen) {
        List<PointTrace> way = scene.way(direction);
        if (index < 1
                || seen.isEmpty()
                || way.get(index).device().equals(way.get(index - 1).device())) {
            return false;
        }
        PointTrace near = way.get(index - 1);
        PointTrace far = way.get(index);
        return seen.stream()
                        .map(Observation::destinationMac)
                        .allMatch(
                                mac -> mac >= 0 && !speaks(near, mac) && !speaks(far, mac) && !bridged(index, way, mac))
                && neighbours.hardware(far).isEmpty();
    }

    private String words(Direction direction, int index, List<Observation> seen) {
        PointTrace near = scene.way(direction).get(index - 1);
        PointTrace far = scene.way(direction).get(index);
        return "the frames are for " + WrongHardware.mac(seen.getFirst().destinationMac())
                + ", and no capture shows whether that is " + far.device() + "'s address or a wrong entry of "
                + near.device() + "'s";
    }

    /** Whether a station other than the sender is heard at the far end of the link: there the silent one is no device's own. */
    private boolean anotherSpeaks(Direction direction, int index) {
        PointTrace near = scene.way(direction).get(index - 1);
        PointTrace far = scene.way(direction).get(index);
        Set<Long> senders = neighbours.hardware(near);
        return far.talks().keySet().stream().anyMatch(mac -> !invented(mac) && !senders.contains(mac));
    }

    /** A hardware address that no maker gave away (IEEE 802, the bit for local administration). */
    private static boolean invented(long mac) {
        return (mac >>> 41 & 1) == 1;
    }

    /** Whether elsewhere on the path a device had to ask for its next hop right before it sent the flow's first packet there. */
    private boolean othersAsked(Direction direction, int index) {
        List<PointTrace> way = scene.way(direction);
        return scene.points().stream()
                .filter(point -> point != way.get(index) && point != way.get(index - 1))
                .filter(point -> !point.packets().isEmpty())
                .anyMatch(point -> {
                    Observation first = point.packets().getFirst();
                    return point.neighbours().stream()
                            .anyMatch(answer -> !answer.request()
                                    && answer.senderMac() == first.destinationMac()
                                    && answer.nanos() <= first.nanos()
                                    && first.nanos() - answer.nanos() < JUST_NANOS);
                });
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
