package dev.wirewalk.report;

import dev.wirewalk.diagnosis.ClockOffset;
import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.Loss;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a report about what lies between points: loss, delay, clocks. */
final class SegmentTables {
    private final WalkResult result;

    SegmentTables(WalkResult result) {
        this.result = result;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!result.loss().isEmpty()) {
            blocks.add(new Block.Heading(2, "Loss between the points"));
            blocks.add(new Block.Table(
                    List.of("way", "direction", "sent", "missing"),
                    result.loss().stream().map(SegmentTables::loss).toList(),
                    2));
        }
        delays(blocks);
        courses(blocks);
        if (!result.clocks().isEmpty()) {
            blocks.add(new Block.Heading(2, "Clocks"));
            blocks.add(new Block.Table(
                    List.of("clocks of", "quality", "ahead by", "between"),
                    result.clocks().stream().map(SegmentTables::clock).toList(),
                    2));
        }
        return blocks;
    }

    private void courses(List<Block> blocks) {
        List<StretchCourse> courses = StretchCourse.of(result);
        if (courses.isEmpty()) {
            return;
        }
        double last =
                courses.stream().mapToLong(StretchCourse::lastMicros).max().orElse(0) / 1e6;
        blocks.add(new Block.Heading(2, "Loss and delay over time"));
        blocks.add(new Block.Courses(courses, last, StretchCourse.axis(courses)));
    }

    private static List<String> loss(Loss loss) {
        return List.of(
                way(loss.from(), loss.to(), loss.direction()),
                loss.direction().word(),
                String.valueOf(loss.sent()),
                String.valueOf(loss.missing()));
    }

    private static String way(String from, String to, Direction direction) {
        return from + (direction == Direction.FORWARD ? " → " : " ← ") + to;
    }

    private void delays(List<Block> blocks) {
        Delays delays = result.delays();
        if (!delays.roundTrips().isEmpty()) {
            blocks.add(new Block.Heading(2, "Time to the answer at each point"));
            blocks.add(new Block.Sentence("From a packet to its answer, by one clock: no other clock matters."));
            blocks.add(new Block.Table(
                    List.of("point", "asked by", "answers", "least", "median", "95 in 100", "most"),
                    delays.roundTrips().stream().map(SegmentTables::roundTrip).toList(),
                    5));
        }
        if (!delays.oneWay().isEmpty()) {
            blocks.add(new Block.Heading(2, "Delay between the points"));
            blocks.add(new Block.Sentence(
                    "One way, as far as packets tell how far the clocks are apart; nothing finer than"
                            + " \"give or take\" is known."));
            blocks.add(new Block.Table(
                    List.of("way", "pairs", "least", "median", "95 in 100", "most", "give or take"),
                    delays.oneWay().stream().map(SegmentTables::oneWay).toList(),
                    6));
        }
    }

    private static List<String> roundTrip(Delays.RoundTrip trip) {
        Delays.Figures figures = trip.figures();
        return List.of(
                trip.point(),
                trip.direction() == Direction.FORWARD ? "client" : "server",
                String.valueOf(trip.pairs()),
                time(figures.min(), 1),
                time(figures.median(), 1),
                time(figures.p95(), 1),
                time(figures.max(), 1));
    }

    private static List<String> oneWay(Delays.OneWay delay) {
        String way = way(delay.from(), delay.to(), delay.direction());
        String pairs = String.valueOf(delay.pairs());
        if (delay.figures().isEmpty() || delay.halfIntervalMicros().isEmpty()) {
            return List.of(way, pairs, "–", "–", "–", "–", "clocks not known");
        }
        Delays.Figures figures = delay.figures().getFirst();
        long half = Math.max(1, delay.halfIntervalMicros().getAsLong());
        return List.of(
                way,
                pairs,
                time(figures.min(), half),
                time(figures.median(), half),
                time(figures.p95(), half),
                time(figures.max(), half),
                time(half, 1));
    }

    private static List<String> clock(ClockOffset clock) {
        boolean absent = clock.quality() == ClockOffset.Quality.ABSENT;
        long half = Math.max(1, (clock.highMicros() - clock.lowMicros()) / 2);
        return List.of(
                clock.from() + " → " + clock.to(),
                clock.quality().word(),
                absent ? "not known" : time(clock.offsetMicros(), half),
                absent ? "–" : time(clock.lowMicros(), 1) + " and " + time(clock.highMicros(), 1));
    }

    /** @param half what the figure may be off by: it gets no finer digits than that */
    static String time(long micros, long half) {
        long unit = 1;
        while (unit * 10 <= half) {
            unit *= 10;
        }
        long rounded = Math.round((double) micros / unit) * unit;
        if (Math.abs(rounded) < 1_000 && unit < 1_000) {
            return rounded + " µs";
        }
        boolean seconds = Math.abs(rounded) >= 100_000;
        int known = (int) Math.round(Math.log10(unit));
        int digits = Math.clamp((seconds ? 6 : 3) - known, 0, 3);
        return String.format(
                Locale.ROOT, "%." + digits + "f " + (seconds ? "s" : "ms"), rounded / (seconds ? 1e6 : 1e3));
    }
}
