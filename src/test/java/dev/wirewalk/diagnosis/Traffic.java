package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Made-up traffic along a path: says packet by packet which points saw it, writes one capture file per point and a path file,
 * and walks them. All points share one clock unless {@link #skew} says otherwise; each packet is sent one millisecond after the
 * one before, and needs 100 µs to each further point.
 *
 * <pre>{@code
 * Traffic traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
 * traffic.handshake();                                  // SYN, SYN/ACK, ACK, seen everywhere
 * traffic.data(Direction.FORWARD, 300).upTo("fw:in");   // sent, seen at client:eth0 and fw:in
 * traffic.data(Direction.FORWARD, 300).exceptAt("fw:out");
 * traffic.later(1_000).again(last).everywhere();        // the same segment a second later, a new IP packet
 * traffic.question(1, "10.9.0.20").only("fw:out");      // an ARP question
 * WalkResult result = traffic.walk();
 * }</pre>
 *
 * <p>The part of a name before the colon is the device. The client is {@value #CLIENT}, the server {@value #SERVER}, port
 * {@value #PORT}; the link before point {@code i} is 10.x.0.0/24 with x counting from 1 (the last link is 10.9.0.0/24), and a
 * box's addresses end in .1 towards the client's side of a link's far end, see {@link TrafficPath#address}.
 */
final class Traffic {
    static final String CLIENT = "10.1.0.10";
    static final String SERVER = "10.9.0.20";
    static final int PORT = 80;
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;
    private static final long BEGIN_MICROS = 1_790_000_000_000_000L;

    private final Path folder;
    private final List<String> names;
    final TrafficPath path;
    private final TrafficCaptures captures;
    private final List<String> withoutFile = new ArrayList<>();
    private final StringBuilder pathLines = new StringBuilder();
    private TrafficLeg leg = new TrafficLeg(CLIENT, TrafficPath.CLIENT_PORT, 1_000);
    private boolean telling = true;
    private String protocol = "tcp";
    private long micros = BEGIN_MICROS;
    private int identification = 100;
    private int nearer;

    /** @param names the points in forward order, {@code device:interface} */
    Traffic(Path folder, String... names) {
        this.folder = folder;
        this.names = List.of(names);
        this.path = new TrafficPath(this.names);
        this.captures = new TrafficCaptures(this.names);
    }

    /** The flow is one of UDP datagrams. */
    Traffic udp() {
        protocol = "udp";
        return this;
    }

    /** The path file keeps the addresses of the points to itself. */
    Traffic withoutAddresses() {
        telling = false;
        return this;
    }

    /** There is no capture from these points. */
    Traffic withoutFile(String... points) {
        withoutFile.addAll(List.of(points));
        return this;
    }

    /** The clock of this point is ahead. */
    Traffic skew(String point, long milliseconds) {
        captures.skew(point, milliseconds * 1000);
        return this;
    }

    /** Further text at the end of the path file, such as {@code return: [...]} or {@code nat: ...}. */
    Traffic pathLine(String yaml) {
        pathLines.append(yaml).append('\n');
        return this;
    }

    /** Lets time pass. */
    Traffic later(long milliseconds) {
        micros += milliseconds * 1000;
        return this;
    }

    /** All further packets belong to another connection to the server, as a box opens it that ends the client's. */
    Traffic connection(String client, int port, long isn) {
        leg = new TrafficLeg(client, port, isn);
        return this;
    }

    /** A packet that was sent; nobody saw it before one of its methods says who did. */
    final class Sent {
        private final Direction direction;
        private final Frames frames;
        private final List<String> way;
        private final long at;
        private final int number;

        private Sent(Direction direction, Frames frames) {
            this.direction = direction;
            this.frames = frames;
            this.way = direction == Direction.FORWARD ? names : names.reversed();
            micros += 1000;
            this.at = micros;
            this.number = ++identification;
        }

        /** Seen from the sender's point up to this one. */
        Sent upTo(String point) {
            return only(way.subList(0, way.indexOf(point) + 1).toArray(String[]::new));
        }

        Sent everywhere() {
            return only(way.toArray(String[]::new));
        }

        /** Delivered to the end, but missing in these captures. */
        Sent exceptAt(String... points) {
            return only(way.stream()
                    .filter(point -> !Arrays.asList(points).contains(point))
                    .toArray(String[]::new));
        }

        Sent only(String... points) {
            for (String point : points) {
                long passed = at + 100L * way.indexOf(point);
                captures.add(point, passed, frames.at(names.indexOf(point), direction, number));
            }
            return this;
        }
    }

    @FunctionalInterface
    private interface Frames {
        byte[] at(int point, Direction direction, int number);
    }

    void handshake() {
        syn().everywhere();
        synAck().everywhere();
        tcp(Direction.FORWARD, ACK, 0).everywhere();
    }

    Sent syn() {
        return segment(Direction.FORWARD, SYN, leg.isn(), 0, new byte[0]);
    }

    /** A SYN that announces how many bytes of payload a segment to its sender may carry. */
    Sent synOfSegments(int bytes) {
        byte[] option = new NetworkBytes().one(2).one(4).two(bytes).done();
        return segment(Direction.FORWARD, SYN, leg.isn(), 0, option, new byte[0]);
    }

    Sent synAck() {
        return segment(Direction.RETURN, SYN | ACK, leg.serverIsn(), leg.isn() + 1, new byte[0]);
    }

    /** The third packet of the handshake. */
    Sent ack() {
        return tcp(Direction.FORWARD, ACK, 0);
    }

    /** All further packets have passed so many routers less than their sender's would have, or more if it is negative. */
    Traffic nearer(int routers) {
        nearer = routers;
        return this;
    }

    /** The next bytes of this direction, acknowledging all that the other one sent. */
    Sent data(Direction direction, int length) {
        return tcp(direction, ACK, length);
    }

    /** A segment with these flags, the next of its direction. */
    Sent tcp(Direction direction, int flags, int length) {
        return tcp(direction, flags, NetworkBytes.madeUp(length, leg.next()[direction.ordinal()]));
    }

    private Sent tcp(Direction direction, int flags, byte[] payload) {
        long sequence = leg.send(direction, payload.length + ((flags & FIN) > 0 ? 1 : 0));
        return segment(direction, flags, sequence, leg.expected(direction), payload);
    }

    /** These words as the next bytes of this direction. */
    Sent say(Direction direction, String words) {
        return tcp(direction, ACK, words.getBytes(StandardCharsets.US_ASCII));
    }

    /** The reset that refuses a SYN. */
    Sent refusal() {
        return segment(Direction.RETURN, RST | ACK, 0, leg.isn() + 1, new byte[0]);
    }

    Sent datagram(Direction direction, int length) {
        return datagram(direction, NetworkBytes.madeUp(length, leg.send(direction, 1)));
    }

    Sent datagram(Direction direction, byte[] payload) {
        NetworkBytes udp = leg.ports(direction).two(8 + payload.length).two(0).all(payload);
        return ip(direction, 17, udp.done());
    }

    /** The same packet once more, as its sender repeats it. */
    Sent again(Sent sent) {
        return new Sent(sent.direction, sent.frames);
    }

    /** An ICMP error about a SYN of the flow, or about a datagram, sent by a point's device to the client. */
    Sent error(int fromPoint, int type, int code) {
        byte[] quoted = protocol.equals("udp")
                ? leg.ports(Direction.FORWARD).two(20).two(0).done()
                : leg.ports(Direction.FORWARD).four(leg.isn()).done();
        NetworkBytes icmp = new NetworkBytes()
                .one(type)
                .one(code)
                .two(0)
                .four(0)
                .all(NetworkBytes.ipv4(CLIENT, SERVER, protocol.equals("udp") ? 17 : 6, 60, 1, ++identification))
                .all(quoted);
        return ip(Direction.RETURN, path.address(fromPoint), CLIENT, 1, icmp.done());
    }

    /** A packet of a VPN between boxes, with so many bytes behind its IP header. */
    Sent sealed(Direction direction, int bytes) {
        return ip(direction, "198.51.100.1", "203.0.113.1", 50, NetworkBytes.madeUp(bytes, 7));
    }

    /** An ARP question by the device at a point (its index); it is a broadcast. */
    Sent question(int asker, String target) {
        boolean forward = asker == 0 || path.device(asker).equals(path.device(asker - 1));
        byte[] frame = path.question(asker, target);
        return new Sent(forward ? Direction.FORWARD : Direction.RETURN, (point, direction, number) -> frame);
    }

    /** The answer of the device at a point to the one who asked. */
    Sent answer(int owner, int asker) {
        byte[] frame = path.answer(owner, asker);
        return new Sent(owner < asker ? Direction.FORWARD : Direction.RETURN, (point, direction, number) -> frame);
    }

    /** Writes captures and path file, and walks them. */
    WalkResult walk() {
        try {
            captures.write(folder);
            Files.writeString(
                    folder.resolve("path.yaml"), path.yaml(protocol, withoutFile::contains, telling) + pathLines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return CaseVerdict.walk(folder.resolve("path.yaml"));
    }

    private Sent segment(Direction direction, int flags, long sequence, long acknowledgement, byte[] payload) {
        return segment(direction, flags, sequence, acknowledgement, new byte[0], payload);
    }

    private Sent segment(
            Direction direction, int flags, long sequence, long acknowledgement, byte[] options, byte[] payload) {
        return ip(direction, 6, leg.segment(direction, flags, sequence, acknowledgement, options, payload));
    }

    private Sent ip(Direction direction, int number, byte[] content) {
        boolean forward = direction == Direction.FORWARD;
        return ip(direction, forward ? leg.client() : SERVER, forward ? SERVER : leg.client(), number, content);
    }

    private Sent ip(Direction direction, String source, String destination, int number, byte[] content) {
        int life = 64 + nearer;
        return new Sent(
                direction,
                (point, way, packet) -> new NetworkBytes()
                        .all(path.macs(point, way))
                        .two(0x0800)
                        .all(NetworkBytes.ipv4(
                                source, destination, number, 20 + content.length, life - path.hops(point, way), packet))
                        .all(content)
                        .done());
    }
}
