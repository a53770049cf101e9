package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.InterfaceAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Who owns which address on a link, as far as it is told or was seen, and which frames belong to a device. */
final class Neighbours {
    /**
     * Links are not wider than a /16: whoever asks by ARP for an address that shares fewer leading bits with its own has a wrong
     * mask. IPv6 links are /64 (RFC 4291 section 2.5.1).
     */
    private static final int WIDEST_LINK_V4 = 16;

    private static final int LINK_V6 = 64;

    private final Scene scene;

    Neighbours(Scene scene) {
        this.scene = scene;
    }

    /** The addresses that are known to be the device's own at this point; empty when none is known. */
    Set<IpAddress> addresses(PointTrace point) {
        Set<IpAddress> known = new HashSet<>();
        point.point().addresses().forEach(told -> known.add(told.address()));
        List<PointTrace> way = scene.way(Direction.FORWARD);
        if (point.device().equals(way.getFirst().device())) {
            scene.client().ifPresent(known::add);
        }
        if (point.device().equals(way.getLast().device())) {
            scene.server().ifPresent(known::add);
        }
        return known;
    }

    /** The hardware addresses that are known to be the device's own at this point. */
    Set<Long> hardware(PointTrace point) {
        Set<Long> macs = new HashSet<>();
        addresses(point).forEach(address -> macs.addAll(point.owners().getOrDefault(address.toString(), Set.of())));
        for (Direction direction : Direction.values()) {
            List<PointTrace> way = scene.way(direction);
            int index = way.indexOf(point);
            // What leaves a device here carries its own address: at the first point of a way, and on a box's far side.
            boolean leaves =
                    index == 0 || (index > 0 && way.get(index - 1).device().equals(point.device()));
            if (leaves) {
                point.packets(direction).stream()
                        .mapToLong(packet -> packet.sourceMac())
                        .filter(mac -> mac >= 0)
                        .forEach(macs::add);
            }
        }
        return macs;
    }

    /** Whether the message was sent by the point's own device rather than by a neighbour on the link. */
    boolean own(PointTrace point, Optional<PointTrace> neighbour, NeighbourMessage message) {
        Set<IpAddress> mine = addresses(point);
        if (mine.contains(message.sender()) || hardware(point).contains(message.senderMac())) {
            return true;
        }
        boolean anEnds = scene.client().filter(message.sender()::equals).isPresent()
                || scene.server().filter(message.sender()::equals).isPresent();
        if (anEnds) {
            // A bridge passes the ends' questions on; they are not its own.
            return false;
        }
        Set<IpAddress> theirs = neighbour.map(this::addresses).orElse(Set.of());
        Set<Long> theirHardware = neighbour.map(this::hardware).orElse(Set.of());
        boolean foreign = theirs.contains(message.sender()) || theirHardware.contains(message.senderMac());
        return mine.isEmpty() && !foreign;
    }

    /**
     * Whether an address cannot be on the point's link: by the prefixes that are told, the asker's own and those that the
     * other end of the link has for the asker's network, else by how links are built. Empty when that cannot be said.
     */
    Optional<String> offLink(PointTrace point, Optional<PointTrace> far, NeighbourMessage question) {
        IpAddress target = question.target();
        Optional<InterfaceAddress> narrower = far.stream()
                .flatMap(other -> other.point().addresses().stream())
                .filter(address -> address.network().contains(question.sender()))
                .filter(address -> !address.network().contains(target))
                .findFirst();
        if (narrower.isPresent() && !linkLocal(target)) {
            return Optional.of(target + " is outside " + narrower.get().network() + ", which is the link's network for "
                    + far.orElseThrow().device());
        }
        List<InterfaceAddress> told = point.point().addresses().stream()
                .filter(address -> address.address().version() == target.version())
                .toList();
        if (!told.isEmpty()) {
            boolean inside = told.stream().anyMatch(address -> address.network().contains(target)) || linkLocal(target);
            return inside
                    ? Optional.empty()
                    : Optional.of(target + " is outside " + told.getFirst().network());
        }
        int needed = target.version() == IpVersion.V4 ? WIDEST_LINK_V4 : LINK_V6;
        int shared = sharedBits(question.sender(), target);
        return shared >= 0 && shared < needed && !linkLocal(target) && !linkLocal(question.sender())
                ? Optional.of(target + " shares only " + shared + " leading bits with " + question.sender()
                        + ", and links are not wider than /" + needed)
                : Optional.empty();
    }

    private static boolean linkLocal(IpAddress address) {
        return address.version() == IpVersion.V6 && address.high() >>> 54 == 0xFE80L >>> 6;
    }

    private static int sharedBits(IpAddress one, IpAddress other) {
        if (one.version() != other.version()) {
            return -1;
        }
        if (one.version() == IpVersion.V4) {
            return Long.numberOfLeadingZeros(one.low() ^ other.low()) - 32;
        }
        long high = one.high() ^ other.high();
        return high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(one.low() ^ other.low());
    }

    /** The VLAN that the point's interface belongs to: told, or written into its name as Linux does ({@code eth0.70}). */
    static OptionalInt vlan(PointTrace point) {
        if (point.point().vlan().isPresent()) {
            return point.point().vlan();
        }
        String name = point.point().interfaceName().orElse("");
        int dot = name.lastIndexOf('.');
        String suffix = dot < 0 ? "" : name.substring(dot + 1);
        return suffix.matches("\\d{1,4}") && Integer.parseInt(suffix) <= 4094
                ? OptionalInt.of(Integer.parseInt(suffix))
                : OptionalInt.empty();
    }
}
