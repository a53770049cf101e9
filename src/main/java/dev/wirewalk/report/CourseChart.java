package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.SegmentCourse;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A stretch over time as SVG, for where no script draws: delays with what the clocks leave open, and below them what did not arrive. */
final class CourseChart {
    private static final int WIDTH = 560;
    private static final int LEFT = 76;
    private static final int RIGHT = 14;
    private static final int TOP = 10;
    private static final int DELAYS = 110;
    private static final int LOSSES = 40;
    private static final int BETWEEN = 16;
    private static final int BOTTOM = 20;
    private static final int TEXT = 11;
    private static final double NARROWEST_BAR = 2.5;

    private final StretchCourse course;
    private final double last;
    private final double most;
    private final int losses;
    private final Markup out = new Markup();

    /**
     * @param last the end of the time axis, in seconds
     * @param most the end of the axis of delays, in milliseconds
     */
    CourseChart(StretchCourse course, double last, double most) {
        this.course = course;
        this.last = Math.max(last, 1e-6);
        this.most = Math.max(most, 1e-3);
        this.losses = course.ways().stream()
                .flatMap(way -> way.counts().stream())
                .mapToInt(count -> count.lost() + count.open())
                .max()
                .orElse(0);
    }

    Markup draw() {
        boolean delays = course.drawsDelays();
        int below = delays ? TOP + DELAYS + BETWEEN : TOP;
        int bottom = losses > 0 ? below + LOSSES : TOP + DELAYS;
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "course",
                "role",
                "img",
                "width",
                WIDTH,
                "height",
                bottom + BOTTOM,
                "viewBox",
                "0 0 " + WIDTH + " " + (bottom + BOTTOM));
        out.leaf("title", "Loss and delay over time");
        if (delays) {
            frame(TOP, DELAYS, digits(most) + " ms");
            course.ways().forEach(this::delays);
        }
        if (losses > 0) {
            frame(below, LOSSES, losses + (losses == 1 ? " packet" : " packets"));
            // The one way beside the other: none hides any of the other.
            for (int i = 0; i < course.ways().size(); i++) {
                bars(course.ways().get(i), below, i);
            }
        }
        text("0 s", LEFT, bottom + 14, "start");
        text(digits(last) + " s", WIDTH - RIGHT, bottom + 14, "end");
        return out.close();
    }

    private void frame(int top, int height, String most) {
        for (int y : new int[] {top, top + height}) {
            out.empty("line", "class", "axis", "x1", LEFT, "y1", y, "x2", WIDTH - RIGHT, "y2", y);
        }
        text(most, LEFT - 6, top + 4, "end");
        text("0", LEFT - 6, top + height + 4, "end");
    }

    private void delays(StretchCourse.Way way) {
        if (way.delays().isEmpty()) {
            return;
        }
        String name = way.forward() ? "there" : "back";
        List<Delays.Moment> moments = way.delays();
        String above = points(way, moments, way.halfMicros());
        String under = points(way, moments.reversed(), -way.halfMicros());
        out.empty("polygon", "class", "band " + name, "points", above + " " + under);
        out.empty("polyline", "class", "delay " + name, "points", points(way, moments, 0));
        if (moments.size() < 120) {
            moments.forEach(moment -> out.empty(
                    "circle",
                    "class",
                    "dot " + name,
                    "cx",
                    x(moment.atMicros()),
                    "cy",
                    y(way.shown(moment.micros())),
                    "r",
                    2));
        }
    }

    private String points(StretchCourse.Way way, List<Delays.Moment> moments, long shift) {
        return moments.stream()
                .map(moment -> x(moment.atMicros()) + "," + y(way.shown(moment.micros()) + shift))
                .collect(Collectors.joining(" "));
    }

    private void bars(StretchCourse.Way way, int top, int place) {
        for (SegmentCourse.Count count : way.counts()) {
            bar("lost", count, SegmentCourse.Count::lost, 0, top, place);
            bar("open", count, SegmentCourse.Count::open, count.lost(), top, place);
        }
    }

    private void bar(
            String name,
            SegmentCourse.Count count,
            ToIntFunction<SegmentCourse.Count> of,
            int under,
            int top,
            int place) {
        int packets = of.applyAsInt(count);
        if (packets == 0) {
            return;
        }
        double step = (WIDTH - LEFT - RIGHT) * course.stepMicros() / 1e6 / last;
        double width = Math.max(NARROWEST_BAR, step * 0.45);
        double unit = (double) LOSSES / losses;
        out.empty(
                "rect",
                "class",
                name + (place > 0 ? " back" : ""),
                "x",
                rounded(LEFT + (WIDTH - LEFT - RIGHT) * (count.atMicros() / 1e6) / last + place * width),
                "y",
                rounded(top + LOSSES - (under + packets) * unit),
                "width",
                rounded(width),
                "height",
                rounded(packets * unit));
    }

    private String x(long micros) {
        return rounded(LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp(micros / 1e6 / last, 0, 1));
    }

    /** Less than nothing is not drawn. */
    private String y(long micros) {
        return rounded(TOP + DELAYS - DELAYS * Math.clamp(micros / 1e3 / most, 0, 1));
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String digits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void text(String words, int x, int y, String anchor) {
        out.leaf("text", words, "x", x, "y", y, "text-anchor", anchor, "font-size", TEXT);
    }
}
