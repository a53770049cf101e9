package dev.wirewalk.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packets that are pushed through the declared translations: a point selects each that was asked for at the client. */
class PathSoundnessTest {
    private static final List<IpAddress> ADDRESSES = Stream.of(
                    "10.1.1.1",
                    "10.1.1.2",
                    "10.1.200.7",
                    "10.2.2.2",
                    "10.9.9.9",
                    "172.16.5.5",
                    "192.168.7.1",
                    "2001:db8::1",
                    "2001:db8::2",
                    "fd00:10:20::30")
            .map(text -> IpAddress.parse(text).orElseThrow())
            .toList();
    private static final List<Integer> PORTS = List.of(22, 53, 80, 81, 443, 8080, 16384, 20000, 32767);

    private final Random random = new Random(20261121);

    @Test
    void aPointNeverSelectsLess() {
        int selected = 0;
        int exact = 0;
        int narrowing = 0;
        List<Filter> filters = RandomFilters.whole(7, 1200);
        for (Filter filter : filters) {
            Path path = path();
            PathFilters carried = new PathFilters(path, filter);
            for (int i = 0; i < 40; i++) {
                Map<String, PushedPacket> seen = push(path, packet(path));
                PushedPacket asked = seen.getOrDefault("client", packet(path));
                for (boolean answer : List.of(false, true)) {
                    boolean wanted = FilterMeaning.matches(filter, answer ? asked.answered() : asked);
                    for (Point point : path.points()) {
                        PushedPacket here = seen.getOrDefault(point.name(), asked);
                        PushedPacket shown = answer ? here.answered() : here;
                        for (Carried at : List.of(carried.at(point), carried.aroundDevice(point))) {
                            boolean given = FilterMeaning.matches(at.filter(), shown);
                            selected += wanted ? 1 : 0;
                            exact += at.gaps().isEmpty() ? 1 : 0;
                            narrowing += given ? 0 : 1;
                            assertThat(at.gaps().isEmpty() ? given == wanted : given || !wanted)
                                    .as(
                                            "%s%nat %s as %s%nwas %s is %s%n%s",
                                            FilterPrinter.print(filter),
                                            point.name(),
                                            FilterPrinter.print(at.filter()),
                                            asked,
                                            shown,
                                            path.nat())
                                    .isTrue();
                        }
                    }
                }
            }
        }
        // The judge has judged something, and filters are still filters.
        assertThat(List.of(selected, exact, narrowing)).allMatch(count -> count > 20_000);
    }

    private PushedPacket packet(Path path) {
        Roles roles = Roles.of(path);
        while (true) {
            IpAddress client = pick(ADDRESSES);
            IpAddress server = random.nextBoolean() && !roles.servers().isEmpty()
                    ? pick(ADDRESSES.stream().filter(roles.servers()::contains).toList())
                    : pick(ADDRESSES);
            int protocol = pick(List.of(6, 6, 17, 1));
            boolean ports = protocol != 1;
            int clientPort = ports ? pick(PORTS) : -1;
            int serverPort = ports ? pick(PORTS) : -1;
            boolean asDeclared = client.version() == server.version()
                    && roles.of(client) != Roles.End.SERVER
                    && roles.of(server) != Roles.End.CLIENT
                    && !roles.isServerPort(clientPort);
            if (asDeclared) {
                int flags = protocol == 6 ? pick(List.of(2, 16, 18)) : -1;
                return new PushedPacket(
                        client, clientPort, server, serverPort, protocol, flags, protocol == 1 ? 8 : -1);
            }
        }
    }

    /** The forward packet at each point. */
    private Map<String, PushedPacket> push(Path path, PushedPacket packet) {
        Map<String, PushedPacket> seen = new HashMap<>();
        PushedPacket now = packet;
        String device = "";
        for (Point point : path.points()) {
            if (point.device().equals(device)) {
                now = translated(path, device, now);
            }
            device = point.device();
            seen.put(point.name(), now);
        }
        return seen;
    }

    private PushedPacket translated(Path path, String device, PushedPacket packet) {
        PushedPacket now = packet;
        boolean done = false;
        for (Translation nat : path.nat()) {
            if (!nat.device().equals(device)) {
                continue;
            }
            if (nat.destination().isPresent()
                    && !done
                    && meets(nat.destination().get(), packet)) {
                Translation.Destination to = nat.destination().get();
                int port = packet.toPort() < 0 ? -1 : to.toPort().orElse(packet.toPort());
                now = new PushedPacket(
                        now.from(), now.fromPort(), to.to(), port, now.protocol(), now.tcpFlags(), now.icmpType());
                done = true;
            }
            if (nat.source().isPresent()
                    && nat.source().get().to().version() == now.from().version()) {
                int port = now.fromPort() < 0 ? -1 : port(nat.source().get());
                now = new PushedPacket(
                        nat.source().get().to(),
                        port,
                        now.to(),
                        now.toPort(),
                        now.protocol(),
                        now.tcpFlags(),
                        now.icmpType());
            }
        }
        return now;
    }

    private static boolean meets(Translation.Destination nat, PushedPacket packet) {
        return nat.address().equals(packet.to())
                && (nat.port().isEmpty() || nat.port().getAsInt() == packet.toPort());
    }

    private int port(Translation.Source source) {
        return source.ports()
                .map(text -> {
                    String[] ends = text.split("-");
                    int low = Integer.parseInt(ends[0]);
                    return low + random.nextInt(Integer.parseInt(ends[1]) - low + 1);
                })
                .orElseGet(() -> pick(PORTS));
    }

    private Path path() {
        List<Point> points = new ArrayList<>(List.of(point("client", "client")));
        List<Translation> nat = new ArrayList<>();
        int devices = 1 + random.nextInt(3);
        for (int i = 0; i < devices; i++) {
            String device = "fw" + i;
            points.add(point(device + "-in", device));
            points.add(point(device + "-out", device));
            for (int rules = random.nextInt(3); rules > 0; rules--) {
                nat.add(translation(device));
            }
        }
        points.add(point("server", "server"));
        return new Path(random.nextBoolean() ? Optional.of(flow()) : Optional.empty(), points, List.of(), nat);
    }

    private FlowHint flow() {
        OptionalInt port = random.nextBoolean() ? OptionalInt.of(pick(PORTS)) : OptionalInt.empty();
        return new FlowHint(FlowProtocol.TCP, pick(ADDRESSES), OptionalInt.empty(), pick(ADDRESSES), port);
    }

    private Translation translation(String device) {
        boolean source = random.nextBoolean();
        return new Translation(
                device,
                source ? Optional.of(source()) : Optional.empty(),
                source ? Optional.empty() : Optional.of(destination()));
    }

    private Translation.Source source() {
        return new Translation.Source(
                pick(ADDRESSES), random.nextBoolean() ? Optional.of("20000-20003") : Optional.empty());
    }

    private Translation.Destination destination() {
        while (true) {
            IpAddress address = pick(ADDRESSES);
            IpAddress to = pick(ADDRESSES);
            if (address.version() == to.version()) {
                OptionalInt port = random.nextBoolean() ? OptionalInt.of(pick(PORTS)) : OptionalInt.empty();
                OptionalInt toPort = random.nextBoolean() ? OptionalInt.of(pick(PORTS)) : OptionalInt.empty();
                return new Translation.Destination(address, port, to, toPort);
            }
        }
    }

    private static Point point(String name, String device) {
        return Point.named(name, device);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
