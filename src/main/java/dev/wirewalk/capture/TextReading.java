package dev.wirewalk.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param prompts where in the text which device's prompt begins to stand, in order; up to some hundred
 * @param commands what was typed at the prompts, in order; empty also when that is too much to keep
 * @param partial whether one of the commands shows only some of the packets that pass the device
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
        List<Prompted> prompts,
        List<String> commands,
        boolean partial,
        Map<String, String> standIns) {
    public TextReading {
        regions = List.copyOf(regions);
        notUnderstoodLines = List.copyOf(notUnderstoodLines);
        prompts = List.copyOf(prompts);
        commands = List.copyOf(commands);
        standIns = Map.copyOf(standIns);
    }

    /** A line with a prompt that names another device than the prompt before. */
    public record Prompted(long line, String device) {}

    /** The device at whose prompt this line was printed: the one before it, or the only one of the text. */
    public Optional<String> deviceAt(long line) {
        int before = 0;
        int behind = prompts.size();
        while (before < behind) {
            int middle = (before + behind) / 2;
            if (prompts.get(middle).line() <= line) {
                before = middle + 1;
            } else {
                behind = middle;
            }
        }
        int at = prompts.size() == 1 ? 0 : before - 1;
        return at < 0 ? Optional.empty() : Optional.of(prompts.get(at).device());
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
