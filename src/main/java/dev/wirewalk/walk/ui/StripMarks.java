package dev.wirewalk.walk.ui;

import dev.wirewalk.diagnosis.Loss;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Segment;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a result says about the stretches and devices of the strip.
 *
 * @param stretches one mark for each pair of neighbouring points, in path order
 * @param devices marks of devices by name, where the flow fails at a device
 */
record StripMarks(List<Mark> stretches, Map<String, Mark> devices) {

    /** How a stretch or a device fares; each has its own look and, with a sign, its own word. */
    enum Kind {
        UNKNOWN,
        FINE,
        LOSING,
        FAILING
    }

    /**
     * @param sign glyph and word for a badge; empty when there is no badge
     * @param note what was counted; empty when nothing was
     */
    record Mark(Kind kind, String sign, String note) {
        static final Mark NONE = new Mark(Kind.UNKNOWN, "", "");
    }

    StripMarks {
        stretches = List.copyOf(stretches);
        devices = Map.copyOf(devices);
    }

    static StripMarks none(int points) {
        return new StripMarks(
                Stream.generate(() -> Mark.NONE).limit(Math.max(0, points - 1L)).toList(), Map.of());
    }

    static StripMarks of(WalkResult result, Path path) {
        List<Mark> stretches = new ArrayList<>();
        for (int place = 0; place + 1 < path.points().size(); place++) {
            stretches.add(counted(
                    result,
                    path.points().get(place).name(),
                    path.points().get(place + 1).name()));
        }
        Map<String, Mark> devices = new HashMap<>();
        List<Verdict> verdicts = new ArrayList<>(result.others().reversed());
        verdicts.add(result.verdict());
        verdicts.forEach(verdict -> {
            verdict.device().ifPresent(device -> devices.put(device, failing(verdict, "here")));
            verdict.segment().ifPresent(segment -> markSegment(verdict, segment, path, stretches));
        });
        return new StripMarks(stretches, devices);
    }

    private static void markSegment(Verdict verdict, Segment segment, Path path, List<Mark> stretches) {
        Optional<Integer> from = PointsOfPath.nearEnd(path, segment.from());
        Optional<Integer> to = PointsOfPath.farEnd(path, segment.to());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        int first = Math.min(from.get(), to.get());
        int last = Math.max(from.get(), to.get());
        Mark whole = failing(verdict, last - first > 1 ? "in between" : "here");
        int badge = roomiest(path, first, last);
        for (int place = first; place < last; place++) {
            // The words once; the other stretches of the segment show the glyph.
            String sign = place == badge
                    ? whole.sign()
                    : whole.sign().substring(0, Math.min(1, whole.sign().length()));
            stretches.set(
                    place, new Mark(whole.kind(), sign, stretches.get(place).note()));
        }
    }

    /** The first stretch between two devices; those inside a device are short. */
    private static int roomiest(Path path, int first, int last) {
        for (int place = first; place < last; place++) {
            if (!path.points()
                    .get(place)
                    .device()
                    .equals(path.points().get(place + 1).device())) {
                return place;
            }
        }
        return first;
    }

    private static Mark failing(Verdict verdict, String where) {
        String arrow = verdict.direction()
                .filter(Direction.RETURN::equals)
                .map(back -> "← ")
                .orElse("");
        return switch (verdict.outcome()) {
            case FAILS -> new Mark(Kind.FAILING, "✕ " + arrow + word(verdict) + " " + where, "");
            case DEGRADED -> new Mark(Kind.LOSING, "! " + arrow + word(verdict) + " " + where, "");
            case UNDECIDED -> new Mark(Kind.LOSING, "? perhaps " + where, "");
            case WORKS -> Mark.NONE;
        };
    }

    /** Where a packet vanishes it is lost; everything else goes wrong in its own way, which the verdict tells. */
    private static String word(Verdict verdict) {
        boolean fails = verdict.outcome() == Outcome.FAILS;
        return verdict.cause()
                .map(cause -> switch (cause) {
                    case LINK_LOSS, SILENT_DROP, MTU_BLACKHOLE, FRAGMENT_DROP, ASYMMETRIC_STATE -> "lost";
                    case RANDOM_LOSS -> fails ? "lost" : "some lost";
                    case REJECT_RST, REJECT_ICMP, NO_ROUTE_ICMP, SERVER_RST, PORT_UNREACHABLE -> "refused";
                    case SERVER_SLOW, CLIENT_SLOW, SERVER_OVERLOAD -> "slow";
                    case REORDERING -> "reordered";
                    case DUPLICATION -> "doubled";
                    case CLIENT_NO_ROUTE,
                            ARP_UNANSWERED,
                            WRONG_ONLINK,
                            WRONG_DST_MAC,
                            VLAN_MISMATCH,
                            ROUTING_LOOP,
                            TTL_EXCEEDED,
                            NAT_MISSING,
                            RST_INJECTED,
                            SERVER_SILENT,
                            WRONG_INTERFACE,
                            PORT_REUSE,
                            SERVER_HANG,
                            SERVER_CLOSED_EARLY,
                            RESET_MIDSTREAM,
                            ZERO_WINDOW,
                            HTTP_4XX,
                            HTTP_5XX,
                            DNS_NXDOMAIN,
                            DNS_ERROR -> fails ? "fails" : "limps";
                })
                .orElse(fails ? "fails" : "limps");
    }

    private static Mark counted(WalkResult result, String from, String to) {
        List<Loss> counts =
                result.loss().stream().filter(loss -> joins(loss, from, to)).toList();
        int sent = counts.stream().mapToInt(Loss::sent).sum();
        int missing = counts.stream().mapToInt(Loss::missing).sum();
        if (sent == 0) {
            return Mark.NONE;
        }
        return missing == 0
                ? new Mark(Kind.FINE, "✓", Numbers.count(sent, "packet") + " · none missing")
                : new Mark(Kind.LOSING, "!", missing + " of " + Numbers.count(sent, "packet") + " missing");
    }

    private static boolean joins(Loss loss, String from, String to) {
        return (loss.from().equals(from) && loss.to().equals(to))
                || (loss.from().equals(to) && loss.to().equals(from));
    }
}
