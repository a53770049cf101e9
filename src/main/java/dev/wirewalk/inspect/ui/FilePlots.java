package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import dev.wirewalk.inspection.plot.RateBins;
import dev.wirewalk.inspection.plot.RateBins.Series;
import dev.wirewalk.shell.ui.Numbers;
import java.util.Arrays;
import java.util.List;

/** The course of the whole file: packets and bits per second, and the TCP flags that open, refuse and close. */
final class FilePlots extends Section {
    private static final int FEWEST = 2;

    FilePlots(RateBins rates) {
        addClassNames("ww-card", "ww-plots");
        getElement().setAttribute("aria-label", "Course of the file");
        double seconds = rates.width() / 1e9;
        Plot packets = new Plot(
                "Packets per second",
                "/s",
                seconds,
                List.of(new Plot.Line("packets", "accent", perSecond(rates, Series.PACKETS, 1))),
                peak(rates, Series.PACKETS, 1, "packets/s"));
        Plot bits = new Plot(
                "Bits per second",
                "bit/s",
                seconds,
                List.of(new Plot.Line("bits", "accent", perSecond(rates, Series.BYTES, 8))),
                peak(rates, Series.BYTES, 8, "bit/s"));
        Plot flags = new Plot(
                "SYN, RST and FIN per " + Words.duration(rates.width()),
                "",
                seconds,
                List.of(
                        new Plot.Line("SYN", "accent", counts(rates, Series.SYN)),
                        new Plot.Line("RST", "no", counts(rates, Series.RST)),
                        new Plot.Line("FIN", "soft", counts(rates, Series.FIN))),
                total(rates, Series.SYN) + " SYN, " + total(rates, Series.RST) + " RST, " + total(rates, Series.FIN)
                        + " FIN in all.");
        Div plots = new Div(packets, bits, flags);
        plots.setClassName("ww-plot-row");
        Details details = new Details("Course over time", plots);
        details.setOpened(true);
        add(details);
    }

    /** Whether there is a course to draw. */
    static boolean worthDrawing(RateBins rates) {
        return rates.counts(Series.PACKETS).length >= FEWEST;
    }

    private static double[] perSecond(RateBins rates, Series series, int factor) {
        double perSecond = factor * 1e9 / rates.width();
        return Arrays.stream(rates.counts(series))
                .mapToDouble(count -> count * perSecond)
                .toArray();
    }

    private static double[] counts(RateBins rates, Series series) {
        return Arrays.stream(rates.counts(series)).asDoubleStream().toArray();
    }

    private static long total(RateBins rates, Series series) {
        return Arrays.stream(rates.counts(series)).sum();
    }

    private static String peak(RateBins rates, Series series, int factor, String unit) {
        double[] values = perSecond(rates, series, factor);
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            at = values[i] > values[at] ? i : at;
        }
        return "Most " + Numbers.count(Math.round(values[at])) + " " + unit + ", " + Words.duration(at * rates.width())
                + " after the first packet.";
    }
}
