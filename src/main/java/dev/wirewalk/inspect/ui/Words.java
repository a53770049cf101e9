package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.html.Span;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.flow.ConversationState;
import dev.wirewalk.packet.PacketView;
import java.util.Locale;
import java.util.OptionalLong;

/** Numbers and states as this page writes them. */
final class Words {
    private static final long SECOND = 1_000_000_000L;

    private Words() {}

    /** A length of time in the unit that shows it best: {@code 830 µs}, {@code 12.4 ms}, {@code 3.02 s}, {@code 12 min 5 s}. */
    static String duration(long nanos) {
        if (nanos < 1_000_000L) {
            return nanos / 1000 + " µs";
        }
        if (nanos < SECOND) {
            return String.format(Locale.ROOT, nanos < 100_000_000L ? "%.1f ms" : "%.0f ms", nanos / 1e6);
        }
        if (nanos < 120 * SECOND) {
            return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
        }
        long minutes = nanos / (60 * SECOND);
        return minutes < 120
                ? minutes + " min " + nanos / SECOND % 60 + " s"
                : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** {@code 12.4 Mbit/s}. */
    static String rate(double bitsPerSecond) {
        String[] units = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s"};
        double value = bitsPerSecond;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** Time of day of a moment relative to the first packet: {@code +3.120345 s}. */
    static String since(OptionalLong nanos, OptionalLong first) {
        if (nanos.isEmpty() || first.isEmpty()) {
            return "–";
        }
        return String.format(Locale.ROOT, "+%.6f", (nanos.getAsLong() - first.getAsLong()) / 1e9);
    }

    /** A share of 1 in percent: {@code 12.3 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.001 ? "%.3f %%" : "%.1f %%", share * 100);
    }

    /** Two moments of ISO 8601 in UTC as {@code 2026-11-21 10:00:00.123456 to 10:00:03.5 UTC}; the day once when it is the same. */
    static String between(String first, String last) {
        String day = first.substring(0, 10);
        return day + " " + timeOfDay(first) + " to " + (last.startsWith(day) ? "" : last.substring(0, 10) + " ")
                + timeOfDay(last) + " UTC";
    }

    /** Without the zeros behind the last digit that says something. */
    private static String timeOfDay(String iso) {
        int end = iso.length() - 1;
        while (end > 19 && (iso.charAt(end - 1) == '0' || iso.charAt(end - 1) == '.')) {
            end--;
        }
        return iso.substring(11, end);
    }

    /** What a state means; what is no TCP has no connection to speak of. */
    static String meaning(ConversationState state, int protocol) {
        if (protocol != PacketView.TCP) {
            return switch (state) {
                case S0 -> "only the first side sent";
                case SF -> "both sides sent";
                case SHR -> "only an answer was seen";
                case S1, REJ, S2, S3, RSTO, RSTR, RSTOS0, RSTRH, SH, OTH -> state.sentence();
            };
        }
        String known = "the connection was ";
        return state.sentence().startsWith(known) ? state.sentence().substring(known.length()) : state.sentence();
    }

    static Span soft(String text) {
        Span span = new Span(text);
        span.setClassName("ww-soft");
        return span;
    }

    /** Lets what is cut off at the end of a cell be read by pointing at it. */
    static Span titled(Span span) {
        span.setTitle(span.getText());
        return span;
    }

    static Span mono(String text) {
        Span span = new Span(text);
        span.setClassName("ww-mono");
        return span;
    }

    /** The severity in one word with its glyph. */
    static Span badge(Severity severity) {
        Span badge = new Span(
                switch (severity) {
                    case ERROR -> "✕ error";
                    case WARNING -> "! warning";
                    case NOTE -> "· note";
                });
        badge.addClassNames("ww-badge", look(severity));
        return badge;
    }

    static String look(Severity severity) {
        return switch (severity) {
            case ERROR -> "no";
            case WARNING -> "unknown";
            case NOTE -> "note";
        };
    }
}
