package dev.wirewalk.finding.tcp;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attempts of hosts to reach others, by UDP or SYN, that nothing came back for. */
final class Pending {
    private static final int ANSWERED = 0;
    private static final int FROM_LOW_END = 1;
    private static final int MOST = 1 << 16;

    private final NumberTable seen = new NumberTable(2, MOST);
    private final Map<Integer, Attempt> attempts = new LinkedHashMap<>();

    /** @param what {@code SYN} or {@code DNS question for a name} and the like */
    record Attempt(IpAddress from, Endpoint to, String what, long nanos) {
        @Override
        public String toString() {
            return what + " to " + to;
        }
    }

    void add(Sight sight) {
        PacketView packet = sight.packet();
        boolean tcp = packet.transport() == PacketView.TCP;
        if (sight.conversation() < 0 || (!tcp && packet.transport() != PacketView.UDP)) {
            return;
        }
        int row = seen.find(sight.conversation());
        long fromLow = sight.fromLowEnd() ? 1 : 0;
        if (row >= 0) {
            if (seen.get(row, ANSWERED) == 0 && seen.get(row, FROM_LOW_END) != fromLow) {
                seen.set(row, ANSWERED, 1);
                attempts.remove(sight.conversation());
            }
        } else if (!tcp || packet.tcp().opens()) {
            begin(sight, tcp, fromLow);
        }
    }

    private void begin(Sight sight, boolean tcp, long fromLow) {
        int row = seen.put(sight.conversation());
        if (row >= 0) {
            seen.set(row, FROM_LOW_END, fromLow);
            String what = tcp
                    ? "a SYN"
                    : sight.dns().present()
                            ? "a DNS question for " + sight.dns().name()
                            : "a UDP packet";
            attempts.put(
                    sight.conversation(),
                    new Attempt(
                            sight.packet().ip().sourceAddress().orElseThrow(),
                            Quotes.destination(sight.packet()),
                            what,
                            sight.nanos()));
        }
    }

    /** What this host tried in vain between two times. */
    List<Attempt> between(IpAddress host, long firstNanos, long lastNanos) {
        return attempts.values().stream()
                .filter(attempt ->
                        attempt.from.equals(host) && attempt.nanos >= firstNanos && attempt.nanos <= lastNanos)
                .toList();
    }
}
