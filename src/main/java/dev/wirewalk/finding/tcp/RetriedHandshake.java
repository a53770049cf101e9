package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Side;
import dev.wirewalk.finding.Span;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connections that came about only after the SYN had been repeated. */
public final class RetriedHandshake implements Rule {
    /** The first repetition comes after one second. */
    private static final long REPEATED = 900 * Times.MILLISECOND;
    /** So many handshakes in order of time are enough to see whether it becomes worse. */
    private static final int SAMPLES = 3;

    private final Map<Endpoint, List<Long>> durations = new HashMap<>();
    private final Tallies<Endpoint> servers = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.TIMES, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        long syns = client.get(Column.SYNS);
        long duration = client.until(Column.SYN_NANOS, server, Column.SYN_ACK_NANOS, 0);
        if (!connection.accepted() || syns < 2 || duration < REPEATED) {
            return;
        }
        String instance = connection.clientEnd() + " got through with SYN " + syns + " after " + Times.text(duration);
        servers.of(connection.serverEnd())
                .add(1, duration, instance, client.get(Column.SYN_FRAME), server.get(Column.SYN_ACK_FRAME));
        List<Long> earlier = durations.computeIfAbsent(connection.serverEnd(), _ -> new ArrayList<>());
        if (earlier.size() < 2 * SAMPLES) {
            earlier.add(duration);
        } else {
            earlier.remove(SAMPLES);
            earlier.add(duration);
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "syn-retried",
                        Severity.WARNING,
                        tally -> Count.of(tally.cases(), "connection") + " to " + tally.subject()
                                + " came about only after the SYN was repeated; the slowest: " + tally.example() + "."
                                + growth(tally.subject()),
                        tally -> "tcp.flags.syn == 1 && " + Display.end(PacketView.TCP, tally.subject()),
                        "servers",
                        "Either SYNs (or the answers to them) are lost on the way, or the server drops them while its queue of"
                                + " new connections is full. A capture at the server tells which: do the first SYNs arrive"
                                + " there?"));
    }

    /** Whether the last handshakes took clearly longer than the first. */
    private String growth(Endpoint server) {
        List<Long> times = durations.getOrDefault(server, List.of());
        if (times.size() < 2 * SAMPLES) {
            return "";
        }
        long first = average(times.subList(0, SAMPLES));
        long last = average(times.subList(SAMPLES, 2 * SAMPLES));
        return last > first + first / 2
                ? " It becomes worse: first " + Times.text(first) + ", in the end " + Times.text(last) + " on average."
                : "";
    }

    private static long average(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).sum() / times.size();
    }
}
