package dev.wirewalk.filter;

import java.util.Optional;
import java.util.stream.Stream;

/** A number computed from a packet, as in the relations of pcap-filter: 32 bits, unsigned, without a sign of overflow. */
public sealed interface Arithmetic {
    long ONES = 0xFFFF_FFFFL;
    /** Neither a number nor 0: the packet ends before, has no such header, or the divisor is zero. */
    long NONE = -1;

    record Constant(long value) implements Arithmetic {
        public Constant {
            if (value < 0 || value > ONES) {
                throw new IllegalArgumentException("a number has 32 bits and no sign, unlike " + value);
            }
        }
    }

    /** {@code len}: the bytes of the frame on the wire. */
    record FrameLength() implements Arithmetic {}

    /** {@code layer[offset:size]}, size 1, 2 or 4 bytes. */
    record Load(Layer layer, Arithmetic offset, int size) implements Arithmetic {
        public Load {
            if (size != 1 && size != 2 && size != 4) {
                throw new IllegalArgumentException("a packet accessor reads 1, 2 or 4 bytes");
            }
        }
    }

    record Operation(Operator operator, Arithmetic left, Arithmetic right) implements Arithmetic {}

    /** {@code -operand}, modulo 2^32. */
    record Minus(Arithmetic operand) implements Arithmetic {}

    /** The operators, those that bind weakest first; {@code %} and {@code ^} take all that follows as their right side. */
    enum Operator {
        OR("|", 1),
        AND("&", 2),
        SHIFT_LEFT("<<", 3),
        SHIFT_RIGHT(">>", 3),
        PLUS("+", 4),
        MINUS("-", 4),
        TIMES("*", 5),
        DIVIDED("/", 5),
        MODULO("%", 6),
        EXCLUSIVE_OR("^", 6);

        private final String sign;
        private final int precedence;

        Operator(String sign, int precedence) {
            this.sign = sign;
            this.precedence = precedence;
        }

        public String sign() {
            return sign;
        }

        int precedence() {
            return precedence;
        }

        static Optional<Operator> of(String sign) {
            return Stream.of(values()).filter(one -> one.sign.equals(sign)).findFirst();
        }

        /** {@link #NONE} when divided by zero, which in libpcap rejects the packet. */
        long apply(long left, long right) {
            return switch (this) {
                case OR -> left | right;
                case AND -> left & right;
                case EXCLUSIVE_OR -> left ^ right;
                case SHIFT_LEFT -> right > 31 ? 0 : left << right & ONES;
                case SHIFT_RIGHT -> right > 31 ? 0 : left >>> right;
                case PLUS -> left + right & ONES;
                case MINUS -> left - right & ONES;
                case TIMES -> left * right & ONES;
                case DIVIDED -> right == 0 ? NONE : left / right;
                case MODULO -> right == 0 ? NONE : left % right;
            };
        }
    }

    /** The number, 0 to 2^32 - 1, or {@link #NONE}. */
    default long of(PacketHeaders packet) {
        return of(packet, true);
    }

    /**
     * @param checked whether a packet must have the headers that are read. libpcap sees to it for the left side of an operation
     *     only; on the right side it reads what stands at the header's place.
     */
    private long of(PacketHeaders packet, boolean checked) {
        return switch (this) {
            case Constant(var value) -> value;
            case FrameLength _ -> packet.length();
            case Load(var layer, var offset, var size) -> {
                long at = offset.of(packet, checked);
                if (at == NONE || at > Integer.MAX_VALUE) {
                    yield NONE;
                }
                yield checked ? packet.load(layer, (int) at, size) : packet.loadAnyway(layer, (int) at, size);
            }
            case Operation(var operator, var left, var right) -> {
                long one = left.of(packet, checked);
                long other = right.of(packet, false);
                yield one == NONE || other == NONE ? NONE : operator.apply(one, other);
            }
            case Minus(var operand) -> {
                long value = operand.of(packet, checked);
                yield value == NONE ? NONE : -value & ONES;
            }
        };
    }

    /** The headers without which a packet has no such number. */
    default Stream<Layer> layers() {
        return switch (this) {
            case Constant _, FrameLength _ -> Stream.of();
            case Load(var layer, var offset, var _) -> Stream.concat(Stream.of(layer), offset.layers());
            case Operation(var _, var left, var _) -> left.layers();
            case Minus(var operand) -> operand.layers();
        };
    }
}
