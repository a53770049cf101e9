package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.SegmentCourse;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plot of one stretch shows: both ways over time.
 *
 * @param from nearer to the client
 */
public record StretchCourse(String from, String to, long stepMicros, List<Way> ways) {
    /** Fewer packets than these are better read in the ladder. */
    private static final int FEWEST = 4;

    /** Of fewer delays the median and the longest tell all. */
    private static final int FEWEST_DELAYS = 10;

    /** Within less time than so many times what delays may be off by, none of them can be seen to change. */
    private static final int SHORTEST = 10;

    /**
     * One direction.
     *
     * @param halfMicros how far each delay may be off, in microseconds
     * @param delays empty when the clocks cannot be compared
     * @param ownClock whose clock tells the moments, when it could not be compared with the first point's
     */
    public record Way(
            boolean forward,
            long halfMicros,
            List<Delays.Moment> delays,
            List<SegmentCourse.Count> counts,
            Optional<String> ownClock,
            String doubt) {
        public Way {
            delays = List.copyOf(delays);
            counts = List.copyOf(counts);
        }

        public String arrow() {
            return forward ? "→" : "←";
        }

        /** A delay in microseconds, no finer than it is known; less than nothing is within the interval of nothing. */
        public long shown(long micros) {
            long rounded = Interval.rounded(micros, halfMicros);
            return rounded < 0 && rounded >= -halfMicros ? 0 : rounded;
        }

        public int sent() {
            return counts.stream().mapToInt(SegmentCourse.Count::sent).sum();
        }

        public int lost() {
            return counts.stream().mapToInt(SegmentCourse.Count::lost).sum();
        }

        public int open() {
            return counts.stream().mapToInt(SegmentCourse.Count::open).sum();
        }
    }

    public StretchCourse {
        ways = List.copyOf(ways);
    }

    /** The stretches of which there is something to draw, in path order. */
    public static List<StretchCourse> of(WalkResult result) {
        Map<List<String>, List<SegmentCourse>> stretches = new LinkedHashMap<>();
        result.courses()
                .forEach(course -> stretches
                        .computeIfAbsent(List.of(course.from(), course.to()), unused -> new ArrayList<>())
                        .add(course));
        List<StretchCourse> courses = new ArrayList<>();
        stretches.forEach((ends, found) -> courses.add(new StretchCourse(
                ends.getFirst(),
                ends.getLast(),
                found.getFirst().stepMicros(),
                found.stream().map(course -> way(result, course)).toList())));
        return courses.stream().filter(StretchCourse::worthDrawing).toList();
    }

    private static Way way(WalkResult result, SegmentCourse course) {
        List<Delays.OneWay> known = result.delays().oneWay().stream()
                .filter(each -> each.from().equals(course.from())
                        && each.to().equals(course.to())
                        && each.direction() == course.direction()
                        && !each.figures().isEmpty())
                .toList();
        return new Way(
                course.direction() == Direction.FORWARD,
                known.stream()
                        .mapToLong(each -> each.halfIntervalMicros().orElse(0))
                        .max()
                        .orElse(0),
                known.stream()
                        .flatMap(each -> each.figures().getFirst().course().stream())
                        .toList(),
                course.counts(),
                Optional.of(course.clockOf())
                        .filter(clock -> !clock.equals(result.ladder().clockOf())),
                course.doubt());
    }

    private boolean worthDrawing() {
        boolean missing = ways.stream().anyMatch(way -> way.lost() + way.open() > 0);
        int sent = ways.stream().mapToInt(Way::sent).sum();
        return sent >= FEWEST && (missing || drawsDelays());
    }

    public String title() {
        return from + " ↔ " + to;
    }

    /** Whether there are enough delays to draw. */
    public boolean drawsDelays() {
        long half = ways.stream().mapToLong(Way::halfMicros).max().orElse(0);
        return ways.stream().mapToInt(way -> way.delays().size()).sum() >= FEWEST_DELAYS
                && lastMicros() >= SHORTEST * half;
    }

    /** The last moment that is drawn, in microseconds. */
    public long lastMicros() {
        return ways.stream()
                .mapToLong(way -> Math.max(
                        way.delays().stream()
                                .mapToLong(Delays.Moment::atMicros)
                                .max()
                                .orElse(0),
                        way.counts().stream()
                                .mapToLong(count -> count.atMicros() + stepMicros)
                                .max()
                                .orElse(0)))
                .max()
                .orElse(0);
    }

    /** The longest delay with what it may be off, in microseconds. */
    public long mostMicros() {
        return !drawsDelays()
                ? 0
                : ways.stream()
                        .filter(way -> !way.delays().isEmpty())
                        .mapToLong(way -> way.halfMicros()
                                + way.delays().stream()
                                        .mapToLong(Delays.Moment::micros)
                                        .max()
                                        .orElse(0))
                        .max()
                        .orElse(0);
    }

    /** Where the common axis of delays ends, in milliseconds. */
    public static double axis(List<StretchCourse> courses) {
        return nice(courses.stream().mapToLong(StretchCourse::mostMicros).max().orElse(0) / 1e3);
    }

    /** The end of an axis that has room for this value. */
    private static double nice(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
        for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
            if (value <= step * unit) {
                return step * unit;
            }
        }
        return 10 * unit;
    }

    /** The same in words. */
    public String sentence() {
        List<String> sentences = new ArrayList<>();
        ways.forEach(way -> sentences.add(losses(way)));
        if (drawsDelays()) {
            sentences.add("Delays ± "
                    + Interval.half(
                            ways.stream().mapToLong(Way::halfMicros).max().orElse(0)) + ".");
        } else {
            boolean few = ways.stream().anyMatch(way -> !way.delays().isEmpty());
            sentences.add(
                    few
                            ? "Too few packets arrived, or within too short a time, for a course of delays."
                            : "No delays: the clocks of both points cannot be compared.");
        }
        ways.stream()
                .filter(way -> !way.doubt().isEmpty())
                .map(way -> "Not told " + way.arrow() + ": " + way.doubt() + ".")
                .distinct()
                .forEach(sentences::add);
        ways.stream()
                .flatMap(way -> way.ownClock().stream())
                .map(clock -> "Moments at " + clock + " are by its own clock.")
                .distinct()
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    private static String losses(Way way) {
        String sent = way.arrow() + " " + way.sent() + (way.sent() == 1 ? " packet" : " packets") + ", ";
        List<String> parts = new ArrayList<>();
        if (way.lost() > 0) {
            parts.add(way.lost() + " lost");
        }
        if (way.open() > 0) {
            parts.add(way.open() + " not told");
        }
        String missing = parts.isEmpty() ? "none missing" : String.join(", ", parts);
        return sent + missing + ".";
    }
}
