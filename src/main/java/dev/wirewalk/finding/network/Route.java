package dev.wirewalk.finding.network;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Times;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One traced route: for each TTL how often it was tried, who answered, and how fast. */
final class Route {
    private static final int HOPS = 33;
    /** Less than this is the distance of continents, or a router that is in no hurry to write errors. */
    private static final long SLOW = 150 * Times.MILLISECOND;

    private final IpAddress from;
    private final IpAddress to;
    private final Frames frames = new Frames();
    private final int[] tried = new int[HOPS];
    private final long[] fastest = new long[HOPS];
    private final List<Optional<IpAddress>> routers = new ArrayList<>(Collections.nCopies(HOPS, Optional.empty()));
    private int farthestTried;
    private int farthestRouter;
    private int answers;
    private boolean reached;

    Route(IpAddress from, IpAddress to) {
        this.from = from;
        this.to = to;
    }

    void sent(int ttl, long frame) {
        if (tried[ttl]++ == 0) {
            frames.add(frame);
        }
        farthestTried = Math.max(farthestTried, ttl);
    }

    void answered(int ttl, IpAddress router, long nanos, boolean atEnd) {
        answers++;
        fastest[ttl] = routers.get(ttl).isEmpty() ? nanos : Math.min(nanos, fastest[ttl]);
        routers.set(ttl, Optional.of(router));
        farthestRouter = Math.max(farthestRouter, ttl);
        reached |= atEnd && router.equals(to);
    }

    void reached() {
        reached = true;
    }

    int hops() {
        return answers;
    }

    void conclude(Conclusions conclusions) {
        int silent = firstSilent();
        String trail = "The route from " + from + " to " + to + " was traced over " + Count.of(farthestRouter, "hop")
                + (reached ? " and reaches it" : "");
        String filter = Display.host(from) + " && (" + Display.host(to) + " || icmp || icmpv6)";
        if (reached || farthestRouter >= farthestTried) {
            conclusions.add(
                    "traceroute",
                    Severity.NOTE,
                    trail + "." + slow()
                            + (silent > 0 ? " Hop " + silent + " does not answer, which alone is no fault." : ""),
                    answers,
                    frames,
                    filter,
                    "Compare with a route traced when all is well, and with one traced back from there.");
        } else {
            conclusions.add(
                    "traceroute-ends",
                    Severity.WARNING,
                    trail + "; behind hop " + farthestRouter + " ("
                            + routers.get(farthestRouter).orElse(to) + ") nobody answers." + slow(),
                    answers,
                    frames,
                    filter,
                    "The probes are dropped behind that hop, or its successors do not answer probes of this kind: trace with"
                            + " the protocol and port of the application, and capture behind that hop.");
        }
    }

    /** The first hop without an answer before the last one with one, or 0. */
    private int firstSilent() {
        for (int hop = 1; hop < farthestRouter; hop++) {
            if (tried[hop] > 0 && routers.get(hop).isEmpty()) {
                return hop;
            }
        }
        return 0;
    }

    /** The first hop from which on all are slow, in words. One slow hop before fast ones only writes errors slowly. */
    private String slow() {
        long least = Long.MAX_VALUE;
        int slowest = 0;
        long jump = SLOW;
        for (int hop = farthestRouter; hop > 0; hop--) {
            if (routers.get(hop).isPresent()) {
                long before = fastestBefore(hop);
                least = Math.min(least, fastest[hop]);
                if (least - before > jump) {
                    jump = least - before;
                    slowest = hop;
                }
            }
        }
        return slowest == 0
                ? ""
                : " From hop " + slowest + " (" + routers.get(slowest).orElse(to) + ") on it takes " + Times.text(jump)
                        + " longer.";
    }

    private long fastestBefore(int hop) {
        for (int before = hop - 1; before > 0; before--) {
            if (routers.get(before).isPresent()) {
                return fastest[before];
            }
        }
        return 0;
    }
}
