package dev.wirewalk.finding;

import java.util.List;

/**
 * Something that a capture shows.
 *
 * @param id which rule found it; stable, several findings may share it (one for each server, say)
 * @param summary one sentence with who, what and how much
 * @param count how often it was seen
 * @param evidence some of the frames that show it, in the order of the file
 * @param displayFilter selects what belongs to it in Wireshark; empty when no display filter can
 * @param advice what to look at or to do next
 */
public record Finding(
        String id,
        Severity severity,
        String summary,
        long count,
        List<Evidence> evidence,
        String displayFilter,
        String advice) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
