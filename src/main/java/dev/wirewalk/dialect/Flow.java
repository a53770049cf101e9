package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One packet to be made up.
 *
 * @param sourcePort empty when any will do, or when there are no ports
 * @param destinationPort empty for replies to a flow, and when there are no ports
 */
record Flow(
        int protocol,
        IpAddress source,
        Optional<Integer> sourcePort,
        IpAddress destination,
        Optional<Integer> destinationPort,
        Optional<Integer> icmpType,
        Optional<Integer> icmpCode) {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP6 = 58;
    private static final int SCTP = 132;

    /** What a box says of the packet to be made up. */
    sealed interface Naming {}

    record Named(Flow flow) implements Naming {}

    /** @param missing a list such as "the protocol and a single source address" */
    record Unnamed(String missing) implements Naming {}

    static Naming of(Box box) {
        List<String> missing = new ArrayList<>();
        Optional<IpAddress> source = single(box, SOURCE);
        Optional<IpAddress> destination = single(box, DESTINATION);
        Optional<Integer> protocol = single(box, PROTOCOL);
        if (source.isEmpty()) {
            missing.add("a single source address");
        }
        if (destination.isEmpty()) {
            missing.add("a single destination address");
        }
        if (protocol.isEmpty()) {
            missing.add("one protocol such as tcp, udp or icmp");
        }
        boolean ports =
                protocol.filter(number -> number == TCP || number == UDP).isPresent();
        if (ports
                && single(box, DESTINATION_PORT).isEmpty()
                && single(box, SOURCE_PORT).isEmpty()) {
            missing.add("the destination port");
        }
        if (protocol.filter(number -> number == SCTP).isPresent() && states(box, DESTINATION_PORT, SOURCE_PORT)) {
            missing.add("a protocol whose ports can be traced, which are tcp and udp");
        }
        if (protocol.filter(number -> number == ICMP6).isPresent()) {
            missing.add("a protocol that can be traced, as ICMPv6 is not known to be one");
        }
        if (several(box, ICMP_TYPE) || several(box, ICMP_CODE)) {
            missing.add("a single ICMP type and code");
        }
        return missing.isEmpty()
                ? new Named(new Flow(
                        protocol.orElseThrow(),
                        source.orElseThrow(),
                        lowest(box, SOURCE_PORT),
                        destination.orElseThrow(),
                        single(box, DESTINATION_PORT),
                        single(box, ICMP_TYPE),
                        single(box, ICMP_CODE)))
                : new Unnamed(String.join(" and ", missing));
    }

    /** Whether the box leaves a choice of source ports, but not every one. */
    static boolean severalPorts(Box box) {
        return several(box, SOURCE_PORT);
    }

    private static boolean several(Box box, HeaderField<Integer> field) {
        return states(box, field)
                && single(box, field).isEmpty()
                && !box.values(field).equals(field.present());
    }

    private static boolean states(Box box, HeaderField<?>... fields) {
        return List.of(fields).stream().anyMatch(box.statedFields()::contains);
    }

    private static <T extends Comparable<T>> Optional<T> single(Box box, HeaderField<T> field) {
        FieldValues<T> values = box.values(field);
        return !values.absent()
                        && values.ranges().size() == 1
                        && values.ranges().getFirst().single()
                ? Optional.of(values.ranges().getFirst().low())
                : Optional.empty();
    }

    private static Optional<Integer> lowest(Box box, HeaderField<Integer> field) {
        return single(box, field)
                .or(() -> several(box, field)
                        ? Optional.of(box.values(field).ranges().getFirst().low())
                        : Optional.empty());
    }

    /** Whether this can only be the way back of another flow: it knows where it comes from, not where to. */
    boolean isReply() {
        return hasPorts() && destinationPort.isEmpty();
    }

    Flow mirrored() {
        return new Flow(protocol, destination, destinationPort, source, sourcePort, icmpType, icmpCode);
    }

    private boolean hasPorts() {
        return protocol == TCP || protocol == UDP;
    }

    private boolean isIcmp() {
        return protocol == ICMP && source.version() == IpVersion.V4;
    }

    Run run() {
        if (hasPorts()) {
            String word = protocol == TCP ? "tcp " : "udp ";
            String end = destination + destinationPort.map(port -> " " + port).orElse("");
            return new Run(
                    sourcePort.isPresent() ? "whole" : "source-port",
                    List.of(word + source + sourcePort.map(port -> " " + port).orElse(""), end));
        }
        if (isIcmp()) {
            String form = icmpType.isEmpty() ? "icmp-type" : icmpCode.isEmpty() ? "icmp-code" : "whole";
            String numbers = icmpType.map(type ->
                            " " + type + icmpCode.map(code -> " " + code).orElse(""))
                    .orElse("");
            return new Run(form, List.of("icmp " + source + numbers, destination.toString()));
        }
        return new Run("whole", List.of("rawip " + source + " " + protocol, destination.toString()));
    }
}
