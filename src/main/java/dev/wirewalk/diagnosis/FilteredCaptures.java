package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Captures whose filter is known and leaves out what the verdict needs; each thing with its remedy. */
final class FilteredCaptures {
    /** Verdicts that another message of the network would make more certain, or would turn round. */
    private static final Set<Cause> SILENT = Set.of(
            Cause.SILENT_DROP,
            Cause.LINK_LOSS,
            Cause.SERVER_SILENT,
            Cause.ASYMMETRIC_STATE,
            Cause.MTU_BLACKHOLE,
            Cause.FRAGMENT_DROP,
            Cause.WRONG_DST_MAC,
            Cause.ARP_UNANSWERED);

    private final Scene scene;

    FilteredCaptures(Scene scene) {
        this.scene = scene;
    }

    /** Why the capture at this point cannot show such a packet, as the second half of a sentence. */
    Optional<String> objection(PointTrace point, Direction direction, int tcpFlags) {
        return believed(point)
                .filter(limit -> leavesOut(limit, point, direction, tcpFlags))
                .map(limit -> "the capture at " + point.name() + " was limited to '" + limit.words()
                        + "', which leaves such packets out");
    }

    List<CaptureIssue> issues(Verdict verdict) {
        List<CaptureIssue> issues = new ArrayList<>();
        if (verdict.outcome() == Outcome.WORKS || verdict.stage().equals(Optional.of(Stage.APPLICATION))) {
            return issues;
        }
        for (PointTrace point : scene.points()) {
            believed(point)
                    .ifPresent(limit -> lacks(limit, point, verdict)
                            .forEach(lack -> issues.add(new CaptureIssue(
                                    point.name(),
                                    CaptureIssue.Kind.FILTERED,
                                    "The capture was limited to '" + limit.words() + "', which leaves out " + lack))));
        }
        return issues;
    }

    private List<String> lacks(CaptureLimits.Limit limit, PointTrace point, Verdict verdict) {
        Optional<String> flow = ofTheFlow(limit, point);
        if (flow.isPresent()) {
            return List.of(flow.get());
        }
        List<String> lacks = new ArrayList<>();
        boolean silent = verdict.cause().map(SILENT::contains).orElse(true);
        if (!silent || !concerned(point, verdict)) {
            return lacks;
        }
        FlowKey key = key(point).orElseThrow();
        boolean four = key.client().version() == IpVersion.V4;
        boolean untold =
                scene.points().stream().allMatch(other -> other.errors().isEmpty());
        if (untold && limit.leavesOut(ImaginedPacket.refusal(key.server(), key.client()))) {
            lacks.add("the errors of " + (four ? "ICMP" : "ICMPv6")
                    + " by which a box says that it refuses the flow, has no route, or needs smaller packets. Add 'or "
                    + (four ? "icmp" : "icmp6") + "'.");
        }
        boolean asked = !limit.leavesOut(ImaginedPacket.question(key.client(), key.server()))
                || !limit.leavesOut(ImaginedPacket.question(stranger(key), stranger(key)));
        if ((limit.arp() || !four) && point.neighbours().isEmpty() && !asked) {
            lacks.add(
                    four
                            ? "ARP, so that whether the next hop is asked for and answers is not seen. Add 'or arp'."
                            : "neighbour discovery, so that whether the next hop is asked for and answers is not seen."
                                    + " Add 'or icmp6'.");
        }
        return lacks;
    }

    private Optional<String> ofTheFlow(CaptureLimits.Limit limit, PointTrace point) {
        Optional<FlowKey> key = key(point);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        boolean forward = leavesOut(limit, point, Direction.FORWARD, TcpView.SYN);
        boolean back = leavesOut(limit, point, Direction.RETURN, TcpView.SYN | TcpView.ACK);
        if (forward && back) {
            boolean translated = !key.equals(scene.trace().flow());
            return Optional.of("the flow "
                    + (translated
                            ? "under the addresses that it has here, "
                                    + key.get().text()
                            : key.get().text())
                    + ". Capture it with 'host " + key.get().client() + " and host "
                    + key.get().server() + "'.");
        }
        if (forward || back) {
            return Optional.of((forward ? "the client's packets" : "the answers")
                    + ". Name the addresses without a direction, as in 'host "
                    + key.get().client() + " and host "
                    + key.get().server() + "'.");
        }
        boolean data = leavesOut(limit, point, Direction.FORWARD, TcpView.ACK)
                || leavesOut(limit, point, Direction.RETURN, TcpView.ACK);
        return data
                ? Optional.of("packets of the flow without certain TCP flags, as its data. Take the flags out of the"
                        + " filter.")
                : Optional.empty();
    }

    /** The point is at the device, or at an end of the stretch, that the verdict is about. */
    private static boolean concerned(PointTrace point, Verdict verdict) {
        boolean placeless = verdict.device().isEmpty() && verdict.segment().isEmpty();
        return placeless
                || verdict.device().filter(point.device()::equals).isPresent()
                || verdict.segment()
                        .filter(between -> isEnd(between.from(), point) || isEnd(between.to(), point))
                        .isPresent();
    }

    private static boolean isEnd(String end, PointTrace point) {
        return end.equals(point.name()) || end.equals(point.device());
    }

    /** A filter that leaves out what the file holds is not the one that it was made with. */
    private Optional<CaptureLimits.Limit> believed(PointTrace point) {
        return scene.limits()
                .at(point.name())
                .filter(limit -> key(point).isPresent())
                .filter(limit -> point.captured()
                        && point.packets().stream()
                                .noneMatch(packet -> leavesOut(limit, point, packet.direction(), packet.flags())));
    }

    /** The port that a translation gave to the client may not be known: then any that the filter names could be it. */
    private boolean leavesOut(CaptureLimits.Limit limit, PointTrace point, Direction direction, int tcpFlags) {
        FlowKey key = key(point).orElseThrow();
        if (key.clientPort() >= 0) {
            return limit.leavesOut(ImaginedPacket.of(key, direction, tcpFlags));
        }
        return CaptureLimits.ports(limit.filter())
                        .map(port -> new FlowKey(key.protocol(), key.client(), port, key.server(), key.serverPort()))
                        .allMatch(maybe -> limit.leavesOut(ImaginedPacket.of(maybe, direction, tcpFlags)))
                && limit.leavesOut(ImaginedPacket.of(key, direction, tcpFlags));
    }

    private Optional<FlowKey> key(PointTrace point) {
        return point.flow().or(() -> scene.trace().flow().map(first -> new ToldTranslations(scene).at(point, first)));
    }

    /** An address that no filter names. */
    private static IpAddress stranger(FlowKey key) {
        return key.client().version() == IpVersion.V4
                ? IpAddress.v4(0xC6336402L)
                : IpAddress.v6(0x2001_0DB8_FFFF_FFFFL, 0x5EED_5EEDL);
    }
}
