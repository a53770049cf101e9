package dev.wirewalk.finding.network;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Tally;
import dev.wirewalk.flow.Endpoint;

/** ICMP errors of one kind, put together by who complains about packets to where. */
final class Complaints {
    private final Quotes quotes = new Quotes();
    private final Tallies<Complaint> tallies = new Tallies<>();

    /**
     * Errors that say the same.
     *
     * @param reporter who sent them
     * @param about where the packets were to go
     * @param protocol of those packets
     * @param number the code of the error, or the size that it names
     */
    record Complaint(IpAddress reporter, Endpoint about, int protocol, long number) {
        /** {@code TCP to 10.0.0.1:80}. */
        String flow() {
            return Quotes.protocol(protocol) + " to " + about;
        }

        /** Whether the addressee itself complains, and no box before it. */
        boolean fromAddressee() {
            return reporter.equals(about.address());
        }
    }

    void add(Sight sight, long number) {
        if (!quotes.read(sight)) {
            return;
        }
        Complaint complaint = new Complaint(
                sight.packet().ip().sourceAddress().orElseThrow(),
                quotes.destination(),
                quotes.packet().ip().protocol(),
                number);
        tallies.of(complaint).add(1, 0, "from " + quotes.source(), sight.number());
    }

    Quotes quotes() {
        return quotes;
    }

    Tallies<Complaint> tallies() {
        return tallies;
    }

    /** The errors of a family in a display filter. */
    static String filter(Tally<Complaint> tally, String v4, String v6) {
        IpAddress reporter = tally.subject().reporter();
        return (reporter.version() == IpVersion.V6 ? v6 : v4) + " && " + Display.source(reporter);
    }
}
