package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.PROTOCOL;

import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which protocols the lines with ports name, and which have to go without their ports. */
final class PortProtocols {
    static final Set<Integer> WITH_PORTS = Set.of(6, 17, 132);

    private final WayWords words;
    private final Optional<FieldWords<Integer>> protocol;
    private final Set<Integer> behind = new TreeSet<>();
    private final Set<Integer> alone = new TreeSet<>();
    private final boolean one;

    PortProtocols(WayWords words, Optional<FieldWords<Integer>> protocol) {
        this.words = words;
        this.protocol = protocol;
        List<LineField> ports = this.words.way().fields().stream()
                .filter(field -> field.kind().endsWith("port"))
                .toList();
        ports.forEach(field -> behind.addAll(field.protocols()));
        ports.forEach(field -> alone.addAll(field.alone()));
        one = ports.stream()
                .anyMatch(field -> field.insteadOfProtocol() || field.text().contains("{protocol}"));
    }

    /**
     * @param says what a line says of the protocol
     * @param covers the protocols it is for
     * @param ports whether ports can stand beside it
     */
    record Part(Optional<FieldValues<Integer>> says, FieldValues<Integer> covers, boolean ports) {}

    List<Part> split(FieldValues<Integer> protocols) {
        Set<Integer> left = new TreeSet<>();
        WITH_PORTS.stream().filter(protocols::contains).forEach(left::add);
        List<Part> parts = new ArrayList<>();
        boolean others =
                protocols.ranges().stream().anyMatch(range -> !range.single() || !WITH_PORTS.contains(range.low()));
        if (others) {
            // Packets that show no ports are meant as well, which no line with a port holds.
            return List.of(new Part(Optional.empty(), protocols, false));
        }
        if (!alone.isEmpty() && (left.equals(WITH_PORTS) || protocol.isEmpty())) {
            parts.add(new Part(Optional.empty(), set(left), true));
            left.removeAll(alone);
        }
        named(left, true).forEach(parts::add);
        left.removeAll(behind);
        named(left, false).forEach(parts::add);
        return parts;
    }

    private Stream<Part> named(Set<Integer> left, boolean ports) {
        Set<Integer> numbers = new TreeSet<>(left);
        numbers.removeIf(number -> behind.contains(number) != ports);
        if (numbers.isEmpty()) {
            return Stream.of();
        }
        List<FieldValues<Integer>> sets =
                protocol.map(own -> own.split(set(numbers))).orElse(List.of());
        if (sets.isEmpty() || one && ports) {
            return numbers.stream()
                    .map(PROTOCOL::one)
                    .map(number -> protocol.filter(own -> !own.split(number).isEmpty())
                            .map(_ -> new Part(Optional.of(number), number, ports))
                            .orElse(new Part(Optional.empty(), number, false)));
        }
        return sets.stream().map(part -> new Part(Optional.of(part), part, ports));
    }

    private static FieldValues<Integer> set(Set<Integer> numbers) {
        return numbers.stream().map(PROTOCOL::one).reduce(FieldValues::union).orElse(PROTOCOL.none());
    }
}
