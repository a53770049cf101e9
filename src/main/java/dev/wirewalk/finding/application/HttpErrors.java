package dev.wirewalk.finding.application;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** HTTP answers with a status of 400 and more, in clear text. */
public final class HttpErrors implements Rule {
    private final Tallies<Answer> answers = new Tallies<>();

    private record Answer(Endpoint server, int status) {}

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HTTP);
    }

    @Override
    public void look(Sight sight) {
        int status = sight.http().status();
        if (status >= 400) {
            answers.of(new Answer(Quotes.source(sight.packet()), status))
                    .add(1, 0, sight.http().line() + " to " + Quotes.destination(sight.packet()), sight.number());
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        answers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "http-error",
                        Severity.ERROR,
                        tally -> tally.subject().server + " answers " + Count.of(tally.count(), "request")
                                + " with status " + tally.subject().status + ", first: " + tally.example() + ".",
                        tally -> "http.response.code == " + tally.subject().status + " && "
                                + Display.end(PacketView.TCP, tally.subject().server),
                        "kinds of answers",
                        "The network carried question and answer. 4xx: look at what is asked for (address, credentials); 5xx:"
                                + " look at the server's log, or, from a proxy or load balancer, at what is behind it."));
    }
}
