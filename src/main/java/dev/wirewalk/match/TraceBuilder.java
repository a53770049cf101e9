package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.ArpView;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Collects one point's trace: the flow's packets, who asked for whom, and the errors that quote the flow. */
final class TraceBuilder {
    /** Of one asker's questions for one address so many are kept: they tell nothing new after that. */
    private static final int QUESTIONS_KEPT = 64;

    private static final int NEIGHBOURS_KEPT = 100_000;

    /** A link has few neighbours; a mirror of a whole data centre must not grow without end. */
    private static final int TALKERS_KEPT = 4_096;

    private final Point point;
    private final Optional<FlowKey> flow;
    private final List<Observation> packets = new ArrayList<>();
    private final List<NeighbourMessage> neighbours = new ArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final List<IcmpError> errors = new ArrayList<>();
    private final Map<String, Set<Long>> owners = new LinkedHashMap<>();
    private final Map<Long, Set<Long>> talks = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final PacketView quoted = new PacketView();
    private long frames;
    private long cut;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    TraceBuilder(Point point, Optional<FlowKey> flow) {
        this.point = point;
        this.flow = flow;
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    void add(String file, Frame frame) {
        PacketView packet = frame.packet();
        long nanos = frame.timeNanos();
        frames++;
        if (frame.hasTime()) {
            first = Math.min(first, nanos);
            last = Math.max(last, nanos);
        }
        if (packet.capturedLength() < packet.originalLength()) {
            cut++;
        }
        if (packet.arp().present()) {
            addArp(file, frame, packet.arp());
        } else if (packet.icmp().neighbourSolicitation() || packet.icmp().neighbourAdvertisement()) {
            addDiscovery(file, frame, packet);
        } else {
            addTalk(packet);
            flow.ifPresent(key -> addFlow(file, frame, key));
        }
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

    private void addFlow(String file, Frame frame, FlowKey key) {
        PacketView packet = frame.packet();
        if (!packet.ip().present()) {
            return;
        }
        if (packet.icmp().error()) {
            addError(file, frame, key);
            return;
        }
        boolean laterFragment = packet.ip().fragmentOffset() > 0;
        if (!laterFragment && packet.transport() != number(key)) {
            return;
        }
        if (laterFragment && packet.ip().protocol() != number(key)) {
            return;
        }
        IcmpView icmp = packet.icmp();
        if (key.protocol() == FlowProtocol.ICMP
                && !laterFragment
                && (icmp.identifier() != key.clientPort() || !(icmp.echoRequest() || icmp.echoReply()))) {
            return;
        }
        IpAddress source = packet.ip().sourceAddress().orElseThrow();
        IpAddress destination = packet.ip().destinationAddress().orElseThrow();
        int from = laterFragment ? key.clientPort() : packet.sourcePort();
        int to = laterFragment ? key.serverPort() : packet.destinationPort();
        boolean forward = key.isForward(source, from, destination, to);
        boolean back = laterFragment
                ? key.isForward(destination, from, source, to)
                : key.isForward(destination, to, source, from);
        if (forward || back) {
            packets.add(observe(file, frame, forward ? Direction.FORWARD : Direction.RETURN));
        }
    }

    private static int number(FlowKey key) {
        return switch (key.protocol()) {
            case TCP -> PacketView.TCP;
            case UDP -> PacketView.UDP;
            case ICMP -> key.client().version().bits() == 32 ? PacketView.ICMP : PacketView.ICMPV6;
        };
    }

    private static Observation observe(String file, Frame frame, Direction direction) {
        PacketView packet = frame.packet();
        boolean tcp = packet.tcp().present();
        return new Observation(
                file,
                frame.number(),
                frame.timeNanos(),
                direction,
                packet.link().sourceMac(),
                packet.link().destinationMac(),
                packet.link().vlanId(),
                packet.ip().ttl(),
                packet.ip().identification(),
                packet.ip().endOnWire() - packet.ip().headerOffset(),
                packet.ip().fragmentOffset(),
                packet.ip().moreFragments(),
                tcp ? packet.tcp().sequence() : Math.max(0, packet.icmp().sequence()),
                tcp ? packet.tcp().acknowledgement() : 0,
                tcp ? Math.max(0, packet.tcp().flags()) : 0,
                tcp ? packet.tcp().window() : 0,
                tcp ? packet.tcp().maximumSegmentSize() : -1,
                Math.max(0, packet.payloadLength()),
                Payload.digest(packet),
                Payload.head(packet));
    }

    private void addError(String file, Frame frame, FlowKey key) {
        PacketView packet = frame.packet();
        if (!packet.quoted(quoted)) {
            return;
        }
        IpAddress source = quoted.ip().sourceAddress().orElseThrow();
        IpAddress destination = quoted.ip().destinationAddress().orElseThrow();
        boolean ping = key.protocol() == FlowProtocol.ICMP;
        if (quoted.ip().protocol() != number(key) || (ping && quoted.icmp().identifier() != key.clientPort())) {
            return;
        }
        int from = quoted.sourcePort();
        int to = quoted.destinationPort();
        boolean forward = key.isForward(source, from, destination, to);
        if (forward || key.isForward(destination, to, source, from)) {
            errors.add(new IcmpError(
                    file,
                    frame.number(),
                    frame.timeNanos(),
                    packet.icmp().version(),
                    packet.icmp().type(),
                    packet.icmp().code(),
                    packet.ip().sourceAddress().orElseThrow(),
                    forward ? Direction.FORWARD : Direction.RETURN));
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
        IpAddress told = packet.icmp().targetAddress().orElse(IpAddress.v6(0, 0));
        boolean request = packet.icmp().neighbourSolicitation();
        long mac = packet.icmp().neighbourMac() < 0
                ? packet.link().sourceMac()
                : packet.icmp().neighbourMac();
        IpAddress sender = packet.ip().sourceAddress().orElseThrow();
        IpAddress asker = packet.ip().destinationAddress().orElseThrow();
        // An advertisement tells its own target; who gets it stands in the IP header.
        keep(file, frame, request, request ? sender : told, mac, request ? told : asker);
    }

    private void keep(String file, Frame frame, boolean request, IpAddress sender, long mac, IpAddress target) {
        boolean speaks = !sender.equals(IpAddress.v4(0)) && !sender.equals(IpAddress.v6(0, 0));
        if (speaks && mac >= 0) {
            owners.computeIfAbsent(sender.toString(), unused -> new HashSet<>()).add(mac);
        }
        String question = request + " " + sender + " " + target;
        if (neighbours.size() < NEIGHBOURS_KEPT && asked.merge(question, 1, Integer::sum) <= QUESTIONS_KEPT) {
            neighbours.add(new NeighbourMessage(
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

    PointTrace build(List<FlowKey> strangers) {
        List<Observation> single = Copies.remove(packets);
        return new PointTrace(
                point,
                !point.files().isEmpty(),
                single.isEmpty() ? Optional.empty() : flow,
                single,
                packets.size() - single.size(),
                List.copyOf(neighbours),
                List.copyOf(errors),
                frames,
                first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first),
                last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last),
                owners,
                talks,
                List.copyOf(strangers),
                cut,
                List.copyOf(warnings));
    }
}
