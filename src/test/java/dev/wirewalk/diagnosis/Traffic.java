package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * box's addresses end in .1 towards the client's side of a link's far end, see {@link #address}.
 */
final class Traffic {
    static final String CLIENT = "10.1.0.10";
    static final String SERVER = "10.9.0.20";
    static final int PORT = 80;
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;
    private static final int CLIENT_PORT = 40001;
    private static final long BEGIN_MICROS = 1_790_000_000_000_000L;

    private final Path folder;
    private final List<String> names;
    private final Map<String, List<Record>> records = new HashMap<>();
    private final Map<String, Long> skews = new HashMap<>();
    private final List<String> withoutFile = new ArrayList<>();
    private final StringBuilder pathLines = new StringBuilder();
    private final long[] next = {1_001, 500_001};
    private boolean telling = true;
    private String protocol = "tcp";
    private long micros = BEGIN_MICROS;
    private int identification = 100;

    private record Record(long micros, byte[] frame) {}

    /** @param names the points in forward order, {@code device:interface} */
    Traffic(Path folder, String... names) {
        this.folder = folder;
        this.names = List.of(names);
        this.names.forEach(name -> records.put(name, new ArrayList<>()));
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
        skews.put(point, milliseconds * 1000);
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
                List<Record> seen = Optional.ofNullable(records.get(point)).orElseThrow();
                long passed = at + 100L * way.indexOf(point);
                seen.add(new Record(passed, frames.at(names.indexOf(point), direction, number)));
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
        return segment(Direction.FORWARD, SYN, 1_000, 0, new byte[0]);
    }

    Sent synAck() {
        return segment(Direction.RETURN, SYN | ACK, 500_000, 1_001, new byte[0]);
    }

    /** The third packet of the handshake. */
    Sent ack() {
        return tcp(Direction.FORWARD, ACK, 0);
    }

    /** The next bytes of this direction, acknowledging all that the other one sent. */
    Sent data(Direction direction, int length) {
        return tcp(direction, ACK, length);
    }

    /** A segment with these flags, the next of its direction. */
    Sent tcp(Direction direction, int flags, int length) {
        return tcp(direction, flags, madeUp(length, next[direction.ordinal()]));
    }

    private Sent tcp(Direction direction, int flags, byte[] payload) {
        long sequence = next[direction.ordinal()];
        next[direction.ordinal()] += payload.length + ((flags & FIN) > 0 ? 1 : 0);
        return segment(direction, flags, sequence, next[direction.opposite().ordinal()], payload);
    }

    /** These words as the next bytes of this direction. */
    Sent say(Direction direction, String words) {
        return tcp(direction, ACK, words.getBytes(StandardCharsets.US_ASCII));
    }

    /** The reset that refuses a SYN. */
    Sent refusal() {
        return segment(Direction.RETURN, RST | ACK, 0, 1_001, new byte[0]);
    }

    Sent datagram(Direction direction, int length) {
        return datagram(direction, madeUp(length, next[direction.ordinal()]++));
    }

    Sent datagram(Direction direction, byte[] payload) {
        Bytes udp = ports(new Bytes(), direction).two(8 + payload.length).two(0).all(payload);
        return ip(direction, 17, udp.done());
    }

    /** The same packet once more, as its sender repeats it. */
    Sent again(Sent sent) {
        return new Sent(sent.direction, sent.frames);
    }

    /** An ICMP error about a SYN of the flow, or about a datagram, sent by a point's device to the client. */
    Sent error(int fromPoint, int type, int code) {
        byte[] quoted = protocol.equals("udp")
                ? ports(new Bytes(), Direction.FORWARD).two(20).two(0).done()
                : ports(new Bytes(), Direction.FORWARD).four(1_000).done();
        Bytes icmp = new Bytes()
                .one(type)
                .one(code)
                .two(0)
                .four(0)
                .all(header(CLIENT, SERVER, protocol.equals("udp") ? 17 : 6, 60, 1, ++identification))
                .all(quoted);
        return ip(Direction.RETURN, address(fromPoint), CLIENT, 1, icmp.done());
    }

    /** An ARP question by the device at a point (its index); it is a broadcast. */
    Sent question(int asker, String target) {
        Bytes arp = arp(1).all(mac(asker)).all(address4(address(asker))).six(0).all(address4(target));
        boolean forward = asker == 0 || device(asker).equals(device(asker - 1));
        byte[] frame =
                new Bytes().six(-1).all(mac(asker)).two(0x0806).all(arp.done()).done();
        return new Sent(forward ? Direction.FORWARD : Direction.RETURN, (point, direction, number) -> frame);
    }

    /** The answer of the device at a point to the one who asked. */
    Sent answer(int owner, int asker) {
        Bytes arp = arp(2).all(mac(owner))
                .all(address4(address(owner)))
                .all(mac(asker))
                .all(address4(address(asker)));
        byte[] frame = new Bytes()
                .all(mac(asker))
                .all(mac(owner))
                .two(0x0806)
                .all(arp.done())
                .done();
        return new Sent(owner < asker ? Direction.FORWARD : Direction.RETURN, (point, direction, number) -> frame);
    }

    /** The address of a point: the client's, the server's, or a box's: .1 where it faces the client, .2 else, .1 on the last link. */
    String address(int point) {
        if (point == 0) {
            return CLIENT;
        }
        if (point == names.size() - 1) {
            return SERVER;
        }
        boolean facesClient = !device(point).equals(device(point - 1));
        int link = facesClient ? point / 2 + 1 : point / 2 + 2;
        boolean last = !facesClient && point == names.size() - 2;
        return "10." + (last ? 9 : link) + ".0." + (facesClient || last ? 1 : 2);
    }

    /** Writes captures and path file, and walks them. */
    WalkResult walk() {
        try {
            for (String name : names) {
                Files.write(folder.resolve(file(name)), pcap(name));
            }
            Files.writeString(folder.resolve("path.yaml"), path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return CaseVerdict.walk(folder.resolve("path.yaml"));
    }

    private String path() {
        StringBuilder yaml = new StringBuilder("flow: {protocol: " + protocol + ", client: \"" + CLIENT
                + "\", server: \"" + SERVER + "\", port: " + PORT + "}\npoints:\n");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            yaml.append("  - {name: \"%s\", device: \"%s\", interface: \"%s\", files: [%s]%s}\n"
                    .formatted(
                            name,
                            device(i),
                            name.substring(name.indexOf(':') + 1),
                            withoutFile.contains(name) ? "" : '"' + file(name) + '"',
                            telling ? ", addresses: [\"" + address(i) + "/24\"]" : ""));
        }
        return yaml.append(pathLines).toString();
    }

    private byte[] pcap(String name) {
        long skew = skews.getOrDefault(name, 0L);
        Bytes file = new Bytes()
                .four(0xA1B2C3D4L)
                .two(2)
                .two(4)
                .four(0)
                .four(0)
                .four(65_535)
                .four(1);
        records.getOrDefault(name, List.of()).stream()
                .sorted((one, other) -> Long.compare(one.micros(), other.micros()))
                .forEach(record -> file.four((record.micros() + skew) / 1_000_000)
                        .four((record.micros() + skew) % 1_000_000)
                        .four(record.frame().length)
                        .four(record.frame().length)
                        .all(record.frame()));
        return file.done();
    }

    private Sent segment(Direction direction, int flags, long sequence, long acknowledgement, byte[] payload) {
        Bytes tcp = ports(new Bytes(), direction)
                .four(sequence)
                .four((flags & ACK) > 0 ? acknowledgement : 0)
                .one(5 << 4)
                .one(flags)
                .two(64_000)
                .four(0)
                .all(payload);
        return ip(direction, 6, tcp.done());
    }

    private Sent ip(Direction direction, int number, byte[] content) {
        boolean forward = direction == Direction.FORWARD;
        return ip(direction, forward ? CLIENT : SERVER, forward ? SERVER : CLIENT, number, content);
    }

    private Sent ip(Direction direction, String source, String destination, int number, byte[] content) {
        return new Sent(
                direction,
                (point, way, packet) -> new Bytes()
                        .all(macs(point, way))
                        .two(0x0800)
                        .all(header(source, destination, number, 20 + content.length, 64 - hops(point, way), packet))
                        .all(content)
                        .done());
    }

    private byte[] header(String source, String destination, int number, int length, int ttl, int id) {
        return new Bytes()
                .two(0x4500)
                .two(length)
                .two(id)
                .two(0x4000)
                .one(ttl)
                .one(number)
                .two(0)
                .all(address4(source))
                .all(address4(destination))
                .done();
    }

    private int hops(int point, Direction direction) {
        return direction == Direction.FORWARD ? point / 2 : (names.size() - 1 - point) / 2;
    }

    /** Destination and source hardware address of a packet on the link that the point is on. */
    private byte[] macs(int point, Direction direction) {
        boolean nearEnd = point + 1 < names.size() && !device(point).equals(device(point + 1));
        int near = nearEnd ? point : point - 1;
        int to = direction == Direction.FORWARD ? near + 1 : near;
        int from = direction == Direction.FORWARD ? near : near + 1;
        return new Bytes().all(mac(to)).all(mac(from)).done();
    }

    private static byte[] mac(int point) {
        return new byte[] {2, 0, 0, 0, 0, (byte) (point + 1)};
    }

    private String device(int point) {
        return names.get(point).substring(0, names.get(point).indexOf(':'));
    }

    private static String file(String name) {
        return name.replace(':', '_') + ".pcap";
    }

    private static Bytes ports(Bytes bytes, Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        return bytes.two(forward ? CLIENT_PORT : PORT).two(forward ? PORT : CLIENT_PORT);
    }

    private static Bytes arp(int operation) {
        return new Bytes().two(1).two(0x0800).one(6).one(4).two(operation);
    }

    private static byte[] madeUp(int length, long seed) {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++) {
            payload[i] = (byte) ('a' + (seed + i) % 26);
        }
        return payload;
    }

    private static byte[] address4(String address) {
        Bytes bytes = new Bytes();
        for (String part : address.split("\\.", -1)) {
            bytes.one(Integer.parseInt(part));
        }
        return bytes.done();
    }

    /** Bytes in network order. */
    private static final class Bytes {
        private final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();

        Bytes one(int value) {
            out.write(value);
            return this;
        }

        Bytes two(int value) {
            return one(value >>> 8).one(value);
        }

        Bytes four(long value) {
            return two((int) (value >>> 16)).two((int) value);
        }

        Bytes six(long value) {
            return two((int) (value >>> 32)).four(value);
        }

        Bytes all(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] done() {
            return out.toByteArray();
        }
    }
}
