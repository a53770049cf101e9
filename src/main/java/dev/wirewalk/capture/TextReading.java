package dev.wirewalk.capture;

import java.util.List;
import java.util.Map;

/**
 * How a text was read: every line is counted as one of four things.
 *
 * @param regions the parts of the text, one tool each, in order
 * @param lines all lines
 * @param packetLines lines that belong to a packet
 * @param eventLines lines that say something about a packet or the device
 * @param noiseLines prompts, commands, banners, counters, empty lines
 * @param notUnderstood lines that are none of these
 * @param notUnderstoodLines the numbers of the first of them, from 1
 * @param standIns addresses that stand for host names, where the text shows names: name by address
 */
public record TextReading(
        List<Region> regions,
        long lines,
        long packetLines,
        long eventLines,
        long noiseLines,
        long notUnderstood,
        List<Long> notUnderstoodLines,
        Map<String, String> standIns) {
    public TextReading {
        regions = List.copyOf(regions);
        notUnderstoodLines = List.copyOf(notUnderstoodLines);
        standIns = Map.copyOf(standIns);
    }

    /**
     * Lines that one tool printed.
     *
     * @param reason which line told the tool, and how it reads
     * @param firstLine from 1
     * @param packets packets found in it
     * @param events remarks found in it
     */
    public record Region(
            CaptureFormat format, String reason, long firstLine, long lastLine, long packets, long events) {}
}
