package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Remark;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether the packets let a drop stand that a device tells of: what was seen behind the device was not dropped there. */
final class DropBelief {
    private static final long SOME_YEAR_NANOS = 366L * 24 * 3600 * 1_000_000_000L;
    private static final long HALF_HOUR_NANOS = 1800L * 1_000_000_000L;
    private static final long FARTHEST_ZONE_NANOS = 15L * 3600 * 1_000_000_000L;

    /** Clocks that nobody sets are minutes apart. */
    private static final long CLOCKS_APART_NANOS = 300L * 1_000_000_000L;

    private final Scene scene;

    DropBelief(Scene scene) {
        this.scene = scene;
    }

    /** Why the drop cannot be of the flow's packet, as the second half of a sentence; empty when nothing speaks against it. */
    Optional<String> objection(Remark drop) {
        List<PointTrace> way = scene.way(drop.packet().direction());
        String device = scene.trace().trace(drop.point()).device();
        int inside = (int)
                way.stream().takeWhile(point -> !point.device().equals(device)).count();
        return seenBehind(drop, way, inside)
                .map(behind -> behind.name() + " shows that packet behind it")
                .or(() -> nothingMissing(drop, way, inside))
                .or(() -> otherTime(drop, way.subList(0, Math.min(way.size(), inside + 1))));
    }

    private static Optional<PointTrace> seenBehind(Remark drop, List<PointTrace> way, int inside) {
        for (int i = inside + 1; i < way.size(); i++) {
            if (way.get(i).packets(drop.packet().direction()).stream()
                    .anyMatch(packet -> same(packet, drop.packet()))) {
                return Optional.of(way.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether two points surely show one packet: by the number that its sender gave it, which repetitions do not share. */
    private static boolean same(Observation one, Observation other) {
        return one.identification() > 0
                && one.identification() == other.identification()
                && one.fragmentOffset() == other.fragmentOffset()
                && (one.payloadLength() == other.payloadLength() || other.ipLength() == 0);
    }

    /** A capture behind the device that shows as many packets of this kind as one before it leaves none over that was dropped. */
    private Optional<String> nothingMissing(Remark drop, List<PointTrace> way, int inside) {
        Direction direction = drop.packet().direction();
        Predicate<Observation> such = packet -> !packet.file().equals(drop.file()) && alike(packet, drop.packet());
        Optional<PointTrace> near = Optional.empty();
        for (int i = 0; i <= inside && i < way.size(); i++) {
            near = way.get(i).packets(direction).stream().anyMatch(such) ? Optional.of(way.get(i)) : near;
        }
        if (near.isEmpty() || scene.leaks().any(near.get())) {
            return Optional.empty();
        }
        PointTrace before = near.get();
        long sent = before.packets(direction).stream().filter(such).count();
        return way.stream()
                .skip(inside + 1L)
                .filter(behind ->
                        behind.packets(direction).stream().filter(such).count() >= sent)
                .findFirst()
                .map(behind -> behind.name() + " shows behind it all such packets that " + before.name()
                        + " shows before it, so that none is missing");
    }

    /**
     * Another time of day than that of every packet of the flow before the device, also if the clocks are of other time zones,
     * which differ by half hours. A number that both tell proves more than a time.
     */
    private static Optional<String> otherTime(Remark drop, List<PointTrace> before) {
        Observation told = drop.packet();
        List<Observation> packets = before.stream()
                .flatMap(point -> point.packets(told.direction()).stream())
                .filter(packet -> !packet.file().equals(drop.file()) && packet.nanos() != Frame.NO_TIME)
                .toList();
        boolean numbered = packets.stream()
                .anyMatch(packet -> same(packet, told)
                        || (told.flags() != 0 && told.sequence() > 0 && told.sequence() == packet.sequence()));
        if (told.nanos() == Frame.NO_TIME || packets.isEmpty() || numbered) {
            return Optional.empty();
        }
        return packets.stream().allMatch(packet -> isApart(packet.nanos(), told.nanos()))
                ? Optional.of("its time is " + time(told.nanos()) + ", and the flow's packets are of "
                        + time(packets.getFirst().nanos()) + " to "
                        + time(packets.getLast().nanos()))
                : Optional.empty();
    }

    /** Texts without a date or year seem to be of 1970. */
    private static boolean isApart(long one, long other) {
        long apart = Math.abs(one - other);
        boolean dated = Math.min(one, other) > SOME_YEAR_NANOS;
        long zone = Math.floorMod(apart, HALF_HOUR_NANOS);
        return (dated && apart > FARTHEST_ZONE_NANOS) || Math.min(zone, HALF_HOUR_NANOS - zone) > CLOCKS_APART_NANOS;
    }

    private static String time(long nanos) {
        String moment = Guard.time(Math.floorDiv(nanos, 1_000_000_000L) * 1_000_000_000L);
        return nanos > SOME_YEAR_NANOS ? moment : moment.substring(moment.indexOf('T') + 1);
    }

    /** Whether a packet may be the one that the words are about; many texts leave out flags, numbers and lengths. */
    private static boolean alike(Observation packet, Observation told) {
        boolean flags = told.flags() == 0 || told.flags() == packet.flags();
        boolean number = told.flags() == 0 || told.sequence() <= 0 || told.sequence() == packet.sequence();
        boolean length = told.ipLength() == 0 || told.ipLength() == packet.ipLength();
        return flags && number && length;
    }
}
