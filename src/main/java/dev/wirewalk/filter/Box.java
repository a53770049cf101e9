package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * One conjunction: each header field in a set of values, and opaque terms besides. Never empty.
 *
 * <p>Header fields are not independent: a port says that the packet is IP, of TCP, UDP or SCTP, and shows its transport header. A
 * box knows both views: {@link #stated} leaves out what the rest implies, so that equal meanings look alike and complements are
 * short; {@link #values} holds only what packets of the box really have, so that a writer need not think of impossible ones.
 */
public final class Box {
    /** A term that no field tells, or its negation. */
    public record Opaque(Filter.Opaque term, boolean holds) {}

    private static final Box EVERYTHING = of(Constraints.NONE, Set.of()).orElseThrow();

    private final Constraints values;
    /** The kinds of its packets. */
    private final int kinds;

    private final Set<Opaque> opaque;
    /** Made when it is asked for; twice, if need be, by two threads at once. */
    private Optional<Constraints> stated = Optional.empty();

    private Box(Constraints values, int kinds, Set<Opaque> opaque) {
        this.values = values;
        this.kinds = kinds;
        this.opaque = opaque;
    }

    /** Every packet. */
    public static Box everything() {
        return EVERYTHING;
    }

    /** The packets that meet all constraints and terms; empty when there are none. */
    static Optional<Box> of(Constraints constraints, Set<Opaque> opaque) {
        return of(
                constraints,
                PacketKinds.meeting(constraints, PacketKinds.ALL, Constraints.NONE, Constraints.NONE),
                opaque);
    }

    private static Optional<Box> of(Constraints constraints, int kinds, Set<Opaque> opaque) {
        if (kinds == 0 || opaque.stream().anyMatch(one -> opaque.contains(new Opaque(one.term(), !one.holds())))) {
            return Optional.empty();
        }
        return Optional.of(
                new Box(PacketKinds.tighten(constraints, kinds), kinds, Collections.unmodifiableSet(opaque)));
    }

    private Constraints stated() {
        if (stated.isEmpty()) {
            stated = Optional.of(PacketKinds.loosen(values));
        }
        return stated.get();
    }

    /** What the box says about the field; everything when other fields imply it. */
    public <T extends Comparable<T>> FieldValues<T> stated(HeaderField<T> field) {
        return stated().at(field);
    }

    /** The fields that the box says something about. */
    public List<HeaderField<?>> statedFields() {
        return stated().fields();
    }

    /** The values that the field has in packets of this box; absence included when such packets can lack it. */
    public <T extends Comparable<T>> FieldValues<T> values(HeaderField<T> field) {
        return values.at(field);
    }

    public Set<Opaque> opaque() {
        return opaque;
    }

    public boolean matches(PacketHeaders packet) {
        return stated().match(packet)
                && opaque.stream().allMatch(one -> FilterMeaning.matches(one.term(), packet) == one.holds());
    }

    /** The packets in both, or empty when there are none. */
    public Optional<Box> intersect(Box other) {
        if (opaque.isEmpty() && contains(other)) {
            return Optional.of(other);
        }
        if (other.opaque.isEmpty() && other.contains(this)) {
            return Optional.of(this);
        }
        Set<Opaque> both = opaque;
        if (!opaque.containsAll(other.opaque)) {
            both = new LinkedHashSet<>(opaque);
            both.addAll(other.opaque);
        }
        return meet(other.values, other.kinds, both);
    }

    private Optional<Box> meet(Constraints more, int moreKinds, Set<Opaque> both) {
        int among = kinds & moreKinds;
        if (among == 0) {
            return Optional.empty();
        }
        Constraints common = values.intersect(more);
        Constraints known = moreKinds == PacketKinds.ALL ? values : more;
        return of(common, PacketKinds.meeting(common, among, values, known), both);
    }

    public <T extends Comparable<T>> Optional<Box> with(HeaderField<T> field, FieldValues<T> allowed) {
        return meet(Constraints.of(field, allowed), PacketKinds.ALL, opaque);
    }

    /** The packets that also have these values, all at once; empty when there are none. */
    public Optional<Box> with(Map<HeaderField<?>, FieldValues<?>> allowed) {
        Constraints all = values;
        for (HeaderField<?> field : allowed.keySet()) {
            all = and(all, field, allowed);
        }
        return of(all, PacketKinds.meeting(all, kinds, values, values), opaque);
    }

    /** Only values of the same field are ever put under its key. */
    @SuppressWarnings("unchecked")
    private static <T extends Comparable<T>> Constraints and(
            Constraints constraints, HeaderField<T> field, Map<HeaderField<?>, FieldValues<?>> allowed) {
        FieldValues<?> own = allowed.get(field);
        return own == null ? constraints : constraints.and(field, (FieldValues<T>) own);
    }

    /**
     * A box around this one that says nothing of the given fields and has no opaque terms. What they imply of network and
     * protocol stays: TCP flags are only in TCP.
     */
    public Box widened(Set<HeaderField<?>> unsaid) {
        Constraints kept = stated().and(HeaderField.NETWORK, values(HeaderField.NETWORK))
                .and(HeaderField.PROTOCOL, values(HeaderField.PROTOCOL));
        for (HeaderField<?> field : unsaid) {
            kept = kept.without(field);
        }
        return of(kept, Set.of()).orElseThrow();
    }

    /** Whether there are packets in both. */
    public boolean overlaps(Box other) {
        return (kinds & other.kinds) != 0
                && values.meets(other.values)
                && intersect(other).isPresent();
    }

    /** Whether every packet of {@code other} is surely in this box. */
    public boolean contains(Box other) {
        return (other.kinds & ~kinds) == 0
                && (opaque.isEmpty() || other.opaque.containsAll(opaque))
                && values.contain(other.values);
    }

    /** The box that holds exactly the packets of both, when one box can say so. */
    Optional<Box> merge(Box other) {
        if (contains(other)) {
            return Optional.of(this);
        }
        if (other.contains(this)) {
            return Optional.of(other);
        }
        if (opaque.equals(other.opaque)) {
            return stated().mergeOneField(other.stated()).flatMap(merged -> of(merged, opaque));
        }
        if (values.equals(other.values)) {
            return mergeOpaque(other);
        }
        return Optional.empty();
    }

    /** {@code X and t} with {@code X and not t} is X. */
    private Optional<Box> mergeOpaque(Box other) {
        Set<Opaque> mine = new LinkedHashSet<>(opaque);
        mine.removeAll(other.opaque);
        Set<Opaque> theirs = new LinkedHashSet<>(other.opaque);
        theirs.removeAll(opaque);
        if (mine.size() != 1 || theirs.size() != 1) {
            return Optional.empty();
        }
        Opaque single = mine.iterator().next();
        if (!theirs.contains(new Opaque(single.term(), !single.holds()))) {
            return Optional.empty();
        }
        Set<Opaque> rest = new LinkedHashSet<>(opaque);
        rest.remove(single);
        return of(stated(), rest);
    }

    /** The boxes that together hold every packet outside this one; they may overlap. */
    List<Box> complement() {
        List<Box> outside = new ArrayList<>();
        for (HeaderField<?> field : stated().fields()) {
            of(stated().onlyComplementOf(field), Set.of()).ifPresent(outside::add);
        }
        for (Opaque one : opaque) {
            of(Constraints.NONE, Set.of(new Opaque(one.term(), !one.holds()))).ifPresent(outside::add);
        }
        return outside;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box && box.values.equals(values) && box.opaque.equals(opaque);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + opaque.hashCode();
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" and ", "{", "}");
        statedFields().forEach(field -> text.add(field + " " + stated(field)));
        opaque.forEach(one -> text.add((one.holds() ? "" : "not ") + one.term()));
        return text.toString();
    }
}
