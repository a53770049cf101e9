package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Frames that are sent to a hardware address which is not the next hop's, or may not be. */
final class WrongHardware {
    private final Scene scene;
    private final Neighbours neighbours;

    WrongHardware(Scene scene) {
        this.scene = scene;
        this.neighbours = new Neighbours(scene);
    }

    Optional<Finding> wrong(Passage passage, Stage stage) {
        int sender = passage.inside() ? passage.furthest() - 1 : passage.furthest();
        return wrong(passage.direction(), sender, passage.seen().get(passage.furthest()), stage);
    }

    /** Frames to a hardware address that told their sender again and again, unasked, to be the next hop: a poisoned entry. */
    Optional<Finding> poisoned(Passage passage, Stage stage) {
        int sender = passage.furthest() - (passage.inside() ? 1 : 0);
        List<PointTrace> way = passage.way();
        if (sender < 0 || sender + 1 >= way.size() || passage.seen().get(sender).isEmpty()) {
            return Optional.empty();
        }
        PointTrace near = way.get(sender);
        long mac = passage.seen().get(sender).getLast().destinationMac();
        List<NeighbourMessage> claims = near.neighbours().stream()
                .filter(claim -> !claim.request() && claim.senderMac() == mac)
                .filter(claim -> !claim.sender().equals(claim.target()))
                .filter(claim -> near.neighbours().stream()
                        .noneMatch(asked -> asked.request() && asked.target().equals(claim.sender())))
                .toList();
        return near.device().equals(way.get(sender + 1).device()) || claims.size() < 2
                ? Optional.empty()
                : Optional.of(Finding.fails(
                        Place.at(near.device()),
                        passage.direction(),
                        opening(stage),
                        Cause.WRONG_DST_MAC,
                        Evidence.ofNeighbours(claims),
                        near.device() + " sends to " + mac(mac) + ", which told it again and again, unasked, to be "
                                + claims.getFirst().sender() + "."));
    }

    /** Frames to a hardware address that is not the next hop's: the sender has a wrong entry for it. */
    Optional<Finding> wrong(Direction direction, int sender, List<Observation> seen, Stage stage) {
        List<PointTrace> way = scene.way(direction);
        if (sender < 0 || sender + 1 >= way.size()) {
            return Optional.empty();
        }
        PointTrace near = way.get(sender);
        PointTrace far = way.get(sender + 1);
        if (near.device().equals(far.device())) {
            return Optional.empty();
        }
        Set<Long> right = neighbours.hardware(far);
        if (right.isEmpty()) {
            // What the near end was told is second best: a poisoned answer was heard there as well.
            right.addAll(heardFrom(near, far));
        }
        boolean wrong = !right.isEmpty()
                && !seen.isEmpty()
                && seen.stream()
                        .allMatch(packet -> packet.destinationMac() >= 0 && !right.contains(packet.destinationMac()));
        if (!wrong) {
            return Optional.empty();
        }
        String words = near.device() + " sends to the hardware address "
                + mac(seen.getFirst().destinationMac()) + ", which is not that of " + far.device();
        Optional<Finding> untold = direction == Direction.RETURN && sender == 0
                ? UntoldTranslation.suspicion(scene, words)
                : Optional.empty();
        return untold.or(() -> otherHop(near, far, right, seen, direction))
                .or(() -> Optional.of(Finding.fails(
                        Place.at(near.device()),
                        direction,
                        opening(stage),
                        Cause.WRONG_DST_MAC,
                        Evidence.of(seen),
                        words + ".")));
    }

    /** The sender asked for another address than the far device's and was told where it is: it has another next hop. */
    private static Optional<Finding> otherHop(
            PointTrace near, PointTrace far, Set<Long> right, List<Observation> seen, Direction direction) {
        long mac = seen.getFirst().destinationMac();
        return near.neighbours().stream()
                .filter(answer -> !answer.request() && answer.senderMac() == mac)
                .map(NeighbourMessage::sender)
                .filter(hop -> near.neighbours().stream()
                                .anyMatch(asked ->
                                        asked.request() && asked.target().equals(hop))
                        && Set.of(mac).equals(near.owners().get(hop.toString()))
                        && hasOther(near, far, right, hop))
                .findFirst()
                .map(hop -> Finding.undecided(
                        near.device() + " sends the " + direction.word() + " packets to " + hop + " (" + mac(mac)
                                + "), another next hop than " + far.device() + ": they take another way than the path"
                                + " tells. Give the points of that way too, and the return way if they differ.",
                        Optional.empty()));
    }

    /** Whether the far device is known under another address than this one, and not under this one. */
    private static boolean hasOther(PointTrace near, PointTrace far, Set<Long> right, IpAddress hop) {
        Set<String> its = new HashSet<>();
        for (PointTrace point : List.of(near, far)) {
            point.owners().forEach((address, macs) -> {
                if (macs.stream().anyMatch(right::contains)) {
                    its.add(address);
                }
            });
        }
        far.point().addresses().forEach(told -> its.add(told.address().toString()));
        return !its.isEmpty() && !its.contains(hop.toString());
    }

    /**
     * Frames for a hardware address that nobody asked for and that never says a word: a host that sends to its true next hop
     * has asked for it, so the sender's own entry is suspected first.
     *
     * @param index of the point on that direction's way that the frames come to
     */
    Finding unheard(Direction direction, int index, List<Evidence> evidence, Stage stage, String reason) {
        PointTrace sender = scene.way(direction).get(index - 1);
        return Finding.suspected(
                        Place.at(sender.device()), direction, opening(stage), Cause.WRONG_DST_MAC, evidence, reason)
                .lookingAt(scene.way(direction).get(index).name());
    }

    /** A wrong hardware address stops the very first packet of a handshake that its sender makes. */
    private static Stage opening(Stage stage) {
        return stage == Stage.SYNACK || stage == Stage.ACK ? Stage.SYN : stage;
    }

    /** What the far device's addresses were said to be at the near end of the same link. */
    private Set<Long> heardFrom(PointTrace near, PointTrace far) {
        Set<Long> macs = new HashSet<>();
        for (NeighbourMessage message : near.neighbours()) {
            if (neighbours.addresses(far).contains(message.sender())) {
                macs.add(message.senderMac());
            }
        }
        return macs;
    }

    static String mac(long address) {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(text.isEmpty() ? "" : ":").append(String.format("%02x", address >>> shift & 0xFF));
        }
        return text.toString();
    }
}
