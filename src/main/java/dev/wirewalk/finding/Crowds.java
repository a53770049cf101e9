package dev.wirewalk.finding;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.flow.Endpoint;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clients and servers with so many failed attempts that it is a scan or a flood, and not an outage for each. Is led past all
 * connections twice: to count, and then to look closer at those that stand out.
 */
public final class Crowds {
    /** So many different targets that fail are not tried by a program that knows its servers. */
    private static final int SCAN_TARGETS = 20;
    /** So many attempts that fail at one server. */
    private static final int FLOOD_ATTEMPTS = 200;
    /** A hundred a second and more: clients that are turned away try far less often. */
    private static final long FLOOD_PER_SECOND = 100;

    private static final int MOST = 1 << 20;
    private static final int DETAILED = 1 << 10;

    private static final int FAILED = 0;
    private static final int ACCEPTED = 1;
    private static final int OTHERS = 2;
    private static final int FIRST_NANOS = 3;
    private static final int LAST_NANOS = 4;

    /** Pairs of client and server that failed before. */
    private final NumberTable seen = new NumberTable(0, MOST);
    /** By client: failed targets, and accepted connections. */
    private final NumberTable clients = new NumberTable(2, MOST);
    /** By server: failed and accepted attempts, different clients, first and last time. */
    private final NumberTable servers = new NumberTable(5, MOST);

    private final Map<IpAddress, Scanner> scanners = new LinkedHashMap<>();
    private final Map<Endpoint, Target> targets = new LinkedHashMap<>();

    /** What one client tried in vain. */
    public static final class Scanner {
        private final Set<Integer> ports = new HashSet<>();
        private final Frames frames = new Frames();
        private final IpAddress client;
        private final long count;

        private Scanner(IpAddress client, long count) {
            this.client = client;
            this.count = count;
        }

        public IpAddress client() {
            return client;
        }

        /** How many different ends it tried in vain. */
        public long targets() {
            return count;
        }

        /** The different ports, some hundreds at most. */
        public Set<Integer> ports() {
            return ports;
        }

        public Frames frames() {
            return frames;
        }
    }

    /**
     * What was tried in vain at one server.
     *
     * @param clients different client addresses, as far as they are told apart
     * @param duration from the first to the last attempt, in nanoseconds
     */
    public record Target(Endpoint server, long attempts, long clients, long duration, Frames frames) {}

    /** The first look. */
    void count(Connection connection) {
        if (connection.client().get(Column.SYNS) == 0) {
            return;
        }
        int client = clients.put(hash(connection.clientEnd().address()));
        int server = servers.put(hash(connection.serverEnd()));
        if (connection.established()) {
            add(clients, client, ACCEPTED);
            add(servers, server, ACCEPTED);
            return;
        }
        long pair = hash(connection.clientEnd().address()) * 31 + hash(connection.serverEnd());
        if (seen.find(pair) < 0) {
            seen.put(pair);
            add(clients, client, FAILED);
            add(servers, server, OTHERS);
        }
        if (server >= 0) {
            long nanos = connection.client().get(Column.SYN_NANOS);
            boolean first = servers.get(server, FAILED) == 0;
            servers.set(server, FIRST_NANOS, first ? nanos : Math.min(nanos, servers.get(server, FIRST_NANOS)));
            servers.set(server, LAST_NANOS, first ? nanos : Math.max(nanos, servers.get(server, LAST_NANOS)));
            add(servers, server, FAILED);
        }
    }

    private static void add(NumberTable table, int row, int column) {
        if (row >= 0) {
            table.set(row, column, table.get(row, column) + 1);
        }
    }

    /** The second look. */
    void detail(Connection connection) {
        if (connection.client().get(Column.SYNS) == 0 || connection.established()) {
            return;
        }
        IpAddress client = connection.clientEnd().address();
        Endpoint server = connection.serverEnd();
        long frame = connection.client().get(Column.SYN_FRAME);
        if (scans(client) && (scanners.containsKey(client) || scanners.size() < DETAILED)) {
            Scanner scanner = scanners.computeIfAbsent(
                    client, one -> new Scanner(one, clients.get(clients.find(hash(one)), FAILED)));
            scanner.frames.add(frame);
            if (scanner.ports.size() < SCAN_TARGETS * 10) {
                scanner.ports.add(server.port());
            }
        }
        if (flooded(server) && (targets.containsKey(server) || targets.size() < DETAILED)) {
            targets.computeIfAbsent(server, this::target).frames.add(frame);
        }
    }

    private Target target(Endpoint server) {
        int row = servers.find(hash(server));
        return new Target(server, servers.get(row, FAILED), servers.get(row, OTHERS), duration(row), new Frames());
    }

    private long duration(int row) {
        return Times.between(servers.get(row, FIRST_NANOS), servers.get(row, LAST_NANOS), 0);
    }

    private static long hash(IpAddress address) {
        return address.high() * 0xBF58_476D_1CE4_E5B9L + address.low();
    }

    private static long hash(Endpoint end) {
        return hash(end.address()) * 0x9E37_79B9_7F4A_7C15L + end.port();
    }

    /** Whether this client tries one end after the other, mostly in vain. */
    public boolean scans(IpAddress client) {
        int row = clients.find(hash(client));
        return row >= 0
                && clients.get(row, FAILED) >= SCAN_TARGETS
                && clients.get(row, FAILED) > 4 * clients.get(row, ACCEPTED);
    }

    /** Whether this server is given more attempts that come to nothing than programs make. */
    public boolean flooded(Endpoint server) {
        int row = servers.find(hash(server));
        return row >= 0
                && servers.get(row, FAILED) >= FLOOD_ATTEMPTS
                && servers.get(row, FAILED) > 10 * servers.get(row, ACCEPTED)
                && servers.get(row, FAILED) * Times.SECOND > FLOOD_PER_SECOND * duration(row);
    }

    public List<Scanner> scanners() {
        return List.copyOf(scanners.values());
    }

    public List<Target> floods() {
        return List.copyOf(targets.values());
    }
}
