package dev.wirewalk.finding;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.Endpoint;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clients and servers with so many failed attempts that it is a scan or a flood, and not an outage for each. */
public final class Crowds {
    /** So many different targets that fail are not tried by a program that knows its servers. */
    private static final int SCAN_TARGETS = 20;
    /** So many clients that fail at one server, each within the same capture, with forged addresses or not. */
    private static final int FLOOD_ATTEMPTS = 200;

    private static final int MOST = 1 << 18;

    private final NumberTable seen = new NumberTable(0, MOST);
    private final Map<IpAddress, Scanner> clients = new LinkedHashMap<>();
    private final Map<Endpoint, Target> servers = new LinkedHashMap<>();

    /** What one client tried in vain. */
    public static final class Scanner {
        private final IpAddress client;
        private final Set<Integer> ports = new HashSet<>();
        private final Frames frames = new Frames();
        private long targets;
        private long accepted;
        private Endpoint last;

        private Scanner(IpAddress client, Endpoint first) {
            this.client = client;
            last = first;
        }

        public IpAddress client() {
            return client;
        }

        /** How many different ends it tried in vain. */
        public long targets() {
            return targets;
        }

        /** How many different ports, up to some hundreds. */
        public int ports() {
            return ports.size();
        }

        public Endpoint last() {
            return last;
        }

        public Frames frames() {
            return frames;
        }
    }

    /** What was tried in vain at one server. */
    public static final class Target {
        private final Endpoint server;
        private final Frames frames = new Frames();
        private long attempts;
        private long accepted;
        private long clients;
        private long firstNanos = Frame.NO_TIME;
        private long lastNanos = Frame.NO_TIME;

        private Target(Endpoint server) {
            this.server = server;
        }

        public Endpoint server() {
            return server;
        }

        public long attempts() {
            return attempts;
        }

        /** Different client addresses. */
        public long clients() {
            return clients;
        }

        /** From the first to the last attempt, in nanoseconds. */
        public long duration() {
            return Times.between(firstNanos, lastNanos, 0);
        }

        public Frames frames() {
            return frames;
        }
    }

    void add(Connection connection) {
        if (connection.client().get(Column.SYNS) == 0) {
            return;
        }
        IpAddress client = connection.clientEnd().address();
        Endpoint server = connection.serverEnd();
        boolean failed = !connection.established();
        if (clients.size() < MOST && servers.size() < MOST) {
            Scanner scanner = clients.computeIfAbsent(client, one -> new Scanner(one, server));
            Target target = servers.computeIfAbsent(server, Target::new);
            if (failed) {
                addFailure(connection, scanner, target);
            } else {
                scanner.accepted++;
                target.accepted++;
            }
        }
    }

    private void addFailure(Connection connection, Scanner scanner, Target target) {
        long frame = connection.client().get(Column.SYN_FRAME);
        long nanos = connection.client().get(Column.SYN_NANOS);
        target.attempts++;
        target.frames.add(frame);
        target.firstNanos = target.firstNanos == Frame.NO_TIME ? nanos : Math.min(target.firstNanos, nanos);
        target.lastNanos = Math.max(target.lastNanos, nanos);
        long client = hash(scanner.client);
        long server = hash(target.server.address());
        if (isNew(client * 31 + server * 0x9E37_79B9_7F4A_7C15L + target.server.port())) {
            scanner.targets++;
            scanner.last = target.server;
            scanner.frames.add(frame);
            if (scanner.ports.size() < SCAN_TARGETS * 10) {
                scanner.ports.add(target.server.port());
            }
            target.clients++;
        }
    }

    private static long hash(IpAddress address) {
        return address.high() * 0xBF58_476D_1CE4_E5B9L + address.low();
    }

    private boolean isNew(long key) {
        int before = seen.size();
        seen.put(key);
        return seen.size() > before;
    }

    /** Whether this client tries one end after the other, mostly in vain. */
    public boolean scans(IpAddress client) {
        Scanner scanner = clients.get(client);
        return scanner != null && scanner.targets >= SCAN_TARGETS && scanner.targets > 4 * scanner.accepted;
    }

    /** Whether this server is given more attempts that come to nothing than programs make. */
    public boolean flooded(Endpoint server) {
        Target target = servers.get(server);
        return target != null
                && target.attempts >= FLOOD_ATTEMPTS
                && target.attempts > 10 * target.accepted
                // A hundred a second and more: clients that are turned away try far less often.
                && target.attempts * Times.SECOND > 100 * target.duration();
    }

    public List<Scanner> scanners() {
        return clients.values().stream().filter(one -> scans(one.client)).toList();
    }

    public List<Target> floods() {
        return servers.values().stream().filter(one -> flooded(one.server)).toList();
    }
}
