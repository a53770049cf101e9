package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.ArpView;
import dev.wirewalk.packet.PacketView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one point shows of the link that it is on: who asks for whom, who claims which address, and who talks to whom. */
final class Neighbourhood {
    /** Of one asker's questions for one address so many are kept: they tell nothing new after that. */
    private static final int QUESTIONS_KEPT = 64;

    private static final int NEIGHBOURS_KEPT = 100_000;

    /** A link has few neighbours; a mirror of a whole data centre must not grow without end. */
    private static final int TALKERS_KEPT = 4_096;

    private final List<NeighbourMessage> messages = new ArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, Set<Long>> owners = new LinkedHashMap<>();
    private final Map<Long, Set<Long>> talks = new HashMap<>();

    private final List<IpAddress> known;

    /** @param known addresses of the path, to know again what a short snapshot shows in part */
    Neighbourhood(List<IpAddress> known) {
        this.known = List.copyOf(known);
    }

    /** @return whether the frame is ARP or neighbour discovery, and so of no flow */
    boolean add(String file, Frame frame) {
        PacketView packet = frame.packet();
        if (packet.arp().present()) {
            addArp(file, frame, packet.arp());
        } else if (packet.icmp().neighbourSolicitation() || packet.icmp().neighbourAdvertisement()) {
            addDiscovery(file, frame, packet);
        } else {
            addTalk(packet);
            return false;
        }
        return true;
    }

    List<NeighbourMessage> messages() {
        return List.copyOf(messages);
    }

    /** Which hardware addresses claimed which protocol address, by address text. */
    Map<String, Set<Long>> owners() {
        return owners;
    }

    /** To which hardware addresses each hardware address sent IP packets. */
    Map<Long, Set<Long>> talks() {
        return talks;
    }

    private void addTalk(PacketView packet) {
        long from = packet.link().sourceMac();
        if (packet.ip().present() && from >= 0 && (talks.size() < TALKERS_KEPT || talks.containsKey(from))) {
            Set<Long> to = talks.computeIfAbsent(from, unused -> new HashSet<>());
            if (to.size() < TALKERS_KEPT) {
                to.add(packet.link().destinationMac());
            }
        }
    }

    private void addArp(String file, Frame frame, ArpView arp) {
        if (arp.reverse() || arp.senderAddress() < 0 || arp.targetAddress() < 0) {
            return;
        }
        boolean request = arp.operation() == ArpView.REQUEST;
        IpAddress sender = IpAddress.v4(arp.senderAddress());
        IpAddress target = IpAddress.v4(arp.targetAddress());
        keep(file, frame, request, sender, arp.senderMac(), target);
    }

    private void addDiscovery(String file, Frame frame, PacketView packet) {
        boolean request = packet.icmp().neighbourSolicitation();
        // Where the snapshot cut the target off: an answer comes from the address it is about, a question goes to the
        // group
        // that is made of the address's last 24 bits (RFC 4291 section 2.7.1).
        IpAddress told = packet.icmp()
                .targetAddress()
                .orElseGet(() -> request
                        ? askedOf(packet.ip().destinationAddress().orElseThrow())
                        : packet.ip().sourceAddress().orElseThrow());
        long mac = packet.icmp().neighbourMac() < 0
                ? packet.link().sourceMac()
                : packet.icmp().neighbourMac();
        IpAddress sender = packet.ip().sourceAddress().orElseThrow();
        IpAddress asker = packet.ip().destinationAddress().orElseThrow();
        // An advertisement tells its own target; who gets it stands in the IP header.
        keep(file, frame, request, request ? sender : told, mac, request ? told : asker);
    }

    /** The one address whose group this is, among those that are known to matter; else the group itself. */
    private IpAddress askedOf(IpAddress group) {
        List<IpAddress> fitting = known.stream()
                .filter(address ->
                        address.version() == IpVersion.V6 && (address.low() & 0xFF_FFFFL) == (group.low() & 0xFF_FFFFL))
                .distinct()
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : group;
    }

    private void keep(String file, Frame frame, boolean request, IpAddress sender, long mac, IpAddress target) {
        boolean speaks = !sender.equals(IpAddress.v4(0)) && !sender.equals(IpAddress.v6(0, 0));
        if (speaks && mac >= 0) {
            owners.computeIfAbsent(sender.toString(), unused -> new HashSet<>()).add(mac);
        }
        String question = request + " " + sender + " " + target;
        if (messages.size() < NEIGHBOURS_KEPT && asked.merge(question, 1, Integer::sum) <= QUESTIONS_KEPT) {
            messages.add(new NeighbourMessage(
                    file,
                    frame.number(),
                    frame.timeNanos(),
                    request,
                    sender,
                    mac,
                    target,
                    frame.packet().link().vlanId()));
        }
    }
}
