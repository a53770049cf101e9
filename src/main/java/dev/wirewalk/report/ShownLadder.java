package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import java.util.function.UnaryOperator;

/** A ladder with other names: before it is drawn, as the drawing may shorten a name, and half an address would still tell something. */
final class ShownLadder {
    private ShownLadder() {}

    /**
     * @param texts what is done to names, labels and notes
     * @param files what is done to the names of files
     */
    static Ladder of(Ladder ladder, UnaryOperator<String> texts, UnaryOperator<String> files) {
        return new Ladder(
                ladder.columns().stream()
                        .map(column -> new Ladder.Column(
                                texts.apply(column.point()),
                                texts.apply(column.device()),
                                column.captured(),
                                column.halfIntervalMicros()))
                        .toList(),
                texts.apply(ladder.clockOf()),
                ladder.beginNanos(),
                ladder.rows().stream().map(row -> of(row, texts, files)).toList(),
                ladder.packets());
    }

    private static Ladder.Row of(Ladder.Row row, UnaryOperator<String> texts, UnaryOperator<String> files) {
        return switch (row) {
            case Ladder.Gap gap -> gap;
            case Ladder.Packet packet ->
                new Ladder.Packet(
                        packet.kind(),
                        texts.apply(packet.label()),
                        packet.direction(),
                        packet.sightings().stream()
                                .map(seen -> new Ladder.Sighting(
                                        seen.column(),
                                        files.apply(seen.file()),
                                        seen.frame(),
                                        seen.micros(),
                                        seen.quality()))
                                .toList(),
                        packet.ending(),
                        packet.missing(),
                        texts.apply(packet.note()));
        };
    }
}
