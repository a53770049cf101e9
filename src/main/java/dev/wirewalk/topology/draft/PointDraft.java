package dev.wirewalk.topology.draft;

import dev.wirewalk.topology.InterfaceAddress;
import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A point as it is being typed.
 *
 * @param id stays the same when the point is renamed or moved; files belong to it
 * @param tool id of a tool's profile; empty when none is chosen
 * @param expected names of the capture files that a loaded path gave this point; a hint for people, never opened
 * @param addresses of the interface, as a loaded path told
 * @param vlan as a loaded path told
 * @param ifindex as a loaded path told
 * @param settings values for the tool's options by name, as a loaded path told; another tool takes none of them over
 * @param position where inside the device, as a loaded path or the captures told
 */
public record PointDraft(
        String id,
        String name,
        String device,
        String interfaceName,
        String tool,
        List<String> expected,
        List<InterfaceAddress> addresses,
        OptionalInt vlan,
        OptionalInt ifindex,
        Map<String, String> settings,
        Optional<String> position) {
    public PointDraft {
        settings = Map.copyOf(settings);
        expected = List.copyOf(expected);
        addresses = List.copyOf(addresses);
    }

    /** A point of which only what people type is known. */
    public static PointDraft of(String name, String device, String interfaceName, String tool) {
        return new PointDraft(
                UUID.randomUUID().toString(),
                name,
                device,
                interfaceName,
                tool,
                List.of(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Optional.empty());
    }

    static PointDraft of(Point point) {
        return new PointDraft(
                UUID.randomUUID().toString(),
                point.name(),
                point.device(),
                point.interfaceName().orElse(""),
                point.tool().orElse(""),
                point.files().stream().map(PointDraft::lastName).toList(),
                point.addresses(),
                point.vlan(),
                point.ifindex(),
                point.settings(),
                point.position());
    }

    private static String lastName(java.nio.file.Path file) {
        java.nio.file.Path last = file.getFileName();
        return ShownName.of(last == null ? "" : last.toString());
    }

    /** The same point, keeping the identity of another. */
    PointDraft as(String otherId) {
        return new PointDraft(
                otherId, name, device, interfaceName, tool, expected, addresses, vlan, ifindex, settings, position);
    }

    /** The same point with what people type replaced. */
    public PointDraft with(String newName, String newDevice, String newInterface, String newTool) {
        Map<String, String> kept = newTool.equals(tool) ? settings : Map.of();
        return new PointDraft(
                id, newName, newDevice, newInterface, newTool, expected, addresses, vlan, ifindex, kept, position);
    }
}
