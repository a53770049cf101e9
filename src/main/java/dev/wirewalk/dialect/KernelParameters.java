package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Simple filters as parameters of Check Point's kernel, each what stands behind {@code fw ctl set}: a type, a name that ends in
 * the filter's number, a value. A field that is not looked at is not set.
 *
 * <p>Source: Check Point "Kernel Debug Filters" (R80.20SP to R81.20).
 */
final class KernelParameters {
    static final String PREFIX = "simple_debug_filter_";

    private KernelParameters() {}

    static List<String> of(SimpleFitting.Fitted fitted) {
        List<String> lines = new ArrayList<>();
        switch (fitted.kind()) {
            case TUPLES ->
                fitted.tuples().forEach(tuple -> tuple(tuple, fitted.tuples().indexOf(tuple) + 1, lines));
            case HOSTS ->
                fitted.hosts()
                        .forEach(host -> address("addr", host, fitted.hosts().indexOf(host) + 1, lines));
            case EVERYTHING -> {}
        }
        return lines;
    }

    private static void tuple(Tuple tuple, int number, List<String> lines) {
        tuple.source().ifPresent(address -> address("saddr", address, number, lines));
        number("sport", tuple.sourcePort(), number, lines);
        tuple.destination().ifPresent(address -> address("daddr", address, number, lines));
        number("dport", tuple.destinationPort(), number, lines);
        number("proto", tuple.protocol(), number, lines);
    }

    private static void address(String field, IpAddress address, int number, List<String> lines) {
        lines.add("str " + PREFIX + field + "_" + number + " " + address);
    }

    private static void number(String field, int value, int number, List<String> lines) {
        if (value != 0) {
            lines.add("int " + PREFIX + field + "_" + number + " " + value);
        }
    }
}
