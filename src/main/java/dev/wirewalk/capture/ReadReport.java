package dev.wirewalk.capture;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one pass over a capture found.
 *
 * @param packets packets that were read
 * @param bytes their length on the wire, added up
 * @param capturedBytes their length in the file, added up
 * @param firstNanos the earliest time of a packet, in nanoseconds since 1970-01-01 UTC; empty without timed packets
 * @param lastNanos the latest time of a packet
 * @param truncatedPackets packets of which the file holds fewer bytes than there were on the wire
 * @param linkTypes in the order of their first interface; also of interfaces without packets
 * @param snapLength the largest number of bytes that was kept of a packet, as the file says; empty when it names no limit
 * @param warnings what was not as it should be, in file order
 * @param interfaces what the file says of each interface, in file order; empty for texts
 * @param names the names that the file gives to addresses
 * @param events what the input says in words about packets: verdicts, drop reasons, routes, comments
 * @param text how a text was read; empty for binary formats
 */
public record ReadReport(
        CaptureFormat format,
        long packets,
        long bytes,
        long capturedBytes,
        OptionalLong firstNanos,
        OptionalLong lastNanos,
        long truncatedPackets,
        List<LinkType> linkTypes,
        OptionalLong snapLength,
        List<ReadWarning> warnings,
        List<CaptureInterface> interfaces,
        Map<IpAddress, String> names,
        List<TextEvent> events,
        Optional<TextReading> text) {
    public ReadReport {
        linkTypes = List.copyOf(linkTypes);
        warnings = List.copyOf(warnings);
        interfaces = List.copyOf(interfaces);
        names = Map.copyOf(names);
        events = List.copyOf(events);
    }

    /** The same, with more warnings in front. */
    ReadReport withWarnings(List<ReadWarning> more) {
        List<ReadWarning> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new ReadReport(
                format,
                packets,
                bytes,
                capturedBytes,
                firstNanos,
                lastNanos,
                truncatedPackets,
                linkTypes,
                snapLength,
                all,
                interfaces,
                names,
                events,
                text);
    }
}
