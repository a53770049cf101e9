package dev.wirewalk.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an inspection says of one file; the JSON of {@code inspect}.
 *
 * @param file as it was given
 * @param linkType of the first interface; all of them are among the details
 * @param bytes of all packets on the wire
 * @param firstTime ISO 8601 in UTC with nanoseconds; empty when no packet has a time
 * @param truncatedPackets packets of which the file holds fewer bytes than there were on the wire
 * @param states how many TCP connections ended in which state, by Zeek's words
 * @param analysis how many frames carry which sequence flag, as tshark counts: copies are judged like other frames
 * @param findings the gravest first
 * @param events what a text told beside packets
 */
public record InspectionResult(
        String file,
        String format,
        String linkType,
        long packets,
        long bytes,
        Optional<String> firstTime,
        Optional<String> lastTime,
        long truncatedPackets,
        List<ReadWarning> warnings,
        ConversationCounts conversations,
        Map<String, Long> states,
        Map<String, Long> analysis,
        List<Finding> findings,
        List<Event> events,
        Details details) {
    /**
     * Something that a text told between its packets.
     *
     * @param line of the text, from 1
     * @param frame the packet that it belongs to, or 0
     * @param kind drop, policy, route, nat, session, arp, icmp, reset, vpn, offload, inspect or note
     */
    public record Event(long line, @JsonProperty("packet") long frame, String kind, String text) {}
}
