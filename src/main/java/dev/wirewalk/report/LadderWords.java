package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.match.PairQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** The ladder in words: one sentence a row, for whoever does not see the drawing. */
public final class LadderWords {
    private static final long MILLISECOND = 1000;

    private final Ladder ladder;
    private final UnaryOperator<String> fileNames;

    /** @param fileNames how a file that the walk names is called for people */
    public LadderWords(Ladder ladder, UnaryOperator<String> fileNames) {
        this.ladder = ladder;
        this.fileNames = fileNames;
    }

    /** One sentence for each row, in order. */
    public List<String> lines() {
        return ladder.rows().stream().map(this::line).toList();
    }

    String line(Ladder.Row row) {
        return switch (row) {
            case Ladder.Gap gap -> gap.leftOut() + " packets are left out here.";
            case Ladder.Packet packet -> line(packet);
        };
    }

    private String line(Ladder.Packet packet) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < packet.sightings().size(); i++) {
            seen.add(
                    words(packet.sightings().get(i), i > 0 && packet.direction().isPresent()));
        }
        return packet.label()
                + packet.direction().map(direction -> ", " + direction.word()).orElse("")
                + ": " + String.join(", ", seen) + ending(packet) + ".";
    }

    private String words(Ladder.Sighting sighting, boolean paired) {
        return ladder.columns().get(sighting.column()).point() + " ("
                + fileNames.apply(sighting.file()) + " #" + sighting.frame()
                + time(sighting)
                + (paired && sighting.quality() != PairQuality.EXACT
                        ? ", " + sighting.quality().word() + " pair"
                        : "")
                + ")";
    }

    private String time(Ladder.Sighting sighting) {
        if (sighting.micros().isEmpty()) {
            return "";
        }
        return " at " + seconds(sighting.micros().getAsLong(), halfInterval(sighting.column())) + " s";
    }

    private String ending(Ladder.Packet packet) {
        String note = packet.note().isEmpty() ? "" : ": " + packet.note();
        return switch (packet.ending()) {
            case ARRIVED -> packet.direction().isPresent() ? "" : note;
            case LOST -> "; lost before " + missing(packet);
            case UNKNOWN -> "; not seen at " + missing(packet) + ", and whether it came there cannot be told" + note;
            case UNWATCHED -> "; not followed further" + note;
        };
    }

    private String missing(Ladder.Packet packet) {
        return packet.missing()
                .map(column -> ladder.columns().get(column).point())
                .orElse("the next point");
    }

    OptionalLong halfInterval(int column) {
        return ladder.columns().get(column).halfIntervalMicros();
    }

    /**
     * Seconds, with no more digits than the clocks allow.
     *
     * @param half how far the time may be off in microseconds; empty or 0 for the clock that all are compared with
     */
    static String seconds(long micros, OptionalLong half) {
        long unsure = half.orElse(0);
        int digits = unsure == 0
                ? 6
                : unsure < MILLISECOND ? 3 : unsure < 10 * MILLISECOND ? 2 : unsure < 100 * MILLISECOND ? 1 : 0;
        return String.format(Locale.ROOT, "%." + digits + "f", micros / 1e6);
    }
}
