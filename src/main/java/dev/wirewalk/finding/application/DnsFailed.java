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
import java.util.Set;

/** DNS answers that carry an error instead of an address. */
public final class DnsFailed implements Rule {
    private static final int NAME_ERROR = 3;

    private final Tallies<Failure> failures = new Tallies<>();

    private record Failure(Endpoint server, int code) {
        String word() {
            return switch (code) {
                case 1 -> "FORMERR";
                case 2 -> "SERVFAIL";
                case 3 -> "NXDOMAIN";
                case 4 -> "NOTIMP";
                case 5 -> "REFUSED";
                default -> "code " + code;
            };
        }
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.DNS);
    }

    @Override
    public void look(Sight sight) {
        if (sight.dns().response() && sight.dns().responseCode() > 0) {
            failures.of(new Failure(Quotes.source(sight.packet()), sight.dns().responseCode()))
                    .add(
                            1,
                            0,
                            sight.dns().name() + ", asked by "
                                    + Quotes.destination(sight.packet()).address(),
                            sight.number());
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(
                conclusions,
                true,
                Severity.WARNING,
                "The network works; the name does not exist. Look for a typing error, a"
                        + " missing record, or a search list that adds the wrong domain.");
        conclude(
                conclusions,
                false,
                Severity.ERROR,
                "The server was reached and could not or would not answer: SERVFAIL points"
                        + " to the servers that it asks itself, REFUSED to its access rules.");
    }

    private void conclude(Conclusions conclusions, boolean noSuchName, Severity severity, String advice) {
        failures.only(failure -> (failure.code == NAME_ERROR) == noSuchName)
                .conclude(
                        conclusions,
                        new Tallies.Wording<>(
                                noSuchName ? "dns-no-such-name" : "dns-failed",
                                severity,
                                tally -> tally.subject().server.address() + " answers "
                                        + Count.of(tally.count(), "DNS question") + " with "
                                        + tally.subject().word() + ", first " + tally.example() + ".",
                                tally -> "dns.flags.rcode == " + tally.subject().code + " && "
                                        + Display.source(tally.subject().server.address()),
                                "kinds of answers",
                                advice));
    }
}
