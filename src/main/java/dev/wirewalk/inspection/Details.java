package dev.wirewalk.inspection;

import dev.wirewalk.capture.TextReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Further facts of a file.
 *
 * @param fileBytes size of the file
 * @param seconds from the first to the last packet
 * @param bitsPerSecond on the wire, on average over that time
 * @param capturedBytes bytes of packets that are in the file
 * @param snapLength the most bytes that were kept of a packet, where the file names a limit
 * @param linkTypes in the order of their interfaces
 * @param interfaces that the file names or counts for
 * @param copies frames that are copies of another one, from a mirror port or from {@code -i any}
 * @param missedShare share of TCP packets, 0 to 1, that acknowledge what is not in the file: the capture missed at least as
 *     many
 * @param lostShare share of TCP packets, 0 to 1, that were sent again
 * @param text how a text was read, with its regions and the lines that were not understood; empty for binary formats
 */
public record Details(
        long fileBytes,
        OptionalDouble seconds,
        OptionalDouble bitsPerSecond,
        long capturedBytes,
        OptionalLong snapLength,
        List<String> linkTypes,
        List<InterfaceFacts> interfaces,
        long copies,
        OptionalDouble missedShare,
        OptionalDouble lostShare,
        Optional<TextReading> text) {
    /**
     * What a file says of an interface.
     *
     * @param received packets that it saw while it was captured on
     * @param dropped packets that were lost before they could be captured
     */
    public record InterfaceFacts(
            String name,
            String description,
            String linkType,
            String filter,
            OptionalLong received,
            OptionalLong dropped) {}
}
