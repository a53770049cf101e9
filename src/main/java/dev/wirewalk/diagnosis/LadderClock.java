package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;

/** Times of all points on one clock: that of the first point that saw the flow. */
final class LadderClock {
    private final List<PointTrace> points;
    private final int reference;
    private final List<Long> offsets = new ArrayList<>();
    private final List<Long> uncertainties = new ArrayList<>();
    private final List<Boolean> known = new ArrayList<>();

    LadderClock(Scene scene) {
        points = scene.points();
        int first = 0;
        while (first + 1 < points.size() && points.get(first).packets().isEmpty()) {
            first++;
        }
        reference = first;
        PointTrace from = points.get(reference);
        for (PointTrace point : points) {
            boolean comparable = point == from || scene.clockKnown(from, point);
            known.add(point.captured() && comparable);
            offsets.add(scene.clockOffset(from, point));
            uncertainties.add(point == from ? 0 : scene.clockUncertainty(from, point));
        }
    }

    String point() {
        return points.get(reference).name();
    }

    /** How far times of this point may be off on the common clock; empty when the clocks could not be compared. */
    OptionalLong halfIntervalMicros(int column) {
        return known.get(column)
                ? OptionalLong.of(Math.ceilDiv(uncertainties.get(column), 1000))
                : OptionalLong.empty();
    }

    boolean known(int column) {
        return known.get(column);
    }

    /** A time of that point on the common clock, as well as it is known; {@link Frame#NO_TIME} stays that. */
    long common(int column, long nanos) {
        return nanos == Frame.NO_TIME ? nanos : nanos - offsets.get(column);
    }

    /**
     * The first of the sightings of a packet whose time can be compared, else the first.
     *
     * @param column the column of a sighting's point
     */
    <S> S first(List<S> sightings, ToIntFunction<S> column) {
        for (S sighting : sightings) {
            if (known(column.applyAsInt(sighting))) {
                return sighting;
            }
        }
        return sightings.getFirst();
    }
}
