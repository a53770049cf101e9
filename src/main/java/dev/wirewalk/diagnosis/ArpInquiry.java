package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Did the device at the near end of a link ask for its next hop's hardware address, and was it answered? The place of an
 * unanswered question is the link that lost question or answer; else the owner of the address; else, when nobody has the
 * address, the asker.
 */
final class ArpInquiry {
    /** An unanswered question is repeated every second (RFC 4861 section 10; ARP of all hosts in use does alike). */
    private static final long SOON_ASKED_AGAIN_NANOS = 1_500_000_000L;

    private final Scene scene;
    private final Neighbours neighbours;

    ArpInquiry(Scene scene) {
        this.scene = scene;
        this.neighbours = new Neighbours(scene);
    }

    /** What the questions at way index {@code index} tell about packets of this direction that did not leave there. */
    Optional<Finding> judge(Direction direction, int index) {
        List<PointTrace> way = scene.way(direction);
        PointTrace near = way.get(index);
        Optional<PointTrace> far = index + 1 < way.size() ? Optional.of(way.get(index + 1)) : Optional.empty();
        List<NeighbourMessage> open = unanswered(near, far);
        boolean lastLink = index + 2 >= way.size();
        Optional<IpAddress> end = direction == Direction.FORWARD ? scene.server() : scene.client();
        Optional<IpAddress> wanted = open.stream()
                .map(NeighbourMessage::target)
                .filter(target -> end.filter(target::equals).isPresent())
                .findFirst()
                .or(() -> lastLink && index > 0 && end.isPresent() && !mayBeAnyTarget(direction, index)
                        ? Optional.empty()
                        : open.stream().map(NeighbourMessage::target).findFirst());
        return wanted.flatMap(target -> place(
                direction,
                index,
                near,
                far,
                open.stream()
                        .filter(question -> question.target().equals(target))
                        .toList()));
    }

    /** A server's next hop is a gateway whose address nobody needs to have told. */
    private boolean mayBeAnyTarget(Direction direction, int index) {
        return index == 0 || scene.way(direction).get(index).point().addresses().isEmpty();
    }

    /** Questions that the near device asked and that no answer at its own point ever met. */
    List<NeighbourMessage> unanswered(PointTrace near, Optional<PointTrace> far) {
        List<NeighbourMessage> open = new ArrayList<>();
        for (NeighbourMessage message : near.neighbours()) {
            if (message.request()
                    && !message.sender().equals(message.target())
                    && !unspecified(message.sender())
                    && neighbours.own(near, far, message)
                    && !answered(near, message.target())
                    && !resolved(scene, near, message)
                    && !content(near, far, message)) {
                open.add(message);
            }
        }
        return open;
    }

    /** Who asks once, although there is time to ask again, and whose question the other end answered, has heard the answer. */
    private static boolean content(PointTrace near, Optional<PointTrace> far, NeighbourMessage question) {
        long asked = near.neighbours().stream()
                .filter(message -> message.request()
                        && message.sender().equals(question.sender())
                        && message.target().equals(question.target()))
                .count();
        return asked == 1
                && far.filter(other -> answered(other, question.target())).isPresent()
                && near.lastNanos().orElse(0) - question.nanos() > SOON_ASKED_AGAIN_NANOS;
    }

    static boolean answered(PointTrace point, IpAddress target) {
        return point.neighbours().stream()
                .anyMatch(message -> !message.request() && message.sender().equals(target));
    }

    /**
     * Whether the asker is seen sending to the hardware address that the asked one has according to any point on the link: then
     * the question was answered, although the capture does not hold the answer.
     */
    static boolean resolved(Scene scene, PointTrace point, NeighbourMessage question) {
        Set<Long> used = point.talks().getOrDefault(question.senderMac(), Set.of());
        return scene.points().stream()
                .flatMap(other -> other.neighbours().stream())
                .filter(message -> !message.request() && message.sender().equals(question.target()))
                .anyMatch(message -> used.contains(message.senderMac()));
    }

    private static boolean unspecified(IpAddress address) {
        return address.high() == 0 && address.low() == 0;
    }

    private Optional<Finding> place(
            Direction direction,
            int index,
            PointTrace near,
            Optional<PointTrace> far,
            List<NeighbourMessage> questions) {
        NeighbourMessage question = questions.getFirst();
        IpAddress target = question.target();
        List<Evidence> evidence = Evidence.ofNeighbours(questions);
        Optional<String> offLink = neighbours.offLink(near, far, question);
        boolean host = index == 0;
        if (target.version() == IpVersion.V6 && target.high() >>> 56 == 0xFF) {
            return Optional.of(Finding.undecided(
                    near.device() + " asks for a neighbour and gets no answer; the capture at " + near.name()
                            + " is cut before the address asked for.",
                    Optional.of(near.name())));
        }
        if (offLink.isPresent() && host) {
            return Optional.of(arp(
                    Place.at(near.device()),
                    direction,
                    Cause.WRONG_ONLINK,
                    evidence,
                    near.device() + " asks by ARP for " + target + ", which is not on its link: " + offLink.get()
                            + ". Its mask or a route is wrong."));
        }
        if (far.isEmpty()) {
            return Optional.empty();
        }
        Optional<Finding> bridged = new BridgedInquiry(scene).judge(direction, index, questions);
        if (bridged.isPresent()) {
            return bridged;
        }
        PointTrace other = far.get();
        if (!other.captured()) {
            return Optional.of(arp(
                    Place.stretch(direction, near.name(), other.device()),
                    direction,
                    Cause.ARP_UNANSWERED,
                    evidence,
                    near.device() + " asks for " + target + " and gets no answer; there is no capture from "
                            + other.name() + "."));
        }
        List<NeighbourMessage> heard = other.neighbours().stream()
                .filter(message -> message.request()
                        && message.target().equals(target)
                        && message.sender().equals(question.sender()))
                .toList();
        if (heard.isEmpty() || answered(other, target)) {
            return onLink(direction, near, other, questions, heard);
        }
        return atOwner(direction, near, other, question, evidence, heard);
    }

    private Optional<Finding> onLink(
            Direction direction,
            PointTrace near,
            PointTrace other,
            List<NeighbourMessage> questions,
            List<NeighbourMessage> heard) {
        IpAddress target = questions.getFirst().target();
        String what = heard.isEmpty() ? "the question never arrives" : "the answer never comes back";
        return Optional.of(arp(
                Place.stretch(direction, near.name(), other.name()),
                direction,
                Cause.ARP_UNANSWERED,
                Evidence.ofNeighbours(questions),
                near.device() + " asks for " + target + " and " + what + ": something between " + near.name() + " and "
                        + other.name() + " loses it."));
    }

    private Optional<Finding> atOwner(
            Direction direction,
            PointTrace near,
            PointTrace other,
            NeighbourMessage question,
            List<Evidence> evidence,
            List<NeighbourMessage> heard) {
        IpAddress target = question.target();
        int tag = heard.getFirst().vlan();
        var expected = Neighbours.vlan(other);
        if (expected.isPresent() && tag >= 0 && tag != expected.getAsInt()) {
            return Optional.of(arp(
                    Place.at(other.device()),
                    direction,
                    Cause.VLAN_MISMATCH,
                    Evidence.ofNeighbours(heard),
                    "Frames arrive at " + other.name() + " with VLAN " + tag + ", but the interface is in VLAN "
                            + expected.getAsInt() + "."));
        }
        Set<IpAddress> owned = neighbours.addresses(other);
        boolean toldOther = !other.point().addresses().isEmpty();
        if (tag >= 0 && expected.isEmpty() && (owned.contains(target) || !toldOther)) {
            return Optional.of(tagged(direction, other, target, heard));
        }
        if (owned.contains(target)) {
            return Optional.of(arp(
                    Place.at(other.device()),
                    direction,
                    Cause.ARP_UNANSWERED,
                    Evidence.ofNeighbours(heard),
                    other.device() + " hears the question for its own address " + target + " and does not answer."));
        }
        if (toldOther || ownsAnother(other, near, target)) {
            return Optional.of(arp(
                    Place.at(near.device()),
                    direction,
                    Cause.ARP_UNANSWERED,
                    evidence,
                    near.device() + " asks for " + target + ", an address that nobody on the link has."));
        }
        return Optional.of(Finding.undecided(
                near.device() + " asks for " + target + "; the question arrives at " + other.name()
                        + " and is not answered there. Whether that address belongs to " + other.device()
                        + " is not told: give its addresses.",
                Optional.of(other.name())));
    }

    /**
     * A question in a VLAN that is not answered. Proven to be the wrong VLAN when the device itself speaks in another one, else
     * the first suspicion: an interface takes no notice of frames of another VLAN than its own.
     */
    private Finding tagged(Direction direction, PointTrace other, IpAddress target, List<NeighbourMessage> heard) {
        int tag = heard.getFirst().vlan();
        OptionalInt own = other.neighbours().stream()
                .filter(message -> message.vlan() != tag
                        && !message.sender().equals(heard.getFirst().sender()))
                .mapToInt(NeighbourMessage::vlan)
                .findFirst();
        String reason = "The question for " + target + " arrives at " + other.name() + " in VLAN " + tag
                + " and is not answered";
        Place place = Place.at(other.device());
        List<Evidence> evidence = Evidence.ofNeighbours(heard);
        return own.isPresent()
                ? arp(
                        place,
                        direction,
                        Cause.VLAN_MISMATCH,
                        evidence,
                        reason + "; " + other.device() + " itself speaks "
                                + (own.getAsInt() < 0 ? "without a VLAN tag" : "in VLAN " + own.getAsInt()) + " there.")
                : Finding.suspected(
                                place,
                                direction,
                                Stage.ARP,
                                Cause.VLAN_MISMATCH,
                                evidence,
                                reason + ": either the interface of " + other.device()
                                        + " is in another VLAN, or it does not answer for that address.")
                        .lookingAt(other.name());
    }

    /** The far device uses another address on this link, so the one asked for is not its own. */
    private boolean ownsAnother(PointTrace other, PointTrace near, IpAddress target) {
        Set<IpAddress> nearAddresses = neighbours.addresses(near);
        return other.neighbours().stream()
                .filter(NeighbourMessage::request)
                .map(NeighbourMessage::sender)
                .anyMatch(sender -> !sender.equals(target)
                        && sender.version() == target.version()
                        && !unspecified(sender)
                        && nearAddresses.stream().anyMatch(address -> address.version() == sender.version())
                        && !nearAddresses.contains(sender)
                        && near.owners().getOrDefault(sender.toString(), Set.of()).stream()
                                .noneMatch(mac -> neighbours.hardware(near).contains(mac)));
    }

    private static Finding arp(Place place, Direction direction, Cause cause, List<Evidence> evidence, String summary) {
        return Finding.fails(place, direction, Stage.ARP, cause, evidence, summary);
    }
}
