package dev.wirewalk.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A place where packets are seen: one interface of one device.
 *
 * @param name unique within the path
 * @param device the box or host; neighbouring points of the same device are its two sides
 * @param interfaceName the interface as the device calls it
 * @param tool the id of the vendor profile whose commands fit the device
 * @param files what was captured here; empty when there is no capture (an empty capture file is a capture)
 * @param addresses the interface's own addresses with their prefix lengths, as far as they are told
 * @param vlan the 802.1Q id (0 to 4094) of this point's frames when several points share one file
 * @param ifindex the kernel's number of this point's interface in a capture of {@code -i any}
 * @param settings values for the options of the point's tool, by name
 * @param position where inside the device this point's frames were seen, when several points share one file: an inspection
 *     point {@code i I o O e E} of a firewall monitor, or {@code in} or {@code out}
 */
public record Point(
        String name,
        String device,
        Optional<String> interfaceName,
        Optional<String> tool,
        List<java.nio.file.Path> files,
        List<InterfaceAddress> addresses,
        OptionalInt vlan,
        OptionalInt ifindex,
        Map<String, String> settings,
        Optional<String> position) {
    public Point {
        settings = Map.copyOf(settings);
        files = List.copyOf(files);
        addresses = List.copyOf(addresses);
    }

    /** A point of which nothing else is told. */
    public static Point named(String name, String device) {
        return new Point(
                name,
                device,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Optional.empty());
    }

    /** The same point without captures. */
    Point withoutFiles() {
        return withFiles(List.of());
    }

    /** The same point with these captures in place of its own. */
    public Point withFiles(List<java.nio.file.Path> captures) {
        return new Point(name, device, interfaceName, tool, captures, addresses, vlan, ifindex, settings, position);
    }
}
