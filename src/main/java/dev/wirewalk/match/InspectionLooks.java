package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A firewall monitor shows one packet at several places inside the device; with all modules shown, many times at one inspection
 * point. That is one packet and no copy of a mirror, and where it was seen last tells what stopped it.
 */
final class InspectionLooks {
    private final Map<Identity, Look> latest = new HashMap<>();
    private final Map<String, Look> byFrame = new LinkedHashMap<>();
    private final Set<String> letters = new HashSet<>();

    private record Identity(
            String file,
            String interfaceName,
            Direction direction,
            long identification,
            int fragmentOffset,
            long sequence,
            long acknowledgement,
            int flags,
            int length) {}

    private record Spot(String file, String place, String position, long line) {}

    private record Look(Observation packet, List<Spot> spots) {
        boolean was(String position) {
            return spots.stream().anyMatch(spot -> spot.position().equals(position));
        }
    }

    /** Keeps in mind which inspection points the file shows at all, of whatever flow. */
    void note(Frame frame) {
        letters.add(FrameSpot.position(frame));
    }

    /**
     * Takes a packet of the flow that was seen at an inspection point.
     *
     * @return whether it is only a further look at a packet that was seen before at the same interface
     */
    boolean again(Observation packet, Frame frame) {
        String position = frame.position().orElse("");
        String name = frame.interfaceName().orElse("");
        Identity identity = new Identity(
                packet.file(),
                name,
                packet.direction(),
                packet.identification(),
                packet.fragmentOffset(),
                packet.sequence(),
                packet.acknowledgement(),
                packet.flags(),
                packet.ipLength());
        Optional<Look> known = Optional.ofNullable(latest.get(identity)).filter(look -> !look.was(position));
        Look look = known.orElseGet(() -> new Look(packet, new ArrayList<>()));
        look.spots().add(new Spot(packet.file(), name + ":" + position, position, frame.line()));
        latest.put(identity, look);
        byFrame.put(packet.file() + " " + packet.frame(), look);
        return known.isPresent();
    }

    /** Whether there was any. */
    boolean any() {
        return !byFrame.isEmpty();
    }

    /** The packet that stands for this frame. */
    Optional<Observation> of(String file, long frame) {
        return Optional.ofNullable(byFrame.get(file + " " + frame)).map(Look::packet);
    }

    /** Whether the packet came before the last inspection on its way out, and not behind it, where the file shows that place too. */
    boolean held(Observation packet) {
        boolean shown = letters.contains("O") || letters.contains("E");
        return shown
                && Optional.ofNullable(byFrame.get(packet.file() + " " + packet.frame()))
                        .filter(look -> look.spots().stream().anyMatch(spot -> isOutbound(spot.position())))
                        .filter(look -> look.spots().stream().noneMatch(spot -> leaves(spot.position())))
                        .isPresent();
    }

    /** Whether a packet that is told vaguely may be another one: not when it was only looked at again, or did not get out. */
    boolean counts(Observation packet) {
        return Optional.ofNullable(byFrame.get(packet.file() + " " + packet.frame()))
                .map(look -> look.packet() == packet && !held(packet))
                .orElse(true);
    }

    private static boolean isOutbound(String position) {
        return position.startsWith("o") || position.startsWith("e");
    }

    private static boolean leaves(String position) {
        return position.startsWith("O") || position.startsWith("E");
    }

    /** Where the packets were seen, in words, {@code at eth0:i}; a place with a number is told by the file in words of its own. */
    Stream<Remark> remarks(String point, String file) {
        return byFrame.values().stream()
                .distinct()
                .flatMap(look -> look.spots().stream()
                        .filter(spot -> spot.file().equals(file) && !isNumbered(spot.position()))
                        .map(spot -> new Remark(
                                point,
                                file,
                                spot.line(),
                                TextEvent.Kind.INSPECT,
                                "at " + spot.place(),
                                look.packet())));
    }

    private static boolean isNumbered(String position) {
        return position.length() > 1 && Character.isDigit(position.charAt(1));
    }
}
