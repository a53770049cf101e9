package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.TextEvent;
import java.util.List;

/** Where parsers put what they read. */
public interface TextOutput {
    /**
     * Adds a packet.
     *
     * @return its frame number, for events that speak of it
     */
    long packet(PacketSketch sketch);

    /** @param frame the number of the frame that the words are about; 0 for none */
    void event(long line, long frame, TextEvent.Kind kind, String text);

    /** Says that something in the text is not as it should be. */
    void warn(TextLine line, String text);

    /** What was typed at prompts so far, oldest first, without the prompts; the latest hundred or so. */
    default List<String> commands() {
        return List.of();
    }

    /**
     * An address that stands for a host name: the same one for the same name in the whole file, from 0.0.0.0/8, which no
     * packet carries as the address of a host (RFC 1122, 3.2.1.3).
     */
    IpAddress standIn(String hostName);
}
