package dev.wirewalk.capture;

import dev.wirewalk.packet.LinkType;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An interface that a file says it was captured on.
 *
 * @param section which part of the file describes it, from 0; files of formats without parts have only one
 * @param id its number within that part, as {@link Frame#interfaceId()}
 * @param snapLength the largest number of bytes that was kept of a packet; 0 when the file names no limit
 * @param filter the capture filter that was set, as the file writes it
 * @param received packets that the interface saw while it was captured on
 * @param dropped packets that the interface or the system lost before they could be captured
 */
public record CaptureInterface(
        int section,
        int id,
        Optional<String> name,
        Optional<String> description,
        LinkType linkType,
        long snapLength,
        Optional<String> filter,
        OptionalLong received,
        OptionalLong dropped) {
    /** One of which a file says nothing but how its packets begin. */
    public static CaptureInterface unnamed(LinkType linkType, long snapLength) {
        return new CaptureInterface(
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                linkType,
                snapLength,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    public CaptureInterface withName(int number, Optional<String> told) {
        return new CaptureInterface(
                section, number, told, description, linkType, snapLength, filter, received, dropped);
    }

    public CaptureInterface withDropped(OptionalLong told) {
        return new CaptureInterface(section, id, name, description, linkType, snapLength, filter, received, told);
    }
}
