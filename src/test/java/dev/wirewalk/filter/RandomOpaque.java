package dev.wirewalk.filter;

import static dev.wirewalk.filter.TrafficPool.pick;

import dev.wirewalk.filter.Arithmetic.Constant;
import dev.wirewalk.filter.Arithmetic.FrameLength;
import dev.wirewalk.filter.Arithmetic.Load;
import dev.wirewalk.filter.Arithmetic.Minus;
import dev.wirewalk.filter.Arithmetic.Operation;
import dev.wirewalk.filter.Arithmetic.Operator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Random terms that no header field tells. */
final class RandomOpaque {
    private static final List<Layer> LAYERS =
            List.of(Layer.ETHER, Layer.IP, Layer.IP6, Layer.TCP, Layer.UDP, Layer.ICMP);

    private final Random random;
    private final RandomFilters filters;

    RandomOpaque(Random random, RandomFilters filters) {
        this.random = random;
        this.filters = filters;
    }

    Filter.Opaque term() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Filter.Mac(pick(random, List.of(Side.values())), pick(random, TrafficPool.MACS));
            case 2 -> new Filter.Length(comparison(), 155 + random.nextInt(70));
            case 3 -> new Filter.EtherType(pick(random, List.of(0x88CC, 0x8847, 0x8100, 0x88A8, 0x6003)));
            case 4 ->
                new Filter.ProtocolChain(
                        pick(random, List.of(Families.values())), pick(random, List.of(6, 17, 44, 47, 59)));
            case 5, 6 -> relation();
            default -> encapsulated();
        };
    }

    private Filter.Opaque relation() {
        Arithmetic left = operation(load(), 2);
        return new Filter.Relation(left, comparison(), number(1));
    }

    /** Shifts are by constants: libpcap refuses programs where it believes to see one by more than 31. */
    private Arithmetic operation(Arithmetic left, int depth) {
        Operator operator = operator();
        boolean shift = operator == Operator.SHIFT_LEFT || operator == Operator.SHIFT_RIGHT;
        return new Operation(operator, left, shift ? new Constant(random.nextInt(32)) : number(depth));
    }

    private Arithmetic number(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? load() : new Constant(random.nextInt(300));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new FrameLength();
            case 1 -> new Minus(load());
            case 2, 3 -> operation(number(depth - 1), 0);
            default -> number(0);
        };
    }

    /** Within the shortest frame, also where the offset is computed. */
    private Arithmetic load() {
        Layer layer = pick(random, LAYERS);
        Arithmetic at = random.nextInt(4) == 0
                ? new Operation(Operator.AND, new Load(layer, new Constant(random.nextInt(20)), 1), new Constant(15))
                : new Constant(random.nextInt(40));
        return new Load(layer, at, pick(random, List.of(1, 2, 4)));
    }

    /** Divisors are left to tests of their own: zero rejects a packet whatever else the filter says. */
    private Operator operator() {
        return pick(
                random,
                List.of(
                        Operator.OR,
                        Operator.AND,
                        Operator.EXCLUSIVE_OR,
                        Operator.SHIFT_LEFT,
                        Operator.SHIFT_RIGHT,
                        Operator.PLUS,
                        Operator.MINUS,
                        Operator.TIMES));
    }

    private Comparison comparison() {
        return pick(random, List.of(Comparison.values()));
    }

    private Filter.Opaque encapsulated() {
        Encapsulation kind = random.nextInt(4) == 0 ? Encapsulation.MPLS : Encapsulation.VLAN;
        OptionalLong id =
                random.nextInt(3) == 0 ? OptionalLong.empty() : OptionalLong.of(pick(random, TrafficPool.IDS));
        boolean more = random.nextInt(3) > 0;
        return new Filter.Encapsulated(kind, id, more ? inner(kind) : Filter.ANY);
    }

    /** Behind a label libpcap knows only IP. */
    private Filter inner(Encapsulation kind) {
        return kind == Encapsulation.MPLS ? filters.ipTerm() : filters.tree(1);
    }
}
