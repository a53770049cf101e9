package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** One line of a filter: what it says, and which packets it holds beside those it names. */
final class Line implements Widening<Line> {
    /**
     * Which packets a line holds besides.
     *
     * @param addresses those with source and destination address exchanged
     * @param ports those with the ports exchanged
     * @param mirrored those with both exchanged at once
     */
    record Symmetry(boolean addresses, boolean ports, boolean mirrored) {
        static final Symmetry NONE = new Symmetry(false, false, false);

        Symmetry or(Symmetry other) {
            return new Symmetry(addresses || other.addresses, ports || other.ports, mirrored || other.mirrored);
        }
    }

    private final WayWords words;
    private final boolean permit;
    private final Symmetry symmetry;
    private final Said said;
    /** These two are made when they are asked for: of most lines that are weighed against each other nobody asks. */
    private Optional<List<Box>> meaning = Optional.empty();

    private OptionalDouble breadth = OptionalDouble.empty();

    Line(WayWords words, boolean permit, Symmetry symmetry, Said said) {
        this.words = words;
        this.permit = permit;
        this.symmetry = symmetry;
        this.said = said;
    }

    /** What the line says, and what it says of packets that it holds besides. */
    Set<Said> ways() {
        if (symmetry.equals(Symmetry.NONE)) {
            return Set.of(said);
        }
        Set<Said> all = new LinkedHashSet<>(List.of(said));
        if (symmetry.addresses()) {
            List.copyOf(all).forEach(one -> all.add(one.withAddressesExchanged()));
        }
        if (symmetry.ports()) {
            List.copyOf(all).forEach(one -> all.add(one.withPortsExchanged()));
        }
        if (symmetry.mirrored()) {
            List.copyOf(all).forEach(one -> all.add(one.withAddressesExchanged().withPortsExchanged()));
        }
        return all;
    }

    boolean permit() {
        return permit;
    }

    Said said() {
        return said;
    }

    Symmetry symmetry() {
        return symmetry;
    }

    /** The packets that it holds, as boxes; none when no packet can be so. */
    List<Box> meaning() {
        if (meaning.isEmpty()) {
            List<Box> boxes = new ArrayList<>();
            ways().forEach(one -> one.box(words.networks()).ifPresent(boxes::add));
            meaning = Optional.of(boxes);
        }
        return meaning.get();
    }

    Line with(Symmetry other) {
        return new Line(words, permit, other, said);
    }

    @Override
    public boolean covers(Line other) {
        for (Box box : other.meaning()) {
            if (!holds(box)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Box box) {
        for (Box mine : meaning()) {
            if (mine.contains(box)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Line join(Line other) {
        Said joined = Said.NOTHING;
        for (HeaderField<?> field : HeaderField.ALL) {
            if (said.says(field) && other.said.says(field)) {
                joined = joined(joined, field, other);
            }
        }
        return new Line(words, permit, symmetry.or(other.symmetry), words.completed(joined, said));
    }

    private <T extends Comparable<T>> Said joined(Said joined, HeaderField<T> field, Line other) {
        FieldValues<T> both = said.of(field).union(other.said.of(field));
        return joined.with(field, words.around(field, both, joined));
    }

    @Override
    public Line coarse() {
        return new Line(
                words, permit, symmetry, words.completed(said.without(Set.of(SOURCE_PORT, DESTINATION_PORT)), said));
    }

    @Override
    public double breadth() {
        if (breadth.isEmpty()) {
            breadth = OptionalDouble.of(weighed());
        }
        return breadth.getAsDouble();
    }

    private double weighed() {
        return addresses(SOURCE)
                * addresses(DESTINATION)
                * ports(SOURCE_PORT)
                * ports(DESTINATION_PORT)
                * (said.says(PROTOCOL) ? 0.5 : 1)
                * Math.pow(0.7, said.byField().size())
                * ways().size();
    }

    private double ports(HeaderField<Integer> field) {
        double numbers = said.of(field).ranges().stream()
                .mapToDouble(range -> 1.0 + range.high() - range.low())
                .sum();
        return said.says(field) ? Math.min(1, numbers / 65536) : 1.5;
    }

    private double addresses(HeaderField<IpAddress> field) {
        return said.says(field)
                ? AddressBlocks.of(said.of(field)).stream()
                        .mapToDouble(block -> Math.pow(
                                2, -32.0 * block.length() / block.version().bits()))
                        .sum()
                : 2;
    }

    /** The fields as texts, in order. */
    List<String> texts() {
        return words.texts(this);
    }

    /** The line with source and destination exchanged. */
    Line exchanged() {
        return new Line(words, permit, symmetry, said.withAddressesExchanged().withPortsExchanged());
    }
}
