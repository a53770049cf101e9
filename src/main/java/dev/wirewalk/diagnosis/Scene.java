package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Clocks;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.Pairing;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.FlowProtocol;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that the questions and the rules look at: the flow's trace, its ways, clocks, and what the captures could show. */
final class Scene {
    private final FlowTrace trace;
    private final CaptureLimits limits;
    private final Map<Direction, List<PointTrace>> ways = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> bases = new EnumMap<>(Direction.class);
    private final Leaks leaks;
    private final Comparisons comparisons = new Comparisons(this::baseOf);
    private final Map<String, Dialogue> dialogues = new HashMap<>();
    private final Map<Direction, Long> acknowledged = new EnumMap<>(Direction.class);

    private final FlowProtocol protocol;
    private Optional<List<Losses.Stretch>> losses = Optional.empty();
    private Optional<List<Observation>> answers = Optional.empty();

    /** @param advice reads the commands with which captures were made */
    Scene(FlowTrace trace, CaptureAdvice advice) {
        this(trace, new CaptureLimits(trace, advice));
    }

    private Scene(FlowTrace trace, CaptureLimits limits) {
        this.trace = trace;
        this.limits = limits;
        this.protocol = trace.flow()
                .map(FlowKey::protocol)
                .or(() -> trace.path().flow().map(hint -> hint.protocol()))
                .orElse(FlowProtocol.TCP);
        for (Direction direction : Direction.values()) {
            ways.put(
                    direction,
                    Ways.of(trace.path(), direction).stream()
                            .map(point -> trace.trace(point.name()))
                            .toList());
        }
        bases.put(Direction.FORWARD, base(Direction.FORWARD));
        bases.put(Direction.RETURN, base(Direction.RETURN));
        comparisons.prepare(ways, trace.points(), tcp());
        this.leaks = new Leaks(this);
    }

    /** Which packets of one direction are the same at two points; {@code near} is passed first. Made once. */
    Pairing pairing(PointTrace near, PointTrace far, Direction direction) {
        return comparisons.pairing(near, far, direction);
    }

    /** What got lost between neighbouring points. Made once. */
    List<Losses.Stretch> losses() {
        List<Losses.Stretch> found = losses.orElseGet(() -> new Losses(this).stretches());
        losses = Optional.of(found);
        return found;
    }

    /** Part of the same captures. */
    Scene over(FlowTrace part) {
        return new Scene(part, limits);
    }

    /** What the captures were limited to. */
    CaptureLimits limits() {
        return limits;
    }

    FlowTrace trace() {
        return trace;
    }

    List<PointTrace> points() {
        return trace.points();
    }

    /** The points that a packet passes in this direction, in order. */
    List<PointTrace> way(Direction direction) {
        return Optional.ofNullable(ways.get(direction)).orElseThrow();
    }

    Leaks leaks() {
        return leaks;
    }

    FlowProtocol protocol() {
        return protocol;
    }

    boolean tcp() {
        return protocol == FlowProtocol.TCP;
    }

    String flowText() {
        return trace.flow()
                .map(FlowKey::text)
                .or(() -> trace.path().flow().map(hint -> hint.client() + " > " + hint.server()))
                .orElse("the flow");
    }

    Optional<IpAddress> client() {
        return trace.flow().map(FlowKey::client).or(() -> trace.path().flow().map(hint -> hint.client()));
    }

    /** The server's address as it is known at the far end of the path, or as the client uses it. */
    Optional<IpAddress> server() {
        Optional<IpAddress> told = trace.path().nat().stream()
                .flatMap(translation -> translation.destination().stream())
                .map(destination -> destination.to())
                .reduce((first, second) -> second);
        Optional<IpAddress> seen = way(Direction.FORWARD).reversed().stream()
                .flatMap(point -> point.flow().stream())
                .map(FlowKey::server)
                .findFirst();
        return told.or(() -> seen).or(() -> trace.path().flow().map(hint -> hint.server()));
    }

    /** Whether {@code which} packets of this direction were seen at any point. */
    boolean seen(Direction direction, Predicate<Observation> which) {
        return points().stream()
                .anyMatch(point -> point.packets(direction).stream().anyMatch(which));
    }

    /** The same of packets that open, close or reset a connection. */
    boolean signalled(Direction direction, Predicate<Observation> which) {
        return points().stream()
                .anyMatch(point -> point.signals(direction).stream().anyMatch(which));
    }

    /** The stream of one direction at a point, with positions that mean the same at every point. */
    ByteStream stream(PointTrace point, Direction direction) {
        return comparisons.stream(point, direction);
    }

    /** Who said what at a point. Made once. */
    Dialogue dialogue(PointTrace point) {
        return dialogues.computeIfAbsent(point.name(), unused -> new Dialogue(this, point));
    }

    /** The packets of any point that begin an HTTP answer. Made once. */
    List<Observation> begunAnswers() {
        List<Observation> found = answers.orElseGet(() -> ErrorStatus.begun(this));
        answers = Optional.of(found);
        return found;
    }

    /** The highest position of this direction's stream that any point saw acknowledged; -1 when none did. */
    long acknowledged(Direction stream) {
        return acknowledged.computeIfAbsent(stream, unused -> acknowledged(stream, points()));
    }

    /** The same by some of the points. */
    long acknowledged(Direction stream, List<PointTrace> some) {
        long base = baseOf(stream);
        long highest = Long.MIN_VALUE;
        for (PointTrace point : some) {
            for (Observation answer : point.packets(stream.opposite())) {
                highest = Math.max(highest, acknowledged(base, answer));
            }
        }
        return highest == Long.MIN_VALUE ? -1 : highest;
    }

    /** The acknowledged position of a packet of the other direction, or -1 when it acknowledges nothing. */
    long acknowledged(Direction stream, Observation answer) {
        return acknowledged(baseOf(stream), answer);
    }

    private static long acknowledged(long base, Observation answer) {
        return answer.has(TcpView.ACK) && !answer.reset() ? (int) (answer.acknowledgement() - base) : -1;
    }

    private long baseOf(Direction direction) {
        return Optional.ofNullable(bases.get(direction)).orElse(0L);
    }

    /** The number of the first byte: behind the SYN where one was seen, else the lowest number seen first. */
    private long base(Direction direction) {
        Optional<Observation> opening = points().stream()
                .flatMap(point -> point.signals(direction).stream())
                .filter(packet -> packet.syn() || packet.synAck())
                .findFirst();
        return opening.map(packet -> packet.sequence() + 1 & 0xFFFF_FFFFL)
                .orElseGet(() -> points().stream()
                        .flatMap(point -> point.packets(direction).stream())
                        .filter(packet -> !packet.reset())
                        .map(Observation::sequence)
                        .reduce((lowest, next) -> (int) (next - lowest) < 0 ? next : lowest)
                        .orElse(0L));
    }

    /** How far the clocks of two points with a capture are apart; {@code from} is nearer to the client. Made once. */
    Clocks clocks(PointTrace from, PointTrace to) {
        return comparisons.clocks(from, to);
    }

    /** How far the clock of {@code to} is ahead of {@code from}'s when the flow began, added up over the points between them. */
    long clockOffset(PointTrace from, PointTrace to) {
        return clockOffset(from, to, beginning(from));
    }

    /** The same at a moment of {@code from}'s clock: clocks drift, and are set. */
    long clockOffset(PointTrace from, PointTrace to, long nanos) {
        return clockSum(from, to, nanos)[0];
    }

    long clockUncertainty(PointTrace from, PointTrace to) {
        return clockUncertainty(from, to, beginning(from));
    }

    long clockUncertainty(PointTrace from, PointTrace to, long nanos) {
        return clockSum(from, to, nanos)[1];
    }

    private static long beginning(PointTrace point) {
        return point.packets().isEmpty()
                ? point.firstNanos().orElse(0)
                : point.packets().getFirst().nanos();
    }

    /** Whether packets seen at both ends of every stretch between the two points tell how their clocks differ. */
    boolean clockKnown(PointTrace from, PointTrace to) {
        int start = Math.min(points().indexOf(from), points().indexOf(to));
        int end = Math.max(points().indexOf(from), points().indexOf(to));
        List<PointTrace> captured = points().subList(start, end + 1).stream()
                .filter(PointTrace::captured)
                .toList();
        for (int i = 0; i + 1 < captured.size(); i++) {
            if (!clocks(captured.get(i), captured.get(i + 1)).bounded()) {
                return false;
            }
        }
        return true;
    }

    private long[] clockSum(PointTrace from, PointTrace to, long nanos) {
        List<PointTrace> points = points();
        int start = points.indexOf(from);
        int end = points.indexOf(to);
        int step = start <= end ? 1 : -1;
        long offset = 0;
        long uncertainty = 0;
        int last = start;
        for (int i = start + step; start != end && i != end + step; i += step) {
            if (points.get(i).captured()) {
                Clocks clocks =
                        step > 0 ? clocks(points.get(last), points.get(i)) : clocks(points.get(i), points.get(last));
                // The moment is known in the clock of the point that the sum starts from.
                long moment = nanos + offset;
                offset += step * clocks.offsetNanos(moment);
                // Behind a link without a pair the sum so far may or may not hold.
                uncertainty += clocks.known() ? clocks.uncertaintyNanos(moment) : Math.abs(offset);
                last = i;
            }
        }
        return new long[] {offset, uncertainty};
    }
}
