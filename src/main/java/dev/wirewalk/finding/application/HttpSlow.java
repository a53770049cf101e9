package dev.wirewalk.finding.application;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** HTTP requests in clear text whose answer took long to begin. */
public final class HttpSlow implements Rule {
    private static final int FRAME = 0;
    private static final int NANOS = 1;
    private static final int MOST = 1 << 18;
    private static final long SLOW = Times.SECOND;

    /** The last request of each connection that is not answered yet. */
    private final NumberTable asked = new NumberTable(2, MOST);

    private final Tallies<Endpoint> servers = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HTTP, Need.TIMES);
    }

    @Override
    public void look(Sight sight) {
        if (sight.conversation() < 0) {
            return;
        }
        if (sight.http().request()) {
            int row = asked.put(sight.conversation());
            if (row >= 0) {
                asked.set(row, FRAME, sight.number());
                asked.set(row, NANOS, sight.nanos());
            }
            return;
        }
        int row = asked.find(sight.conversation());
        // An interim answer (1xx) is none yet.
        if (row < 0 || sight.http().status() < 200) {
            return;
        }
        long duration = Times.between(asked.get(row, NANOS), sight.nanos(), 0);
        if (duration >= SLOW) {
            servers.of(Quotes.source(sight.packet()))
                    .add(
                            1,
                            duration,
                            sight.http().line() + " after " + Times.text(duration),
                            asked.get(row, FRAME),
                            sight.number());
        }
        asked.remove(sight.conversation());
    }

    @Override
    public void conclude(Conclusions conclusions) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "http-slow",
                        Severity.WARNING,
                        tally -> tally.subject() + " took longer than " + Times.text(SLOW) + " to answer "
                                + Count.of(tally.count(), "HTTP request") + "; the slowest: " + tally.example() + ".",
                        tally -> "http.time >= 1 && " + Display.end(PacketView.TCP, tally.subject()),
                        "servers",
                        "If the request was acknowledged at once, the server's application is slow and not the network; if"
                                + " request or answer had to be sent again, look for loss first."));
    }
}
