package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Alternative ports of one transport and side, which one set says: {@code tcp.port in {80, 8000..8080}}. A range is never two
 * comparisons: of a field that a packet has twice, one may hold for either port.
 */
record DisplayPorts(Transport transport, Side side, List<Filter.Port> ports) {
    static DisplayPorts of(Filter.Port port) {
        return new DisplayPorts(port.transport(), port.side(), List.of(port));
    }

    /** Writes alternatives in order, the ports among them that go into one set at the place of the first. */
    static List<DisplayText> together(
            List<Filter> parts, Function<DisplayPorts, DisplayText> ports, Function<Filter, DisplayText> others) {
        Map<Object, List<Filter.Port>> kinds = new LinkedHashMap<>();
        for (Filter part : parts) {
            if (part instanceof Filter.Port port) {
                kinds.computeIfAbsent(
                                new DisplayPorts(port.transport(), port.side(), List.of()), _ -> new ArrayList<>())
                        .add(port);
            } else {
                kinds.put(part, List.of());
            }
        }
        return kinds.entrySet().stream()
                .map(kind -> switch (kind.getKey()) {
                    case DisplayPorts(var transport, var side, var _) ->
                        ports.apply(new DisplayPorts(transport, side, kind.getValue()));
                    case Filter filter -> others.apply(filter);
                    default -> throw new IllegalStateException("no other keys are made");
                })
                .toList();
    }

    /** The headers whose ports are meant. */
    List<Layer> layers() {
        return switch (transport) {
            case ANY -> List.of(Layer.TCP, Layer.UDP, Layer.SCTP);
            case TCP -> List.of(Layer.TCP);
            case UDP -> List.of(Layer.UDP);
            case SCTP -> List.of(Layer.SCTP);
        };
    }

    DisplayText fields(DisplayHeader header) {
        String field = header.field(
                switch (side) {
                    case SOURCE -> "srcport";
                    case DESTINATION -> "dstport";
                    case EITHER -> "port";
                });
        boolean one = ports.size() == 1 && ports.getFirst().single();
        return DisplayText.test(
                one
                        ? field + " == " + ports.getFirst().low()
                        : field + " in "
                                + ports.stream().map(DisplayPorts::item).collect(Collectors.joining(", ", "{", "}")));
    }

    /** The same of the first bytes behind an IP header, where all three transports have their ports. */
    DisplayText inFragment() {
        List<String> slices = switch (side) {
            case SOURCE -> List.of("data[0:2]");
            case DESTINATION -> List.of("data[2:2]");
            case EITHER -> List.of("data[0:2]", "data[2:2]");
        };
        return DisplayText.any(slices.stream()
                .flatMap(slice -> ports.stream().map(port -> inFragment(slice, port)))
                .toList());
    }

    private static DisplayText inFragment(String slice, Filter.Port port) {
        String low = DisplayHeader.octets(port.low(), 2);
        return port.single()
                ? DisplayText.test(slice + " == " + low)
                : DisplayText.all(
                        DisplayText.test(slice + " >= " + low),
                        DisplayText.test(slice + " <= " + DisplayHeader.octets(port.high(), 2)));
    }

    private static String item(Filter.Port port) {
        return port.single() ? Integer.toString(port.low()) : port.low() + ".." + port.high();
    }
}
