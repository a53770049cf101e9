package dev.wirewalk.filter;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;
import static dev.wirewalk.filter.HeaderField.TRANSPORT_HEADER;

import dev.wirewalk.address.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of packets that there are. Within one kind the header fields are independent of each other, so that constraints
 * can be met exactly when one kind leaves a value to every field. Packets are taken to be complete: TCP that shows its header has
 * ports and flags.
 */
final class PacketKinds {
    private static final int FRAGMENT_HEADER = 44;
    private static final List<Constraints> KINDS = kinds();
    private static final List<FieldKinds<?>> FIELDS = HeaderField.ALL.stream()
            .<FieldKinds<?>>map(field -> new FieldKinds<>(field, KINDS))
            .toList();

    /** All kinds, a bit for each. */
    static final int ALL = (1 << KINDS.size()) - 1;

    private PacketKinds() {}

    /** They are in the order of the fields. */
    @SuppressWarnings("unchecked")
    private static <T extends Comparable<T>> FieldKinds<T> of(HeaderField<T> field) {
        return (FieldKinds<T>) FIELDS.get(field.place());
    }

    /**
     * The kinds whose packets can meet the constraints.
     *
     * @param among the kinds that meet both of the constraints that these were made of
     * @param one what was made of these need not be looked at again
     * @param other as {@code one}
     */
    static int meeting(Constraints constraints, int among, Constraints one, Constraints other) {
        int kinds = among;
        for (HeaderField<?> field : HeaderField.ALL) {
            if (kinds != 0 && !constraints.saysSame(field, one) && !constraints.saysSame(field, other)) {
                kinds &= meeting(constraints, field);
            }
        }
        return kinds;
    }

    private static <T extends Comparable<T>> int meeting(Constraints constraints, HeaderField<T> field) {
        return constraints.says(field) ? of(field).meeting(constraints.at(field)) : ALL;
    }

    private static <T extends Comparable<T>> int beyond(Constraints constraints, HeaderField<T> field) {
        return of(field).beyond(constraints.at(field));
    }

    /** Leaves to every field the values that packets of these kinds have. */
    static Constraints tighten(Constraints constraints, int kinds) {
        return constraints.intersect(Constraints.of(field -> of(field).of(kinds)));
    }

    /** Drops every constraint that follows from the others, dependent fields first. */
    static Constraints loosen(Constraints tight) {
        int[] meeting = new int[FIELDS.size()];
        for (HeaderField<?> field : HeaderField.ALL) {
            meeting[field.place()] = meeting(tight, field);
        }
        Constraints left = tight;
        for (HeaderField<?> field : HeaderField.ALL.reversed()) {
            if (left.says(field)) {
                int others = beyond(tight, field);
                for (int place = 0; place < meeting.length; place++) {
                    others &= place == field.place() ? ALL : meeting[place];
                }
                if (others == 0) {
                    left = left.without(field);
                    meeting[field.place()] = ALL;
                }
            }
        }
        return left;
    }

    private static List<Constraints> kinds() {
        List<Constraints> kinds = new ArrayList<>();
        ip(kinds, Network.IPV4, IpAddress.v4(0), IpAddress.v4(-1), 1);
        ip(kinds, Network.IPV6, IpAddress.v6(0, 0), IpAddress.v6(-1, -1), 58);
        for (Network network : List.of(Network.ARP, Network.RARP, Network.OTHER)) {
            FieldValues<IpAddress> addresses = network == Network.OTHER
                    ? SOURCE.none()
                    : SOURCE.range(IpAddress.v4(0), IpAddress.v4(-1)).union(SOURCE.none());
            kinds.add(Constraints.of(NETWORK, NETWORK.one(network))
                    .and(TRANSPORT_HEADER, TRANSPORT_HEADER.one(TransportHeader.HIDDEN))
                    .and(SOURCE, addresses)
                    .and(DESTINATION, addresses)
                    .and(PROTOCOL, PROTOCOL.none())
                    .and(SOURCE_PORT, SOURCE_PORT.none())
                    .and(DESTINATION_PORT, DESTINATION_PORT.none())
                    .and(TCP_FLAGS, TCP_FLAGS.none())
                    .and(ICMP_TYPE, ICMP_TYPE.none())
                    .and(ICMP_CODE, ICMP_CODE.none()));
        }
        return List.copyOf(kinds);
    }

    private static void ip(List<Constraints> kinds, Network network, IpAddress first, IpAddress last, int icmp) {
        Constraints ip = Constraints.of(NETWORK, NETWORK.one(network))
                .and(SOURCE, SOURCE.range(first, last))
                .and(DESTINATION, DESTINATION.range(first, last));
        kinds.add(headers(ip, TransportHeader.HIDDEN, PROTOCOL.present(), false, false, false));
        FieldValues<Integer> tcp = PROTOCOL.one(Transport.TCP.number());
        FieldValues<Integer> otherPorts =
                PROTOCOL.one(Transport.UDP.number()).union(PROTOCOL.one(Transport.SCTP.number()));
        FieldValues<Integer> rest = PROTOCOL.present()
                .intersect(tcp.union(otherPorts).union(PROTOCOL.one(icmp)).complement());
        if (network == Network.IPV6) {
            // Where the fragment header would be the next one, the transport header is not shown.
            rest = rest.intersect(PROTOCOL.one(FRAGMENT_HEADER).complement());
        }
        kinds.add(headers(ip, TransportHeader.SHOWN, tcp, true, true, false));
        kinds.add(headers(ip, TransportHeader.SHOWN, otherPorts, true, false, false));
        kinds.add(headers(ip, TransportHeader.SHOWN, PROTOCOL.one(icmp), false, false, true));
        kinds.add(headers(ip, TransportHeader.SHOWN, rest, false, false, false));
    }

    private static Constraints headers(
            Constraints ip,
            TransportHeader header,
            FieldValues<Integer> protocols,
            boolean ports,
            boolean flags,
            boolean icmp) {
        return ip.and(TRANSPORT_HEADER, TRANSPORT_HEADER.one(header))
                .and(PROTOCOL, protocols)
                .and(SOURCE_PORT, ports ? SOURCE_PORT.present() : SOURCE_PORT.none())
                .and(DESTINATION_PORT, ports ? DESTINATION_PORT.present() : DESTINATION_PORT.none())
                .and(TCP_FLAGS, flags ? TCP_FLAGS.present() : TCP_FLAGS.none())
                .and(ICMP_TYPE, icmp ? ICMP_TYPE.present() : ICMP_TYPE.none())
                .and(ICMP_CODE, icmp ? ICMP_CODE.present() : ICMP_CODE.none());
    }
}
