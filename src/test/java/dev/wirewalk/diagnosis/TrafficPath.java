package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.List;
import java.util.function.Predicate;

/** The points of made-up traffic in forward order: their devices, addresses, links and the path file about them. */
record TrafficPath(List<String> names) {
    static final int CLIENT_PORT = 40001;

    /** The address of a point: the client's, the server's, or a box's: .1 where it faces the client, .2 else, .1 on the last link. */
    String address(int point) {
        if (point == 0) {
            return Traffic.CLIENT;
        }
        if (point == names.size() - 1) {
            return Traffic.SERVER;
        }
        boolean facesClient = !device(point).equals(device(point - 1));
        int link = facesClient ? point / 2 + 1 : point / 2 + 2;
        boolean last = !facesClient && point == names.size() - 2;
        return "10." + (last ? 9 : link) + ".0." + (facesClient || last ? 1 : 2);
    }

    /** @param telling whether the addresses are told */
    String yaml(String protocol, Predicate<String> withoutFile, boolean telling) {
        StringBuilder yaml = new StringBuilder("flow: {protocol: " + protocol + ", client: \"" + Traffic.CLIENT
                + "\", server: \"" + Traffic.SERVER + "\", port: " + Traffic.PORT + "}\npoints:\n");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            yaml.append("  - {name: \"%s\", device: \"%s\", interface: \"%s\", files: [%s]%s}\n"
                    .formatted(
                            name,
                            device(i),
                            name.substring(name.indexOf(':') + 1),
                            withoutFile.test(name) ? "" : '"' + file(name) + '"',
                            telling ? ", addresses: [\"" + address(i) + "/24\"]" : ""));
        }
        return yaml.toString();
    }

    /** How many boxes the packet has passed at this point. */
    int hops(int point, Direction direction) {
        return direction == Direction.FORWARD ? point / 2 : (names.size() - 1 - point) / 2;
    }

    /** Destination and source hardware address of a packet on the link that the point is on. */
    byte[] macs(int point, Direction direction) {
        boolean nearEnd = point + 1 < names.size() && !device(point).equals(device(point + 1));
        int near = nearEnd ? point : point - 1;
        int to = direction == Direction.FORWARD ? near + 1 : near;
        int from = direction == Direction.FORWARD ? near : near + 1;
        return new NetworkBytes().all(mac(to)).all(mac(from)).done();
    }

    static byte[] mac(int point) {
        return new byte[] {2, 0, 0, 0, 0, (byte) (point + 1)};
    }

    String device(int point) {
        return names.get(point).substring(0, names.get(point).indexOf(':'));
    }

    static String file(String name) {
        return name.replace(':', '_') + ".pcap";
    }

    /** The ARP question by the device at a point (its index), to everybody on the link. */
    byte[] question(int asker, String target) {
        NetworkBytes arp = NetworkBytes.arp(1)
                .all(mac(asker))
                .address(address(asker))
                .six(0)
                .address(target);
        return new NetworkBytes()
                .six(-1)
                .all(mac(asker))
                .two(0x0806)
                .all(arp.done())
                .done();
    }

    /** The answer of the device at a point to the one who asked. */
    byte[] answer(int owner, int asker) {
        NetworkBytes arp = NetworkBytes.arp(2)
                .all(mac(owner))
                .address(address(owner))
                .all(mac(asker))
                .address(address(asker));
        return new NetworkBytes()
                .all(mac(asker))
                .all(mac(owner))
                .two(0x0806)
                .all(arp.done())
                .done();
    }
}
